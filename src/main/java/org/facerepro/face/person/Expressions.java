package org.facerepro.face.person;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.facerepro.core.Rng;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.law.ComponentControl;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;

/** Draws facial expressions as they are met in press photographs: mostly smiling or talking. */
public final class Expressions {
  private static final double SHUT = 0.03;
  private static final Map<ExpressionComponent, ComponentControl> CONTROLS =
      Arrays.stream(ExpressionComponent.values())
          .collect(
              Collectors.toMap(
                  c -> c,
                  Family.EXPRESSION::control,
                  (a, b) -> a,
                  () -> new EnumMap<>(ExpressionComponent.class)));

  private Expressions() {}

  /**
   * Draws the face that a subject makes when it makes none; added to every picture's expression.
   */
  public static Map<ExpressionComponent, Double> rest(Rng rng) {
    Map<ExpressionComponent, Double> out = new EnumMap<>(ExpressionComponent.class);
    put(out, ExpressionComponent.SMILE, rng.gaussian(0.05, 0.25));
    put(out, ExpressionComponent.LIPS_PARTED, rng.gaussian(0.15, 0.25));
    put(out, ExpressionComponent.MOUTH_CORNERS_DOWN, rng.gaussian(0, 0.25));
    put(out, ExpressionComponent.SMIRK, rng.gaussian(0, 0.2));
    put(out, ExpressionComponent.BROW_RAISE, rng.gaussian(0, 0.3));
    put(out, ExpressionComponent.BROW_LOWER, rng.gaussian(0, 0.3));
    put(out, ExpressionComponent.EYES_CLOSED, rng.gaussian(-0.06, 0.08));
    put(out, ExpressionComponent.SQUINT, rng.gaussian(0, 0.22));
    return out;
  }

  /** Draws the expression of one picture of a subject with the given face at rest. */
  public static Map<ExpressionComponent, Double> draw(
      Map<ExpressionComponent, Double> rest, Draws draws) {
    Map<ExpressionComponent, Double> out = new EnumMap<>(ExpressionComponent.class);
    for (ExpressionComponent component : ExpressionComponent.values()) {
      out.put(component, rest.getOrDefault(component, 0.0));
    }
    mouth(out, draws);
    put(out, ExpressionComponent.LIP_PUCKER, above(0, draws, "pucker", -0.2, 0.35));
    put(out, ExpressionComponent.SMIRK, draws.rng("smirk").gaussian(0, 0.25));
    put(out, ExpressionComponent.BROW_RAISE, above(-0.3, draws, "brow-raise", 0.05, 0.25));
    put(out, ExpressionComponent.BROW_LOWER, above(0, draws, "brow-lower", 0.05, 0.25));
    put(out, ExpressionComponent.INNER_BROW_RAISE, above(0, draws, "inner-brow", -0.1, 0.3));
    put(out, ExpressionComponent.NOSE_WRINKLE, above(0, draws, "nose-wrinkle", -0.3, 0.3));
    boolean shut = draws.rng("shut").chance(SHUT);
    put(out, ExpressionComponent.EYES_CLOSED, above(-0.15, draws, "eyes", -0.03, 0.11));
    if (shut) {
      // Whatever the eyes do at rest, closed ones leave no slit.
      out.put(ExpressionComponent.EYES_CLOSED, 1.0);
    }
    double scale = draws.value(FaceControl.EXPRESSION_SCALE);
    for (Map.Entry<ExpressionComponent, Double> entry : out.entrySet()) {
      double usual = Subject.rounded(scale * entry.getValue());
      entry.setValue(
          draws.given(Objects.requireNonNull(CONTROLS.get(entry.getKey()))).orElse(usual));
    }
    return out;
  }

  private static void mouth(Map<ExpressionComponent, Double> out, Draws draws) {
    boolean smiling = draws.happens(FaceControl.EXPRESSION_SMILING, 0.75);
    boolean talking = draws.happens(FaceControl.EXPRESSION_TALKING, 0.6);
    if (!smiling) {
      put(out, ExpressionComponent.MOUTH_CORNERS_DOWN, above(0, draws, "corners", 0, 0.3));
    }
    if (smiling) {
      Rng rng = draws.rng("smile");
      double smile = rng.uniform(0.35, 1.35);
      put(out, ExpressionComponent.SMILE, smile);
      put(out, ExpressionComponent.LIPS_PARTED, smile * rng.uniform(0.4, 1.3));
      put(out, ExpressionComponent.SQUINT, smile * rng.uniform(0.1, 0.45));
    } else if (talking) {
      Rng rng = draws.rng("talk");
      put(out, ExpressionComponent.JAW_OPEN, rng.uniform(0, 0.35));
      put(out, ExpressionComponent.LIPS_PARTED, rng.uniform(0, 0.9));
    }
  }

  private static double above(double least, Draws draws, String part, double mean, double spread) {
    return Math.max(least, draws.rng(part).gaussian(mean, spread));
  }

  private static void put(
      Map<ExpressionComponent, Double> out, ExpressionComponent component, double strength) {
    out.merge(component, Subject.rounded(strength), (a, b) -> Subject.rounded(a + b));
  }
}
