package org.facerepro.face.scene;

import org.facerepro.core.Require;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;

/**
 * What a camera sees that moves evenly along a line while its shutter is open. Beyond its edges the
 * picture goes on as its edges are.
 *
 * @param length way of every point on the picture, 0 to 100 pixels
 * @param angle direction of the way, degrees, anticlockwise from the right of the picture
 */
public record MotionBlur(double length, double angle) {
  /** A camera that stands still. */
  public static final MotionBlur NONE = new MotionBlur(0, 0);

  private static final double LONGEST = 100;

  /** Places along the way that each pixel of it is taken at. */
  private static final int STEPS_PER_PIXEL = 8;

  private static final Law ANY_WAY = new Law.Uniform(-90, 90);
  private static final int CHANNELS = 4;

  public MotionBlur {
    Require.between("length", length, 0.0, LONGEST);
    Require.that(Double.isFinite(angle), "angle", "a finite number", angle);
  }

  /** Draws the motion of a picture: none unless a law says so, and then in any direction. */
  static MotionBlur draw(Draws draws) {
    double length = draws.given(FaceControl.SENSOR_MOTION).orElse(0.0);
    return length == 0
        ? NONE
        : new MotionBlur(length, draws.value(FaceControl.SENSOR_MOTION_ANGLE, ANY_WAY));
  }

  /** Returns whether nothing moves. */
  public boolean isNone() {
    return length == 0;
  }

  /**
   * Returns the moved picture.
   *
   * @param picture {@code [size, size, 4]}, linear light
   */
  float[] apply(float[] picture, int size) {
    int reach = (int) Math.ceil(length / 2) + 1;
    int side = 2 * reach + 1;
    float[] weights = weights(reach);
    float[] out = new float[picture.length];
    float[] row = new float[CHANNELS * size];
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] > 0) {
        int right = k % side - reach;
        int down = k / side - reach;
        for (int y = 0; y < size; y++) {
          shifted(picture, size, held(y + down, size), right, row);
          add(row, weights[k], out, y * row.length);
        }
      }
    }
    return out;
  }

  /** Spreads a pixel along the way; each place of it goes to the four pixels around. */
  private float[] weights(int reach) {
    int side = 2 * reach + 1;
    float[] weights = new float[side * side];
    int steps = (int) Math.ceil(STEPS_PER_PIXEL * length);
    double right = StrictMath.cos(StrictMath.toRadians(angle));
    double up = StrictMath.sin(StrictMath.toRadians(angle));
    for (int i = 0; i < steps; i++) {
      double along = ((i + 0.5) / steps - 0.5) * length;
      double x = reach + along * right;
      double y = reach - along * up;
      int left = (int) x;
      int top = (int) y;
      double across = x - left;
      double below = y - top;
      int at = top * side + left;
      weights[at] += (float) ((1 - across) * (1 - below) / steps);
      weights[at + 1] += (float) (across * (1 - below) / steps);
      weights[at + side] += (float) ((1 - across) * below / steps);
      weights[at + side + 1] += (float) (across * below / steps);
    }
    return weights;
  }

  private static void shifted(float[] picture, int size, int y, int right, float[] row) {
    int from = y * row.length;
    for (int x = 0; x < size; x++) {
      System.arraycopy(
          picture, from + CHANNELS * held(x + right, size), row, CHANNELS * x, CHANNELS);
    }
  }

  private static int held(int at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }

  private static void add(float[] row, float weight, float[] out, int at) {
    for (int i = 0; i < row.length; i++) {
      out[at + i] += weight * row[i];
    }
  }
}
