package org.facerepro.metric.trial;

import org.facerepro.core.Require;
import org.facerepro.metric.Interval;

/**
 * The test of Welch (Biometrika 34, 1947) for a difference of two means: t = (ā − b̄) / √(a²/m +
 * b²/n) with the sample variances a², b², ν after Satterthwaite.
 *
 * <p>A single value has no variance; that of the other side is taken for it, so that t = (x − b̄) /
 * (b·√(1 + 1/n)) with n − 1 degrees of freedom, the test of one new value against a sample. Where
 * no value varies, p is 1 if the means are equal and 0 otherwise. Example: 1, 2, 3 against 2, 4, 6
 * gives t = −1.5492, ν = 2.9412, p = 0.2209.
 *
 * @param difference ā − b̄
 * @param standardError its standard error
 * @param degreesOfFreedom ν
 * @param p two-sided
 */
public record Welch(double difference, double standardError, double degreesOfFreedom, double p) {

  /**
   * Tests two samples.
   *
   * @throws org.facerepro.core.InvalidValueException if both have one value, which tells nothing of
   *     their spread
   */
  public static Welch of(double[] first, double[] second) {
    Require.that(
        first.length > 1 || second.length > 1, "values", "two on one side at least", "one each");
    Sample a = Sample.of(first);
    Sample b = Sample.of(second);
    double ofA = (a.size() > 1 ? a : b).variance() / a.size();
    double ofB = (b.size() > 1 ? b : a).variance() / b.size();
    double difference = a.mean() - b.mean();
    double error = Math.sqrt(ofA + ofB);
    double freedom = freedom(a, b, ofA, ofB);
    if (error == 0) {
      return new Welch(difference, 0, freedom, difference == 0 ? 1 : 0);
    }
    return new Welch(difference, error, freedom, Student.twoSided(difference / error, freedom));
  }

  private static double freedom(Sample a, Sample b, double ofA, double ofB) {
    if (a.size() == 1 || b.size() == 1 || ofA + ofB == 0) {
      return a.size() + b.size() - 2.0;
    }
    double sum = ofA + ofB;
    return sum * sum / (ofA * ofA / (a.size() - 1) + ofB * ofB / (b.size() - 1));
  }

  /** Returns the two-sided interval of the difference of the means. */
  public Interval interval(double level) {
    double half =
        standardError == 0
            ? 0
            : Student.quantile((1 - level) / 2, degreesOfFreedom) * standardError;
    return new Interval(difference - half, difference + half, level, Interval.Method.WELCH_SEEDS);
  }
}
