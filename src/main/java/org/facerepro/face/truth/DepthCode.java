package org.facerepro.face.truth;

import org.facerepro.core.Require;

/**
 * Depth in 16 bits: {@code depth = offset + scale · sample} in mm for samples of 1 to 65,535; 0
 * marks pixels where nothing is seen. Off by at most half of {@code scale}.
 *
 * @param offset mm
 * @param scale mm per step, positive
 */
public record DepthCode(double offset, double scale) {
  /** Value of a pixel where nothing is seen. */
  public static final int NOTHING = 0;

  private static final int MAXIMUM = 0xffff;
  private static final double FINEST = 1.0 / 16;

  public DepthCode {
    Require.between("offset", offset, 0, 1e9);
    Require.that(scale > 0 && scale < 1e6, "scale", "a positive number below 1e6", scale);
  }

  /**
   * Returns the code of a map: offset 0 and the finest of 1/16 mm, 1/8 mm, … that reaches its
   * largest depth. 1/16 mm reaches 4.09 m, so that pictures of one distance law share a code.
   */
  public static DepthCode covering(FloatMap depth) {
    float largest = 0;
    for (float value : depth.values()) {
      largest = Math.max(largest, value);
    }
    double scale = FINEST;
    while (largest > scale * MAXIMUM) {
      scale *= 2;
    }
    return new DepthCode(0, scale);
  }

  /** Returns the sample of a depth in mm; what lies outside the reach becomes the nearest in it. */
  public int encode(double depth) {
    if (depth == 0) {
      return NOTHING;
    }
    return (int) Math.max(1, Math.min(MAXIMUM, Math.round((depth - offset) / scale)));
  }

  /** Returns the depth of a sample, mm; 0 where nothing is seen. */
  public double decode(int sample) {
    return sample == NOTHING ? 0 : offset + scale * sample;
  }
}
