package org.facerepro.experiment.dataset;

import java.util.List;
import org.facerepro.face.ComponentFaces;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.image.ContactSheet;
import org.facerepro.image.Label;
import org.facerepro.image.RgbImage;

/** A contact sheet of components at their extremes, each with its name above. */
public final class ComponentSheet {
  private static final int ACROSS = 4;
  private static final int GAP = 4;

  private ComponentSheet() {}

  /**
   * Draws some components.
   *
   * @param wanted {@code all}, a family or a component, see {@link ComponentFaces#find}
   * @throws org.facerepro.core.InvalidValueException if there is no such component
   */
  public static RgbImage of(ComponentFaces faces, String wanted) {
    List<RgbImage> cells =
        faces.find(wanted).stream()
            .parallel()
            .map(chosen -> cell(faces, chosen.family(), chosen.number()))
            .toList();
    return ContactSheet.of(cells, ACROSS, GAP);
  }

  private static RgbImage cell(ComponentFaces faces, Family family, int number) {
    List<RgbImage> pictures = faces.draw(family, number);
    RgbImage row = ContactSheet.of(pictures, pictures.size(), 0);
    String name = family.prefix() + faces.names(family).get(number);
    return stacked(List.of(Label.of(name, row.width()), row));
  }

  private static RgbImage stacked(List<RgbImage> parts) {
    int width = parts.get(0).width();
    int height = parts.stream().mapToInt(RgbImage::height).sum();
    byte[] samples = new byte[RgbImage.CHANNELS * width * height];
    int at = 0;
    for (RgbImage part : parts) {
      part.copyTo(samples, at);
      at += RgbImage.CHANNELS * width * part.height();
    }
    return RgbImage.takeOver(width, height, samples);
  }
}
