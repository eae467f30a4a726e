package org.facerepro.image;

/**
 * A plane projective map {@code [xx xy x0; yx yy y0; px py 1]} of coordinates about the picture's
 * centre.
 */
record Homography(
    double xx,
    double xy,
    double x0,
    double yx,
    double yy,
    double y0,
    double px,
    double py,
    double w) {
  static final Homography IDENTITY = affine(1, 0, 0, 0, 1, 0);

  static Homography affine(double xx, double xy, double x0, double yx, double yy, double y0) {
    return new Homography(xx, xy, x0, yx, yy, y0, 0, 0, 1);
  }

  static Homography turn(double radians, double scale) {
    double cosine = scale * StrictMath.cos(radians);
    double sine = scale * StrictMath.sin(radians);
    return affine(cosine, -sine, 0, sine, cosine, 0);
  }

  static Homography shift(double x, double y) {
    return affine(1, 0, x, 0, 1, y);
  }

  /**
   * Returns the map that takes the corners {@code (±half, ±half)} to these points, in the order
   * left top, right top, right bottom, left bottom (Heckbert 1989).
   */
  static Homography ofCorners(double half, double[] x, double[] y) {
    double dx1 = x[1] - x[2];
    double dx2 = x[3] - x[2];
    double dy1 = y[1] - y[2];
    double dy2 = y[3] - y[2];
    double sumX = x[0] - x[1] + x[2] - x[3];
    double sumY = y[0] - y[1] + y[2] - y[3];
    double area = dx1 * dy2 - dx2 * dy1;
    double g = (sumX * dy2 - dx2 * sumY) / area;
    double h = (dx1 * sumY - sumX * dy1) / area;
    Homography fromUnit =
        new Homography(
            x[1] - x[0] + g * x[1],
            x[3] - x[0] + h * x[3],
            x[0],
            y[1] - y[0] + g * y[1],
            y[3] - y[0] + h * y[3],
            y[0],
            g,
            h,
            1);
    double side = 2 * half;
    return fromUnit.after(affine(1 / side, 0, 0.5, 0, 1 / side, 0.5));
  }

  /** Returns the map that does {@code first} and then this one. */
  Homography after(Homography first) {
    return new Homography(
        xx * first.xx + xy * first.yx + x0 * first.px,
        xx * first.xy + xy * first.yy + x0 * first.py,
        xx * first.x0 + xy * first.y0 + x0 * first.w,
        yx * first.xx + yy * first.yx + y0 * first.px,
        yx * first.xy + yy * first.yy + y0 * first.py,
        yx * first.x0 + yy * first.y0 + y0 * first.w,
        px * first.xx + py * first.yx + w * first.px,
        px * first.xy + py * first.yy + w * first.py,
        px * first.x0 + py * first.y0 + w * first.w);
  }
}
