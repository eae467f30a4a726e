package org.facerepro.metric.trial;

import java.util.Arrays;
import org.facerepro.core.Require;

/** Mean and variance of a few values. */
final class Sample {
  private final int size;
  private final double mean;
  private final double squares;

  private Sample(int size, double mean, double squares) {
    this.size = size;
    this.mean = mean;
    this.squares = squares;
  }

  /** Takes finite values, at least one. */
  static Sample of(double... values) {
    Require.that(values.length > 0, "values", "at least one", "none");
    double sum = 0;
    for (double value : values) {
      Require.that(Double.isFinite(value), "values", "finite numbers", value);
      sum += value;
    }
    double mean = sum / values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    // Rounding of the mean must not look like spread where all values are the same.
    boolean same = Arrays.stream(values).allMatch(v -> v == values[0]);
    return same
        ? new Sample(values.length, values[0], 0)
        : new Sample(values.length, mean, squares);
  }

  int size() {
    return size;
  }

  double mean() {
    return mean;
  }

  /** Returns the variance with divisor n − 1; 0 of one value. */
  double variance() {
    return size < 2 ? 0 : squares / (size - 1);
  }

  /** Returns the sum of squared distances from the mean. */
  double squares() {
    return squares;
  }
}
