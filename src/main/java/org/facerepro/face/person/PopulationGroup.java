package org.facerepro.face.person;

import org.facerepro.core.Rng;

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

  public static PopulationGroup draw(Rng rng) {
    double r = rng.nextDouble();
    for (PopulationGroup group : ALL) {
      r -= group.weight;
      if (r < 0) {
        return group;
      }
    }
    return ALL[0];
  }
}
