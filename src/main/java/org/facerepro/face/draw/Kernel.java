package org.facerepro.face.draw;

/**
 * Smooth shapes made of plain arithmetic only: Java rounds it the same everywhere, which
 * transcendental functions do not promise.
 */
public final class Kernel {
  private Kernel() {}

  /**
   * Returns a bell of height 1 that is 0 from {@code r2 = 1} on; {@code r2} is a squared radius.
   */
  public static float bell(float r2) {
    if (r2 >= 1) {
      return 0;
    }
    float t = 1 - r2;
    return t * t * t;
  }

  /** Returns the bell of an ellipse. */
  public static float bell(float dx, float dy, float rx, float ry) {
    float a = dx / rx;
    float b = dy / ry;
    return bell(a * a + b * b);
  }

  /** Returns 0 below {@code from}, 1 above {@code to}, smooth between; {@code from > to} falls. */
  public static float step(float from, float to, float x) {
    float t = clamp((x - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  public static float clamp(float x) {
    return x < 0 ? 0 : x > 1 ? 1 : x;
  }

  public static float clamp(float x, float low, float high) {
    return x < low ? low : x > high ? high : x;
  }

  public static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }
}
