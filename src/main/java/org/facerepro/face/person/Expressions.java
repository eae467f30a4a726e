package org.facerepro.face.person;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.Rng;
import org.facerepro.face.head.ExpressionComponent;

/** Draws facial expressions as they are met in press photographs: mostly smiling or talking. */
public final class Expressions {
  private Expressions() {}

  /**
   * Draws the face that a subject makes when it makes none; added to every picture's expression.
   */
  public static Map<ExpressionComponent, Double> rest(Rng rng) {
    Map<ExpressionComponent, Double> out = new EnumMap<>(ExpressionComponent.class);
    put(out, ExpressionComponent.SMILE, rng.gaussian(0, 0.25));
    put(out, ExpressionComponent.LIPS_PARTED, rng.gaussian(0.05, 0.25));
    put(out, ExpressionComponent.MOUTH_CORNERS_DOWN, rng.gaussian(0, 0.25));
    put(out, ExpressionComponent.SMIRK, rng.gaussian(0, 0.2));
    put(out, ExpressionComponent.BROW_RAISE, rng.gaussian(0, 0.3));
    put(out, ExpressionComponent.BROW_LOWER, rng.gaussian(0, 0.3));
    put(out, ExpressionComponent.EYES_CLOSED, rng.gaussian(0, 0.13));
    put(out, ExpressionComponent.SQUINT, rng.gaussian(0.1, 0.3));
    return out;
  }

  public static Map<ExpressionComponent, Double> draw(
      Map<ExpressionComponent, Double> rest, Rng rng) {
    Map<ExpressionComponent, Double> out = new EnumMap<>(ExpressionComponent.class);
    for (ExpressionComponent component : ExpressionComponent.values()) {
      out.put(component, rest.getOrDefault(component, 0.0));
    }
    if (rng.chance(0.6)) {
      double smile = rng.uniform(0.2, 1.2);
      put(out, ExpressionComponent.SMILE, smile);
      put(out, ExpressionComponent.LIPS_PARTED, smile * rng.uniform(0, 1.5));
      put(out, ExpressionComponent.SQUINT, smile * rng.uniform(0.1, 0.7));
    } else if (rng.chance(0.6)) {
      put(out, ExpressionComponent.JAW_OPEN, rng.uniform(0.05, 0.9));
      put(out, ExpressionComponent.LIPS_PARTED, rng.uniform(0, 0.8));
    }
    put(out, ExpressionComponent.MOUTH_CORNERS_DOWN, Math.max(0, rng.gaussian(0, 0.3)));
    put(out, ExpressionComponent.LIP_PUCKER, Math.max(0, rng.gaussian(-0.2, 0.35)));
    put(out, ExpressionComponent.SMIRK, rng.gaussian(0, 0.25));
    put(out, ExpressionComponent.BROW_RAISE, Math.max(-0.3, rng.gaussian(0.05, 0.25)));
    put(out, ExpressionComponent.BROW_LOWER, Math.max(0, rng.gaussian(0.05, 0.25)));
    put(out, ExpressionComponent.INNER_BROW_RAISE, Math.max(0, rng.gaussian(-0.1, 0.3)));
    put(out, ExpressionComponent.NOSE_WRINKLE, Math.max(0, rng.gaussian(-0.3, 0.3)));
    double closed = rng.chance(0.05) ? 1 : Math.max(-0.1, rng.gaussian(0.05, 0.13));
    put(out, ExpressionComponent.EYES_CLOSED, closed);
    return out;
  }

  private static void put(
      Map<ExpressionComponent, Double> out, ExpressionComponent component, double strength) {
    out.merge(component, Subject.rounded(strength), (a, b) -> Subject.rounded(a + b));
  }
}
