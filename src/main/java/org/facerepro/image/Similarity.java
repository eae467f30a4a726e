package org.facerepro.image;

import java.util.List;

/**
 * A similarity transform of the plane, without reflection: {@code (x, y) → (a·x − b·y + tx, b·x +
 * a·y + ty)}, with {@code a = s·cos φ} and {@code b = s·sin φ} for the scale {@code s} and the
 * rotation {@code φ}.
 */
public record Similarity(double a, double b, double tx, double ty) {

  /** The transform that moves nothing. */
  public static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

  /** Refuses what has no inverse, so that every similarity has one. */
  public Similarity {
    double squaredScale = a * a + b * b;
    boolean invertible = squaredScale > 0 && Double.isFinite(squaredScale);
    if (!invertible || !Double.isFinite(tx) || !Double.isFinite(ty)) {
      throw new IllegalArgumentException(
          "no similarity has a=" + a + ", b=" + b + ", tx=" + tx + ", ty=" + ty);
    }
  }

  /**
   * Finds the similarity that carries {@code from} to {@code to} with the least sum of squared
   * distances (Umeyama, PAMI 1991; in the plane its solution has this closed form).
   *
   * @param from at least two points that do not all coincide
   * @param to as many points, in the same order
   * @throws IllegalArgumentException if the points determine no similarity
   */
  public static Similarity fit(List<Point> from, List<Point> to) {
    if (from.size() != to.size() || from.size() < 2) {
      throw new IllegalArgumentException(
          "a similarity needs two or more pairs of points, got %d and %d points"
              .formatted(from.size(), to.size()));
    }
    Point fromMean = mean(from);
    Point toMean = mean(to);
    double real = 0;
    double imaginary = 0;
    double spread = 0;
    for (int i = 0; i < from.size(); i++) {
      double x = from.get(i).x() - fromMean.x();
      double y = from.get(i).y() - fromMean.y();
      double u = to.get(i).x() - toMean.x();
      double v = to.get(i).y() - toMean.y();
      real += x * u + y * v;
      imaginary += x * v - y * u;
      spread += x * x + y * y;
    }
    Similarity turn = new Similarity(real / spread, imaginary / spread, 0, 0);
    Point moved = turn.apply(fromMean);
    return new Similarity(turn.a, turn.b, toMean.x() - moved.x(), toMean.y() - moved.y());
  }

  private static Point mean(List<Point> points) {
    double x = 0;
    double y = 0;
    for (Point point : points) {
      x += point.x();
      y += point.y();
    }
    return new Point(x / points.size(), y / points.size());
  }

  /** Moves a point. */
  public Point apply(Point point) {
    return new Point(a * point.x() - b * point.y() + tx, b * point.x() + a * point.y() + ty);
  }

  /** Returns the factor by which lengths grow. */
  public double scale() {
    return Math.sqrt(a * a + b * b);
  }

  /** Returns the transform that undoes this one. */
  public Similarity inverse() {
    double squaredScale = a * a + b * b;
    double c = a / squaredScale;
    double d = -b / squaredScale;
    return new Similarity(c, d, -(c * tx - d * ty), -(d * tx + c * ty));
  }

  /** Returns the transform that does this one first and {@code next} after it. */
  public Similarity then(Similarity next) {
    Point shift = next.apply(new Point(tx, ty));
    return new Similarity(next.a * a - next.b * b, next.b * a + next.a * b, shift.x(), shift.y());
  }
}
