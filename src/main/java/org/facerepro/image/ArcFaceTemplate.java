package org.facerepro.image;

import java.util.List;

/**
 * Where the five landmarks of an aligned face lie: the template of InsightFace, given there for 112
 * x 112 pixels and multiplied by {@code size / 112} for other sizes, as InsightFace does.
 *
 * <p>Source: deepinsight/insightface, {@code python-package/insightface/utils/face_align.py}.
 */
public final class ArcFaceTemplate {
  private static final int REFERENCE_SIZE = 112;

  /** The points' order, as in every list of five landmarks of this project. */
  private static final List<Point> REFERENCE =
      List.of(
          new Point(38.2946, 51.6963),
          new Point(73.5318, 51.5014),
          new Point(56.0252, 71.7366),
          new Point(41.5493, 92.3655),
          new Point(70.7299, 92.2041));

  private ArcFaceTemplate() {}

  /**
   * Returns the five points in a square picture of side {@code size}: the eye on the left of the
   * picture, the eye on its right, the nose tip, the left and the right mouth corner.
   */
  public static List<Point> points(int size) {
    return points(size, 0);
  }

  /**
   * Returns the five points in a square picture of side {@code size + 2 · margin} whose centre crop
   * of side {@code size} is the template, for pictures stored with room for a shifted crop.
   */
  public static List<Point> points(int size, int margin) {
    if (size <= 0) {
      throw new IllegalArgumentException("size must be positive, got " + size);
    }
    double factor = (double) size / REFERENCE_SIZE;
    return REFERENCE.stream()
        .map(p -> new Point(margin + p.x() * factor, margin + p.y() * factor))
        .toList();
  }
}
