package org.facerepro.face.person;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.facerepro.face.law.Law;

/**
 * A part of the population within which skin, hair and features go together.
 *
 * @param weight relative frequency
 * @param melanin mean skin darkness
 * @param hair mean hair darkness
 * @param fold mean strength of the inner eye fold
 * @param nose shift of the nose's width, standard deviations
 * @param lips shift of the lips' fullness, standard deviations
 */
public record PopulationGroup(
    double weight, double melanin, double hair, double fold, double nose, double lips) {
  private static final PopulationGroup[] ALL = {
    new PopulationGroup(0.62, 0.17, 0.62, 0.05, -0.3, -0.3),
    new PopulationGroup(0.12, 0.30, 0.88, 0.10, 0.0, 0.2),
    new PopulationGroup(0.12, 0.26, 0.97, 0.80, 0.5, 0.2),
    new PopulationGroup(0.06, 0.48, 0.95, 0.10, 0.2, 0.4),
    new PopulationGroup(0.08, 0.76, 0.98, 0.15, 1.4, 1.4),
  };

  private static final Law.Choice LAW =
      new Law.Choice(
          IntStream.range(0, ALL.length).mapToObj(i -> (double) i).toList(),
          Arrays.stream(ALL).map(PopulationGroup::weight).toList());

  /** Returns the law of the group's number in the population. */
  static Law law() {
    return LAW;
  }

  /** Returns the number of groups. */
  public static int count() {
    return ALL.length;
  }

  /** Returns group number {@code index}, from 0. */
  static PopulationGroup of(int index) {
    return ALL[index];
  }
}
