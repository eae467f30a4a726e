package org.facerepro.metric.trial;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t distribution, rounded to twelve digits so that no bit hangs on a platform. Degrees of
 * freedom may be fractions and infinite, which is the normal distribution.
 */
final class Student {
  private static final MathContext DIGITS = new MathContext(12);

  private Student() {}

  /** Returns the number that t exceeds with probability {@code tail}. */
  static double quantile(double tail, double degreesOfFreedom) {
    return rounded(of(degreesOfFreedom).inverseSurvivalProbability(tail));
  }

  /** Returns the probability that t is above a number, which may be infinite. */
  static double above(double t, double degreesOfFreedom) {
    if (Double.isInfinite(t)) {
      return t > 0 ? 0 : 1;
    }
    return rounded(of(degreesOfFreedom).survivalProbability(t));
  }

  /** Returns the probability that t is at least as far from 0 as a number. */
  static double twoSided(double t, double degreesOfFreedom) {
    return 2 * above(Math.abs(t), degreesOfFreedom);
  }

  private static TDistribution of(double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom);
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
