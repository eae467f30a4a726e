package org.facerepro.report;

import java.util.Locale;

/** Sizes and durations for people. */
final class Amount {
  private static final double STEP = 1024;
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  private Amount() {}

  /** Returns bytes in the unit that suits them, such as {@code 3.4 MiB}. */
  static String bytes(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double value = bytes / STEP;
    String unit = "KiB";
    for (String next : new String[] {"MiB", "GiB", "TiB"}) {
      if (value >= STEP) {
        value /= STEP;
        unit = next;
      }
    }
    return String.format(Locale.ROOT, "%.1f %s", value, unit);
  }

  /** Returns seconds in the unit that suits them, such as {@code 12 s} or {@code 2.5 h}. */
  static String seconds(double seconds) {
    if (seconds < 1) {
      return "< 1 s";
    }
    if (seconds < 2 * MINUTE) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return seconds < 2 * HOUR
        ? String.format(Locale.ROOT, "%.0f min", seconds / MINUTE)
        : String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
  }
}
