package org.facerepro.report.page;

import java.util.Locale;
import org.facerepro.metric.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A number as a page shows it.
 *
 * @param value of the run, or the mean over the runs
 * @param interval of 95 %, over subjects where that is known, else over seeds; absent without one
 * @param seeds number of runs with a value
 */
record Measured(double value, @Nullable Interval interval, int seeds) {

  /** Writes the number with its interval. */
  String text() {
    return number(value)
        + (interval == null
            ? ""
            : " (%s … %s)".formatted(number(interval.low()), number(interval.high())));
  }

  /** Writes a number as every table does. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** Writes how many times as much something is. */
  static String factor(double value, @Nullable Interval interval) {
    String range =
        interval == null
            ? ""
            : String.format(Locale.ROOT, " (%.2f … %.2f)", interval.low(), interval.high());
    return String.format(Locale.ROOT, "%.2f", value) + range;
  }

  /** Writes a count with its thousands apart. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Writes a difference, always with its sign. */
  static String difference(double value, @Nullable Interval interval) {
    String range =
        interval == null
            ? ""
            : String.format(Locale.ROOT, " (%+.4f … %+.4f)", interval.low(), interval.high());
    return String.format(Locale.ROOT, "%+.4f", value) + range;
  }
}
