package org.facerepro.experiment.trial;

import java.util.Locale;
import java.util.Optional;
import org.facerepro.metric.Metric;
import org.facerepro.metric.trial.Welch;

/**
 * Whether a number moved against the stored reference runs by more than their spread: two-sided p
 * of Welch's test below {@value #LEVEL}, which is our choice, one false alarm in a hundred numbers.
 */
final class Movement {
  private static final double LEVEL = 0.01;

  private Movement() {}

  /** Says how a number moved, or nothing where it did not or where there is nothing to compare. */
  static Optional<String> of(String name, Metric metric, double[] now, Optional<double[]> before) {
    if (before.isEmpty() || now.length == 0 || now.length + before.get().length < 3) {
      return Optional.empty();
    }
    Welch test = Welch.of(now, before.get());
    if (test.p() >= LEVEL) {
      return Optional.empty();
    }
    boolean better = test.difference() > 0 == higherIsBetter(metric);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s moved by %+.4f against %d reference runs (Welch p = %.4f, %s)",
            name,
            test.difference(),
            before.get().length,
            test.p(),
            better ? "better" : "worse"));
  }

  /** Returns whether a larger number is the better one. */
  static boolean higherIsBetter(Metric metric) {
    String id = metric.id();
    return !(id.equals("eer") || id.startsWith("f") || id.contains("cllr"));
  }
}
