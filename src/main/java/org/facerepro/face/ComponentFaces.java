package org.facerepro.face;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.NearNames;
import org.facerepro.core.Seed;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.image.RgbImage;

/**
 * One face with single components at their extremes: shape and colour at −2, 0 and 2 standard
 * deviations, named expressions at 0, ½ and 1; nothing else differs between the pictures.
 */
public interface ComponentFaces {

  /** Returns the names of the components of a family, in order. */
  List<String> names(Family family);

  /**
   * Draws a component at the steps of its family.
   *
   * @param number of the component in its family
   */
  List<RgbImage> draw(Family family, int number);

  /** Prepares the built-in head of a specification; its own laws hold but for identity and pose. */
  static ComponentFaces of(GeneratorSpec spec, Seed seed) {
    return new HeadComponents(spec, seed);
  }

  /** Prepares a morphable model. */
  static ComponentFaces of(GeneratorSpec spec, MorphableModel model) {
    return new ModelComponentFaces(spec, model);
  }

  /** A component by its family and number. */
  record Chosen(Family family, int number) {}

  /**
   * Finds components by a text: {@code all}, a family such as {@code shape}, or one of them, such
   * as {@code shape.nose-width} or {@code shape.#3}.
   *
   * @throws InvalidValueException if there is none
   */
  default List<Chosen> find(String text) {
    List<Chosen> found = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (Family family : Family.values()) {
      List<String> names = names(family);
      boolean whole = text.equals("all") || family.prefix().equals(text + ".");
      for (int k = 0; k < names.size(); k++) {
        String label = family.prefix() + names.get(k);
        known.add(label);
        if (whole || text.equals(label) || text.equals(family.prefix() + "#" + k)) {
          found.add(new Chosen(family, k));
        }
      }
    }
    if (found.isEmpty()) {
      throw new InvalidValueException(
          "--preview-component",
          "all, shape, colour, expression, or a component such as shape.#0"
              + NearNames.hint(text, known),
          "'" + text + "'");
    }
    return found;
  }

  /** Returns the components of the built-in head. */
  static List<String> builtIn(Family family) {
    return switch (family) {
      case SHAPE -> EnumNames.all(ShapeComponent.class);
      case COLOUR -> EnumNames.all(ColourComponent.class);
      case EXPRESSION -> EnumNames.all(ExpressionComponent.class);
    };
  }
}
