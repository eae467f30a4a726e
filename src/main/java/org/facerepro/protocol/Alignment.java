package org.facerepro.protocol;

import java.util.List;
import java.util.Optional;
import org.facerepro.core.Require;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.Border;
import org.facerepro.image.Point;
import org.facerepro.image.RgbImage;
import org.facerepro.image.Similarity;
import org.facerepro.image.Warp;

/**
 * How a picture becomes a face of {@value #SIDE} x {@value #SIDE} pixels; outside the picture its
 * edge pixels repeat.
 */
public sealed interface Alignment {
  /** Side of an aligned face in pixels. */
  int SIDE = 112;

  /** Returns the transform of an image, or nothing if it cannot be aligned. */
  Optional<Similarity> transform(String image, RgbImage picture);

  /** Returns in words what was done, for reports. */
  String describe();

  /** Returns the aligned face, or nothing if the image cannot be aligned. */
  default Optional<RgbImage> align(String image, RgbImage picture) {
    return transform(image, picture)
        .map(move -> Warp.similarity(picture, move, SIDE, SIDE, Border.REPLICATE));
  }

  /**
   * The similarity that carries five landmarks to the template of ArcFace in the least-squares
   * sense. An image without landmarks, or whose landmarks coincide, cannot be aligned.
   */
  record FivePoint(Landmarks landmarks) implements Alignment {
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

  /**
   * A square cut from the same place of every picture.
   *
   * @param centreX centre of the square, fraction of the picture's width
   * @param centreY centre of the square, fraction of the picture's height
   * @param side side of the square, fraction of the picture's width
   */
  record CentreCrop(double centreX, double centreY, double side) implements Alignment {
    public CentreCrop {
      Require.between("centreX", centreX, 0, 1);
      Require.between("centreY", centreY, 0, 1);
      Require.between("side", side, 0.05, 2);
    }

    @Override
    public Optional<Similarity> transform(String image, RgbImage picture) {
      double scale = SIDE / (side * picture.width());
      double middle = (SIDE - 1) / 2.0;
      double x = centreX * picture.width() - 0.5;
      double y = centreY * picture.height() - 0.5;
      return Optional.of(new Similarity(scale, 0, middle - scale * x, middle - scale * y));
    }

    @Override
    public String describe() {
      return "square of side %s of the width about (%s, %s)".formatted(side, centreX, centreY);
    }
  }
}
