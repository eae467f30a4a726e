package org.facerepro.protocol;

import java.util.Optional;
import org.facerepro.core.Require;
import org.facerepro.image.RgbImage;
import org.facerepro.image.Similarity;

/**
 * A square cut from the same place of every picture.
 *
 * @param centreX centre of the square, fraction of the picture's width
 * @param centreY centre of the square, fraction of the picture's height
 * @param side side of the square, fraction of the picture's width
 */
public record CentreCrop(double centreX, double centreY, double side) implements Alignment {
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
