package org.facerepro.metric.trial;

import org.jspecify.annotations.Nullable;

/**
 * How far runs of one specification lie apart: the pooled standard deviation s of this trial's runs
 * and of stored reference runs, √((SS₁ + SS₂) / ν) with ν = (n₁ − 1) + (n₂ − 1).
 *
 * @param mean of this trial
 * @param runs of this trial, n
 * @param std s; 0 where ν is
 * @param degreesOfFreedom ν
 */
public record RunSpread(double mean, int runs, double std, int degreesOfFreedom) {

  /** Pools; {@code reference} may be empty. */
  public static RunSpread of(double[] values, double[] reference) {
    Sample own = Sample.of(values);
    int freedom = own.size() - 1;
    double squares = own.squares();
    if (reference.length > 0) {
      Sample stored = Sample.of(reference);
      freedom += stored.size() - 1;
      squares += stored.squares();
    }
    double std = freedom == 0 ? 0 : Math.sqrt(squares / freedom);
    return new RunSpread(own.mean(), own.size(), std, freedom);
  }

  /** Returns the standard error of the mean less one further run, s·√(1 + 1/n). */
  public double errorOfOneMore() {
    return std * Math.sqrt(1 + 1.0 / runs);
  }

  /** Returns how far one further run lies from the mean at most, with the given confidence. */
  public double reachOfOneMore(double confidence) {
    return std == 0
        ? 0
        : Student.quantile((1 - confidence) / 2, degreesOfFreedom) * errorOfOneMore();
  }

  /**
   * Tests whether the mean and one further run belong to equal means.
   *
   * @param margin the largest difference that counts as none; without one, the smallest that would
   *     be shown
   */
  public Equivalence equivalence(
      double difference, double slack, @Nullable Double margin, double confidence) {
    return Equivalence.of(
        difference,
        errorOfOneMore(),
        degreesOfFreedom,
        slack,
        margin == null ? Double.MAX_VALUE : margin,
        confidence);
  }
}
