package org.facerepro.face.truth;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.facerepro.core.Require;

/** What is known of one picture; facts that a generator does not have are absent. Immutable. */
public final class FaceFacts {
  private final Map<FaceFact, Double> values;

  private FaceFacts(Map<FaceFact, Double> values) {
    this.values = values;
  }

  /**
   * Takes a copy of facts.
   *
   * @throws org.facerepro.core.InvalidValueException if one is not finite
   */
  public static FaceFacts of(Map<FaceFact, Double> values) {
    Map<FaceFact, Double> copy = new EnumMap<>(FaceFact.class);
    values.forEach(
        (fact, value) -> {
          Require.that(Double.isFinite(value), fact.label(), "a finite number", value);
          copy.put(fact, value);
        });
    return new FaceFacts(copy);
  }

  /** Returns a fact, if it is known. */
  public OptionalDouble get(FaceFact fact) {
    Double value = values.get(fact);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
