package org.facerepro.metric;

import java.math.BigDecimal;
import java.math.MathContext;

/** Sums and quotients whose last bit is defined. */
final class Sums {
  private static final int LANES = 8;
  private static final int BLOCK = 128;
  private static final long EXACT_DOUBLE = 1L << 53;
  private static final MathContext QUOTIENT = new MathContext(40);

  private Sums() {}

  /** Adds in the order of NumPy's pairwise summation, whose last bits peers print. */
  static double pairwise(double[] terms) {
    return pairwise(terms, 0, terms.length);
  }

  private static double pairwise(double[] a, int from, int n) {
    if (n > BLOCK) {
      int half = n / 2 - n / 2 % LANES;
      return pairwise(a, from, half) + pairwise(a, from + half, n - half);
    }
    int blocked = n - n % LANES;
    double sum = blocked == 0 ? 0 : lanes(a, from, blocked);
    for (int i = blocked; i < n; i++) {
      sum += a[from + i];
    }
    return sum;
  }

  private static double lanes(double[] a, int from, int n) {
    double[] r = new double[LANES];
    System.arraycopy(a, from, r, 0, LANES);
    for (int i = LANES; i < n; i++) {
      r[i % LANES] += a[from + i];
    }
    return ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
  }

  static double mean(double[] values) {
    return pairwise(values) / values.length;
  }

  /** Returns the squared deviations from the mean, added up. */
  static double squaredDeviations(double[] values) {
    double mean = mean(values);
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double deviation = values[i] - mean;
      squares[i] = deviation * deviation;
    }
    return pairwise(squares);
  }

  /** Returns the double nearest to a fraction of two counts. */
  static double quotient(long numerator, long denominator) {
    if (numerator < EXACT_DOUBLE && denominator < EXACT_DOUBLE) {
      return (double) numerator / denominator;
    }
    return BigDecimal.valueOf(numerator)
        .divide(BigDecimal.valueOf(denominator), QUOTIENT)
        .doubleValue();
  }
}
