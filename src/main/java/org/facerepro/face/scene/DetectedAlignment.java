package org.facerepro.face.scene;

import java.util.List;
import org.facerepro.core.Rng;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.Point;
import org.facerepro.image.Similarity;

/** The alignment to the ArcFace template that a slightly wrong landmark detector would give. */
public final class DetectedAlignment {

  private DetectedAlignment() {}

  /**
   * Fits the points, each moved by the detector's error, to the template.
   *
   * @param size side of the picture, pixels
   * @param deviation standard deviation of each coordinate of a detected point, as a part of the
   *     eye distance
   */
  public static Similarity of(List<Point> points, int size, double deviation, Rng rng) {
    List<Point> template = ArcFaceTemplate.points(size);
    double eyeDistance = template.get(1).x() - template.get(0).x();
    double error = deviation * eyeDistance / Similarity.fit(points, template).scale();
    List<Point> detected =
        points.stream()
            .map(p -> new Point(p.x() + rng.gaussian(0, error), p.y() + rng.gaussian(0, error)))
            .toList();
    return Similarity.fit(detected, template);
  }

  /** Moves the first two of each three numbers in place, enlarged by {@code factor}. */
  public static void apply(Similarity similarity, double factor, float[] points, int count) {
    double a = factor * similarity.a();
    double b = factor * similarity.b();
    for (int i = 0; i < 3 * count; i += 3) {
      double x = points[i];
      double y = points[i + 1];
      points[i] = (float) (a * x - b * y + factor * similarity.tx());
      points[i + 1] = (float) (b * x + a * y + factor * similarity.ty());
    }
  }
}
