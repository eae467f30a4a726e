package org.facerepro.face;

/**
 * A similarity of the plane, {@code (x, y) → (a x − b y + tx, b x + a y + ty)}.
 *
 * @param a scale times cosine
 * @param b scale times sine
 */
record Similarity(double a, double b, double tx, double ty) {

  /** Fits the least-squares similarity that maps {@code from} to {@code to}, packed x, y pairs. */
  static Similarity fit(double[] from, double[] to) {
    int n = from.length / 2;
    double fx = 0;
    double fy = 0;
    double gx = 0;
    double gy = 0;
    for (int i = 0; i < n; i++) {
      fx += from[2 * i] / n;
      fy += from[2 * i + 1] / n;
      gx += to[2 * i] / n;
      gy += to[2 * i + 1] / n;
    }
    double dot = 0;
    double cross = 0;
    double norm = 0;
    for (int i = 0; i < n; i++) {
      double x = from[2 * i] - fx;
      double y = from[2 * i + 1] - fy;
      double u = to[2 * i] - gx;
      double v = to[2 * i + 1] - gy;
      dot += x * u + y * v;
      cross += x * v - y * u;
      norm += x * x + y * y;
    }
    double a = dot / norm;
    double b = cross / norm;
    return new Similarity(a, b, gx - a * fx + b * fy, gy - b * fx - a * fy);
  }

  double x(double px, double py) {
    return a * px - b * py + tx;
  }

  double y(double px, double py) {
    return b * px + a * py + ty;
  }

  /** Maps the first two of each three numbers in place. */
  void apply(float[] points, int count) {
    for (int i = 0; i < 3 * count; i += 3) {
      double px = points[i];
      double py = points[i + 1];
      points[i] = (float) x(px, py);
      points[i + 1] = (float) y(px, py);
    }
  }
}
