package org.facerepro.report.nightly;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.facerepro.metric.Interval;
import org.facerepro.metric.MetricEntry;

/**
 * Tells whether a number moved beyond noise from one night to the next.
 *
 * <p>With two seeds or more, by Welch's test over the seeds of both nights, since a network that is
 * trained again after any change differs by as much as another seed does. With one seed, by the
 * intervals of both numbers, taken as independent; that is the noise of the test subjects alone and
 * the evidence says so. A number without an interval is a count and may not move. Alarms are raised
 * at one chance in a hundred for each number, which is our own choice.
 */
final class Movement {
  private static final double CHANCE = 0.01;

  /** Half-widths of 95 % intervals become those of 99 %: z(0.995) / z(0.975). */
  private static final double WIDER = 2.5758293 / 1.9599640;

  private Movement() {}

  /**
   * Returns the evidence that a number moved, or nothing if it may be noise.
   *
   * @param before entries by seed, each with a value
   * @param now the same seeds in the same order
   */
  static Optional<String> evidence(List<MetricEntry> before, List<MetricEntry> now) {
    double[] first = values(before);
    double[] second = values(now);
    if (Arrays.equals(first, second)) {
      return Optional.empty();
    }
    return first.length == 1
        ? ofOneSeed(before.get(0), now.get(0), second[0] - first[0])
        : ofSeeds(first, second);
  }

  private static double[] values(List<MetricEntry> entries) {
    return entries.stream()
        .mapToDouble(entry -> entry.value() == null ? Double.NaN : entry.value())
        .toArray();
  }

  private static Optional<String> ofOneSeed(MetricEntry before, MetricEntry now, double moved) {
    Interval first = before.interval();
    Interval second = now.interval();
    if (first == null || second == null) {
      return Optional.of(text("moved by %+.6f, and it has no noise", moved));
    }
    double room = WIDER * Math.hypot(half(first), half(second));
    return Math.abs(moved) <= room
        ? Optional.empty()
        : Optional.of(
            text(
                "moved by %+.6f, more than the %.6f that test subjects explain"
                    + " (one seed: the noise of training is not known)",
                moved, room));
  }

  private static double half(Interval interval) {
    return (interval.high() - interval.low()) / 2;
  }

  private static Optional<String> ofSeeds(double[] first, double[] second) {
    double ofFirst = variance(first) / first.length;
    double ofSecond = variance(second) / second.length;
    double moved = mean(second) - mean(first);
    double variance = ofFirst + ofSecond;
    if (variance == 0) {
      return moved == 0
          ? Optional.empty()
          : Optional.of(text("moved by %+.6f, and it does not vary over seeds", moved));
    }
    double freedom =
        variance
            * variance
            / (ofFirst * ofFirst / (first.length - 1) + ofSecond * ofSecond / (second.length - 1));
    double t = moved / Math.sqrt(variance);
    double p = 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t));
    return p > CHANCE
        ? Optional.empty()
        : Optional.of(
            text(
                "moved by %+.6f over %d seeds (Welch's t %.2f, p %.2g)",
                moved, second.length, t, p));
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElse(Double.NaN);
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
