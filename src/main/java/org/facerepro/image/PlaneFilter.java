package org.facerepro.image;

import java.util.Arrays;
import org.facerepro.core.Rng;

/** Takes detail from three square float32 planes, in place; reuses its own memory. */
final class PlaneFilter {
  private static final int MAX_RADIUS = 12;
  private static final double LEAST_BLUR = 0.3;

  /** Four 16-bit uniform numbers sum to a standard deviation of {@code 65536 / sqrt(3)}. */
  private static final float NOISE_UNIT = (float) (1.7320508075688772 / 65_536);

  private static final int NOISE_MEAN = 131_070;

  private final int side;
  private final float[] scratch;
  private final float[] line;
  private final float[] kernel = new float[MAX_RADIUS + 1];
  private final AxisFilter[] down;
  private final AxisFilter[] up;

  PlaneFilter(int side) {
    this.side = side;
    this.scratch = new float[side * side];
    this.line = new float[side + 2 * MAX_RADIUS];
    this.down = new AxisFilter[side];
    this.up = new AxisFilter[side];
    for (int small = 1; small < side; small++) {
      down[small] = AxisFilter.between(side, small);
      up[small] = AxisFilter.between(small, side);
    }
  }

  void draw(Degradation spec, Rng rng, float[] planes) {
    if (spec.lowResolution() > 0 && rng.chance(spec.lowResolution())) {
      int small = (int) Math.round(side * rng.uniform(spec.lowestResolution(), 1));
      lowResolution(planes, Math.max(1, small));
    }
    if (spec.blur() > 0 && rng.chance(spec.blur())) {
      blur(planes, rng.uniform(Math.min(LEAST_BLUR, spec.blurDeviation()), spec.blurDeviation()));
    }
    if (spec.noise() > 0 && rng.chance(spec.noise())) {
      noise(planes, 2 * rng.uniform(0, spec.noiseDeviation()), rng);
    }
    if (spec.cutOut() > 0 && rng.chance(spec.cutOut())) {
      cutOut(planes, (int) Math.round(side * rng.uniform(0, spec.cutOutSide())), rng);
    }
  }

  void lowResolution(float[] planes, int small) {
    if (small >= side) {
      return;
    }
    for (int plane = 0; plane < planes.length; plane += side * side) {
      for (int y = 0; y < side; y++) {
        down[small].apply(planes, plane + y * side, scratch, y * side, 1);
        up[small].apply(scratch, y * side, planes, plane + y * side, 1);
      }
      for (int x = 0; x < side; x++) {
        down[small].apply(planes, plane + x, scratch, x, side);
        up[small].apply(scratch, x, planes, plane + x, side);
      }
    }
  }

  /** Separable Gaussian, cut at three standard deviations; the edge repeats outside. */
  void blur(float[] planes, double deviation) {
    int radius = Math.min(MAX_RADIUS, (int) Math.ceil(3 * deviation));
    if (radius == 0) {
      return;
    }
    double sum = 0;
    for (int i = 0; i <= radius; i++) {
      double weight = StrictMath.exp(-i * i / (2 * deviation * deviation));
      kernel[i] = (float) weight;
      sum += i == 0 ? weight : 2 * weight;
    }
    for (int i = 0; i <= radius; i++) {
      kernel[i] /= (float) sum;
    }
    for (int start = 0; start < planes.length; start += side) {
      blurLine(planes, start, 1, radius);
    }
    for (int plane = 0; plane < planes.length; plane += side * side) {
      for (int x = 0; x < side; x++) {
        blurLine(planes, plane + x, side, radius);
      }
    }
  }

  private void blurLine(float[] planes, int start, int step, int radius) {
    for (int i = 0; i < side + 2 * radius; i++) {
      int at = Math.min(side - 1, Math.max(0, i - radius));
      line[i] = planes[start + at * step];
    }
    for (int i = 0; i < side; i++) {
      float sum = kernel[0] * line[i + radius];
      for (int k = 1; k <= radius; k++) {
        sum += kernel[k] * (line[i + radius - k] + line[i + radius + k]);
      }
      planes[start + i * step] = sum;
    }
  }

  /** The mean over a line of some pixels' length about each pixel; the edge repeats outside. */
  void motionBlur(float[] planes, double length, double radians) {
    double cosine = StrictMath.cos(radians);
    double sine = StrictMath.sin(radians);
    int steps = Math.max(1, (int) Math.ceil(length));
    for (int plane = 0; plane < planes.length; plane += side * side) {
      System.arraycopy(planes, plane, scratch, 0, scratch.length);
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          double sum = 0;
          for (int k = 0; k <= steps; k++) {
            double along = length * ((double) k / steps - 0.5);
            sum += scratch[within(y + along * sine) * side + within(x + along * cosine)];
          }
          planes[plane + y * side + x] = (float) (sum / (steps + 1));
        }
      }
    }
  }

  private int within(double place) {
    return (int) Math.min(side - 1, Math.max(0, Math.rint(place)));
  }

  /** The sum of four uniform numbers stands in for a normal one at a tenth of its cost. */
  static void noise(float[] planes, double deviation, Rng rng) {
    float unit = (float) deviation * NOISE_UNIT;
    for (int i = 0; i < planes.length; i++) {
      long bits = rng.nextLong();
      int sum =
          (int) (bits & 0xffff)
              + (int) (bits >>> 16 & 0xffff)
              + (int) (bits >>> 32 & 0xffff)
              + (int) (bits >>> 48);
      planes[i] += unit * (sum - NOISE_MEAN);
    }
  }

  private void cutOut(float[] planes, int hole, Rng rng) {
    int left = rng.nextInt(side - hole + 1);
    int top = rng.nextInt(side - hole + 1);
    for (int plane = 0; plane < planes.length; plane += side * side) {
      for (int y = top; y < top + hole; y++) {
        int from = plane + y * side + left;
        Arrays.fill(planes, from, from + hole, 0f);
      }
    }
  }
}
