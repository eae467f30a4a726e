package org.facerepro.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.NearNames;
import org.facerepro.face.law.ComponentControl;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Draws;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.MorphableModel;

/**
 * The components of one of a model's spaces as controls. A component goes by its name in the model
 * or by {@code #k}, its number from 0. Immutable.
 */
final class ModelComponents {
  private final List<String> names;
  private final List<ComponentControl> controls;
  private final List<String> streams;

  private ModelComponents(
      List<String> names, List<ComponentControl> controls, List<String> streams) {
    this.names = names;
    this.controls = controls;
    this.streams = streams;
  }

  /**
   * Makes the controls of a space.
   *
   * @param set names of components that have a law or are swept, without the family's prefix
   * @throws InvalidValueException if the model has no such component
   */
  static ModelComponents of(MorphableModel model, Family family, Set<String> set) {
    List<String> names = space(model, family).names();
    for (String name : set) {
      number(names, family.prefix(), name);
    }
    List<ComponentControl> controls = new ArrayList<>();
    List<String> streams = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      String numbered = "#" + k;
      String used = set.contains(numbered) ? numbered : names.get(k);
      controls.add(new ComponentControl(family, used));
      streams.add(family.prefix() + pair(names.get(k)));
    }
    return new ModelComponents(names, controls, streams);
  }

  static LinearSpace space(MorphableModel model, Family family) {
    return switch (family) {
      case SHAPE -> model.shape();
      case COLOUR -> model.colour();
      case EXPRESSION -> model.expression();
    };
  }

  /**
   * Returns the number of a component by its name or {@code #k}.
   *
   * @throws InvalidValueException if there is none
   */
  static int number(List<String> names, String prefix, String name) {
    int found = names.indexOf(name);
    if (found < 0 && name.matches("#\\d{1,6}")) {
      found = Integer.parseInt(name.substring(1));
    }
    if (found < 0 || found >= names.size()) {
      throw new InvalidValueException(
          prefix + name,
          "one of the model's %d components, by name or from #0 to #%d%s"
              .formatted(names.size(), names.size() - 1, NearNames.hint(name, names)),
          "'" + name + "'");
    }
    return found;
  }

  /**
   * Returns the number of the component that is a usual blend shape, by its letters; -1 if none.
   */
  int blendShape(String letters) {
    return blendShape(names, letters);
  }

  static int blendShape(List<String> names, String letters) {
    return names.stream()
        .map(name -> name.replace("-", "").toLowerCase(Locale.ROOT))
        .toList()
        .indexOf(letters);
  }

  /** Takes the sides off, so that left and right of one movement share a stream of chance. */
  private static String pair(String name) {
    return name.replaceAll("(_L|_R|-left|-right|Left|Right)$", "");
  }

  /** Returns the controls that are set among some, by name without the family's prefix. */
  static Set<String> set(Family family, Iterable<Control> all) {
    Set<String> found = new TreeSet<>();
    for (Control control : all) {
      if (control instanceof ComponentControl component && component.family() == family) {
        found.add(component.component());
      }
    }
    return found;
  }

  int size() {
    return names.size();
  }

  List<String> names() {
    return names;
  }

  /** Returns the name of the stream of chance of a component. */
  String stream(int k) {
    return streams.get(k);
  }

  /** Returns what a law or a sweep gives a component, else the usual value, to four decimals. */
  double value(Draws draws, int k, double usual) {
    return draws.given(controls.get(k)).orElse(Math.round(usual * 1e4) / 1e4);
  }
}
