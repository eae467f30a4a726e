package org.facerepro.metric.trial;

import java.util.Arrays;

/** Covariances over bootstrap replicates. */
final class Covariance {
  private Covariance() {}

  /**
   * Returns the mean covariance of two different rows, divisor R − 1. Equal to (Var(Σ rows) − Σ
   * Var(row)) / (S(S − 1)), which costs O(S·R).
   *
   * @param rows {@code [S, R]}, at least two each
   */
  static double betweenRows(double[][] rows) {
    int n = rows.length;
    double[] sums = new double[rows[0].length];
    double own = 0;
    for (double[] row : rows) {
      own += Sample.of(row).variance();
      Arrays.setAll(sums, r -> sums[r] + row[r]);
    }
    return (Sample.of(sums).variance() - own) / ((double) n * (n - 1));
  }
}
