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
}
