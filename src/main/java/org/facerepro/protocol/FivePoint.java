package org.facerepro.protocol;

import java.util.List;
import java.util.Optional;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.Point;
import org.facerepro.image.RgbImage;
import org.facerepro.image.Similarity;

/**
 * The similarity that carries five landmarks to the template of ArcFace in the least-squares sense.
 * An image without landmarks, or whose landmarks coincide, cannot be aligned.
 */
public record FivePoint(Landmarks landmarks) implements Alignment {
  @Override
  public Optional<Similarity> transform(String image, RgbImage picture) {
    return landmarks.of(image).flatMap(FivePoint::fit);
  }

  private static Optional<Similarity> fit(List<Point> points) {
    try {
      return Optional.of(Similarity.fit(points, ArcFaceTemplate.points(SIDE)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String describe() {
    return "five landmarks to the ArcFace template";
  }
}
