package org.facerepro.metric;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;

/** Builds small scores. */
final class TestScores {
  private TestScores() {}

  /** Starts scores of one fold. */
  static Scores of(double[] genuine, double... impostor) {
    Scores.Builder scores = Scores.builder(1);
    for (double similarity : genuine) {
      scores.add((float) similarity, true, 0, "a", "a");
    }
    for (double similarity : impostor) {
      scores.add((float) similarity, false, 0, "a", "b");
    }
    return scores.build();
  }

  /** Draws overlapping classes with ties, some failures, and folds of unequal size. */
  static Scores random(long seed, int n, int folds, double failures) {
    Rng rng = new Seed(seed).rng();
    Scores.Builder scores = Scores.builder(folds);
    for (int i = 0; i < n; i++) {
      boolean genuine = rng.chance(0.4);
      double similarity = Math.round(100 * rng.gaussian(genuine ? 0.4 : 0.1, 0.2)) / 100.0;
      int fold = (int) (folds * rng.nextDouble() * rng.nextDouble());
      String first = "s" + fold + "-" + rng.nextInt(6);
      String second = genuine ? first : first + "x" + rng.nextInt(3);
      scores.add(
          rng.chance(failures) ? Float.NaN : (float) similarity, genuine, fold, first, second);
    }
    return scores.build();
  }
}
