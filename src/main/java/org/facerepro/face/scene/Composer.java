package org.facerepro.face.scene;

import java.util.List;
import org.facerepro.image.Point;
import org.facerepro.image.Similarity;

/**
 * Finds where a picture's section lies on the picture plane: a similarity from unit focal length, y
 * down, to pixels.
 */
final class Composer {
  /** Width of a landmark-centred picture at the head's origin, mm. */
  private static final double CLOSE_FIELD = 230;

  /** Width of an uncropped picture at the head's origin, mm. */
  private static final double WIDE_FIELD = 480;

  /** Share of the face's box that is added around it on every side. */
  private static final double MARGIN = 0.15;

  private Composer() {}

  /** Centres eyes and nose; the scale is that of a camera with one focal length. */
  static Similarity landmark(List<Point> five, double distance, int size) {
    double x = 0;
    double y = 0;
    for (Point point : five.subList(0, 3)) {
      x += point.x() / 3;
      y += point.y() / 3;
    }
    return centred(x, y, distance * size / CLOSE_FIELD, size);
  }

  /** Looks at the head's origin. */
  static Similarity whole(double distance, int size) {
    return centred(0, 0, distance * size / WIDE_FIELD, size);
  }

  /** Puts a square with a margin around the points. */
  static Similarity box(List<Point> points, int size) {
    double left = points.stream().mapToDouble(Point::x).min().orElseThrow();
    double right = points.stream().mapToDouble(Point::x).max().orElseThrow();
    double top = points.stream().mapToDouble(Point::y).min().orElseThrow();
    double bottom = points.stream().mapToDouble(Point::y).max().orElseThrow();
    double side = Math.max(right - left, bottom - top) * (1 + 2 * MARGIN);
    return centred((left + right) / 2, (top + bottom) / 2, size / side, size);
  }

  private static Similarity centred(double x, double y, double scale, int size) {
    return new Similarity(scale, 0, size / 2.0 - scale * x, size / 2.0 - scale * y);
  }
}
