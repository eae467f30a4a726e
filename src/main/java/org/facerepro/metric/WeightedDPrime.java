package org.facerepro.metric;

import java.util.OptionalDouble;

/**
 * d′ under many weights, see {@link DPrime}; each number costs O(n). Failed comparisons are left
 * out. In double precision, as replicates need no more.
 */
final class WeightedDPrime {
  private final LabelledScores scores;

  WeightedDPrime(LabelledScores scores) {
    this.scores = scores;
  }

  /** Returns d′; nothing where a class is empty or both are constant. */
  OptionalDouble of(int[] weights) {
    double[] sums = new double[2];
    double[] totals = new double[2];
    for (int i = 0; i < weights.length; i++) {
      if (!Double.isNaN(scores.similarity(i))) {
        int type = scores.genuine(i) ? 1 : 0;
        totals[type] += weights[i];
        sums[type] += weights[i] * scores.similarity(i);
      }
    }
    if (totals[0] == 0 || totals[1] == 0) {
      return OptionalDouble.empty();
    }
    double[] means = {sums[0] / totals[0], sums[1] / totals[1]};
    double pooled =
        (variance(weights, 0, means[0], totals[0]) + variance(weights, 1, means[1], totals[1])) / 2;
    return pooled > 0
        ? OptionalDouble.of(Math.abs(means[1] - means[0]) / Math.sqrt(pooled))
        : OptionalDouble.empty();
  }

  private double variance(int[] weights, int type, double mean, double total) {
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      if ((scores.genuine(i) ? 1 : 0) == type && !Double.isNaN(scores.similarity(i))) {
        double deviation = scores.similarity(i) - mean;
        squares += weights[i] * deviation * deviation;
      }
    }
    return squares / total;
  }
}
