package org.facerepro.metric.trial;

import java.util.Optional;
import org.facerepro.core.Require;
import org.facerepro.metric.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A number, or a difference of two, over the seeds of a trial, with the error of its mean.
 *
 * <p>With θ_s the number of seed s, S seeds, s² their sample variance (divisor S − 1):
 *
 * <ul>
 *   <li>{@code SEEDS}: V = s²/S, ν = S − 1, the interval of Student. The right one where every seed
 *       is tested on other subjects, since s² then holds their spread, too.
 *   <li>{@code SEEDS_AND_SUBJECTS}: all seeds are tested on the same comparisons, which adds an
 *       error that all seeds share and that s² does not show: V = s²/S + C with C = max(0, mean
 *       over the pairs s ≠ s' of cov(θ_s, θ_s')), covariances over bootstrap replicates of subjects
 *       that all seeds share, and ν = (s²/S + C)² / ((s²/S)² / (S − 1)). For a difference of two
 *       arms, θ_s is the difference within seed s and replicate. These are the variance of
 *       Obuchowski and Rockette (Communications in Statistics 24, 1995) for readers (here seeds)
 *       and cases (here subjects) and the degrees of freedom of Hillis (Statistics in Medicine 26,
 *       2007).
 *   <li>{@code SUBJECTS}: one seed; V is the variance over replicates, ν infinite. Says nothing of
 *       other seeds.
 * </ul>
 *
 * <p>Why seeds are not drawn, too, and percentiles taken: three numbers drawn from three vary by a
 * third less than three new ones. In simulations such intervals of level 0.95 cover 0.66 to 0.84 of
 * the time with two or three seeds of large effect, these 0.85 to 0.91.
 *
 * @param mean over seeds
 * @param seeds S
 * @param std root of s²; absent with one seed
 * @param shared C, of all seeds alike; absent where it is not part of V
 * @param standardError root of V; absent with one seed and no replicates
 * @param degreesOfFreedom ν; absent where {@code standardError} is or where ν is infinite
 * @param basis what the error covers; absent where there is none
 */
public record Estimate(
    double mean,
    int seeds,
    @Nullable Double std,
    @Nullable Double shared,
    @Nullable Double standardError,
    @Nullable Double degreesOfFreedom,
    @Nullable Basis basis) {

  public Estimate {
    Require.between("seeds", seeds, 1, Integer.MAX_VALUE);
    Require.that(
        (standardError == null) == (basis == null), "basis", "one where there is an error", seeds);
  }

  /** What the error of a mean covers. */
  public enum Basis {
    SEEDS,
    SEEDS_AND_SUBJECTS,
    SUBJECTS
  }

  /** Estimates from the seeds alone. */
  public static Estimate ofSeeds(double... values) {
    Sample sample = Sample.of(values);
    int n = sample.size();
    if (n < 2) {
      return new Estimate(sample.mean(), n, null, null, null, null, null);
    }
    double std = Math.sqrt(sample.variance());
    return new Estimate(
        sample.mean(), n, std, null, std / Math.sqrt(n), (double) (n - 1), Basis.SEEDS);
  }

  /**
   * Estimates from seeds that were tested on the same comparisons.
   *
   * @param values {@code [S]}
   * @param replicates {@code [S, R]}, the same with subjects resampled, replicate r alike for all
   */
  public static Estimate ofSeedsAndSubjects(double[] values, double[][] replicates) {
    Require.that(replicates.length == values.length, "replicates", "those of every seed", "others");
    Sample sample = Sample.of(values);
    int n = values.length;
    if (n == 1) {
      double error = Math.sqrt(Sample.of(replicates[0]).variance());
      return new Estimate(sample.mean(), n, null, null, error, null, Basis.SUBJECTS);
    }
    double ofSeeds = sample.variance() / n;
    double shared = Math.max(0, Covariance.betweenRows(replicates));
    double variance = ofSeeds + shared;
    double freedom = ofSeeds == 0 ? 0 : variance / ofSeeds * (variance / ofSeeds) * (n - 1);
    return new Estimate(
        sample.mean(),
        n,
        Math.sqrt(sample.variance()),
        shared,
        Math.sqrt(variance),
        ofSeeds == 0 ? null : freedom,
        Basis.SEEDS_AND_SUBJECTS);
  }

  /** Returns the two-sided interval of the mean, or nothing where there is no error. */
  public Optional<Interval> interval(double level) {
    Double error = standardError;
    if (error == null) {
      return Optional.empty();
    }
    double half = error == 0 ? 0 : Student.quantile((1 - level) / 2, freedom()) * error;
    return Optional.of(new Interval(mean - half, mean + half, level, method()));
  }

  private Interval.Method method() {
    return basis == Basis.SEEDS
        ? Interval.Method.STUDENT_SEEDS
        : basis == Basis.SUBJECTS
            ? Interval.Method.BOOTSTRAP_SUBJECT
            : Interval.Method.SEEDS_SUBJECTS;
  }

  /**
   * Returns the number that the mean exceeds with the given confidence, one-sided, or nothing where
   * there is no error.
   */
  public Optional<Double> atLeast(double confidence) {
    return reach(confidence).map(reach -> mean - reach);
  }

  /** Returns the number that the mean stays below; see {@link #atLeast}. */
  public Optional<Double> atMost(double confidence) {
    return reach(confidence).map(reach -> mean + reach);
  }

  private Optional<Double> reach(double confidence) {
    return Optional.ofNullable(standardError)
        .map(error -> error == 0 ? 0 : Student.quantile(1 - confidence, freedom()) * error);
  }

  /** Returns the one-sided p of "not above 0", or nothing where there is no error. */
  public Optional<Double> p() {
    return Optional.ofNullable(standardError)
        .map(error -> error == 0 ? (mean > 0 ? 0.0 : 1.0) : Student.above(mean / error, freedom()));
  }

  private double freedom() {
    return degreesOfFreedom == null ? Double.POSITIVE_INFINITY : degreesOfFreedom;
  }
}
