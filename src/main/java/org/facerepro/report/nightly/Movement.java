package org.facerepro.report.nightly;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.facerepro.archive.compare.NumberChange;
import org.facerepro.archive.compare.NumberChange.Significance;
import org.facerepro.metric.Interval;
import org.facerepro.metric.trial.Welch;

/**
 * Tells whether a number moved beyond noise from one night to the next.
 *
 * <p>With two seeds or more, by Welch's test over the seeds of both nights, since a network that is
 * trained again after any change differs by as much as another seed does; p below {@value #CHANCE},
 * one false alarm in a hundred numbers, is our own choice. With one seed, by the interval of the
 * difference on the same test subjects: training noise is not in it, and the evidence says so.
 * Whether an image can be enrolled is no matter of noise.
 */
final class Movement {
  private static final double CHANCE = 0.01;

  private Movement() {}

  /** Returns the evidence that a number of one seed moved, or nothing if it may be noise. */
  static Optional<String> ofOneSeed(NumberChange change) {
    Double moved = change.difference();
    if (moved == null || change.significance() != Significance.DIFFERENT) {
      return Optional.empty();
    }
    Interval interval = change.interval();
    String beyond =
        interval == null
            ? "the 95 % intervals of both do not overlap"
            : text("95 %% interval %+.6f … %+.6f", interval.low(), interval.high());
    return Optional.of(
        text("moved by %+.6f on the same test subjects", moved)
            + " ("
            + beyond
            + "; one seed, so the noise of training is not known)");
  }

  /**
   * Returns the evidence that a number of several seeds moved, or nothing if it may be noise.
   *
   * @param before by seed, two at least
   * @param now the same seeds
   */
  static Optional<String> ofSeeds(double[] before, double[] now) {
    Welch test = Welch.of(now, before);
    return test.p() >= CHANCE
        ? Optional.empty()
        : Optional.of(
            text(
                "the mean over %d seeds moved by %+.6f (Welch p = %.2g)",
                now.length, test.difference(), test.p()));
  }

  /** Returns the evidence that shares of images without a template moved with some seed. */
  static Optional<String> ofFailures(double[] before, double[] now) {
    return Arrays.equals(before, now)
        ? Optional.empty()
        : Optional.of("whether an image can be enrolled is no matter of noise");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
