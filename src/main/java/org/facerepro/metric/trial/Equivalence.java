package org.facerepro.metric.trial;

import org.facerepro.core.Require;

/**
 * Two one-sided tests (Schuirmann, 1987): a difference is shown to be less than a margin on either
 * side if its two-sided interval of level 1 − 2α lies within the margin.
 *
 * @param difference the observed one
 * @param margin that it must stay below, in absolute value
 * @param p the larger of the two one-sided p
 * @param shown whether p ≤ 1 − confidence
 * @param least the smallest margin for which it would be shown
 */
public record Equivalence(double difference, double margin, double p, boolean shown, double least) {

  /**
   * Tests a difference.
   *
   * @param standardError of the difference, not negative
   * @param slack what the difference may be off without any chance, such as half a printed step
   */
  public static Equivalence of(
      double difference,
      double standardError,
      double degreesOfFreedom,
      double slack,
      double margin,
      double confidence) {
    Require.that(standardError >= 0, "standardError", "a number of at least 0", standardError);
    Require.that(margin > 0, "margin", "a number above 0", margin);
    double off = Math.abs(difference) + slack;
    double reach =
        standardError == 0 ? 0 : Student.quantile(1 - confidence, degreesOfFreedom) * standardError;
    double room = margin - off;
    double t = standardError == 0 ? room * Double.POSITIVE_INFINITY : room / standardError;
    double p = room == 0 && standardError == 0 ? 1 : Student.above(t, degreesOfFreedom);
    return new Equivalence(difference, margin, p, p <= 1 - confidence, off + reach);
  }
}
