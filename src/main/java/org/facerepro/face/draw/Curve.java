package org.facerepro.face.draw;

/** A smooth curve through given knots (Catmull-Rom on an uneven grid); constant beyond the ends. */
public final class Curve {
  private final float[] xs;
  private final float[] ys;

  private Curve(float[] xs, float[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  /** Makes a curve from {@code x0, y0, x1, y1, …} with rising x. */
  public static Curve through(double... pairs) {
    int n = pairs.length / 2;
    float[] xs = new float[n];
    float[] ys = new float[n];
    for (int i = 0; i < n; i++) {
      xs[i] = (float) pairs[2 * i];
      ys[i] = (float) pairs[2 * i + 1];
    }
    return new Curve(xs, ys);
  }

  public float at(float x) {
    int last = xs.length - 1;
    if (x <= xs[0]) {
      return ys[0];
    }
    if (x >= xs[last]) {
      return ys[last];
    }
    int i = 0;
    while (x > xs[i + 1]) {
      i++;
    }
    float h = xs[i + 1] - xs[i];
    float t = (x - xs[i]) / h;
    float m0 = slope(i) * h;
    float m1 = slope(i + 1) * h;
    float t2 = t * t;
    float t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * ys[i]
        + (t3 - 2 * t2 + t) * m0
        + (3 * t2 - 2 * t3) * ys[i + 1]
        + (t3 - t2) * m1;
  }

  private float slope(int i) {
    int a = Math.max(0, i - 1);
    int b = Math.min(xs.length - 1, i + 1);
    return (ys[b] - ys[a]) / (xs[b] - xs[a]);
  }
}
