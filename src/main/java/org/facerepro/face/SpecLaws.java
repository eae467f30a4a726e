package org.facerepro.face;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.NearNames;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.ComponentControl;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Controls;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;
import org.facerepro.face.law.Laws;
import org.facerepro.face.law.Preset;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.scene.FaceDomain;
import org.jspecify.annotations.Nullable;

/** Puts the laws of a specification together. */
final class SpecLaws {
  /**
   * A model from a file knows the spread of its own coefficients; the factors of the presets are
   * those of the built-in head.
   */
  private static final Law OWN_SPREAD = new Law.Constant(1);

  private SpecLaws() {}

  static Laws of(
      FaceDomain domain,
      @Nullable Preset preset,
      Map<String, Law> single,
      List<AppearancePart> without,
      boolean builtIn) {
    Laws laws = (domain == FaceDomain.PROXY_REAL ? Preset.PROXY_REAL : Preset.GRAPHICS).laws();
    if (preset != null) {
      laws = laws.with(preset.laws());
    }
    if (!builtIn) {
      laws =
          laws.with(FaceControl.SHAPE_SCALE, OWN_SPREAD).with(FaceControl.COLOUR_SCALE, OWN_SPREAD);
    }
    for (Map.Entry<String, Law> entry : new TreeMap<>(single).entrySet()) {
      laws = set(laws, entry.getKey(), entry.getValue(), builtIn);
    }
    for (AppearancePart part : without) {
      laws = laws.without(part);
    }
    return laws;
  }

  private static Laws set(Laws laws, String name, Law law, boolean builtIn) {
    String key = "laws/" + name;
    Control control = builtIn ? control(key, name) : Controls.named(key, name);
    try {
      return laws.with(control, law);
    } catch (InvalidValueException e) {
      throw new InvalidValueException("laws/" + name, e.expectation(), law);
    }
  }

  /** Returns the control of a name; a component must be one of the built-in head. */
  static Control control(String key, String name) {
    Control control = Controls.named(key, name);
    if (control instanceof ComponentControl component) {
      List<String> known = components(component.family());
      if (!known.contains(component.component())) {
        throw new InvalidValueException(
            key,
            "a component of the built-in head" + NearNames.hint(component.component(), known),
            "'" + name + "'");
      }
    }
    return control;
  }

  private static List<String> components(ComponentControl.Family family) {
    return switch (family) {
      case SHAPE -> EnumNames.all(ShapeComponent.class);
      case COLOUR -> EnumNames.all(ColourComponent.class);
      case EXPRESSION -> EnumNames.all(ExpressionComponent.class);
    };
  }
}
