package org.facerepro.experiment.repeat;

import java.util.Locale;

/**
 * How far two contents are apart.
 *
 * @param largest largest difference of two numbers, relative to the largest number beside them;
 *     infinite where the contents do not even have the same form
 * @param where the file, and the place in it
 */
record Distance(double largest, String where) {
  /**
   * What rounding explains: sums in float32 that are taken in another order, carried through a
   * network, are off by some 1e-6 to 1e-5. Our choice; noise between seeds is a hundred times more.
   */
  private static final double CLOSE = 1e-4;

  static final Distance NONE = new Distance(0, "");

  static Distance other(String where) {
    return new Distance(Double.POSITIVE_INFINITY, where);
  }

  /** Takes two numbers beside which the largest has a magnitude. */
  static Distance of(double a, double b, double magnitude, String where) {
    if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
      return NONE;
    }
    double distance = Math.abs(a - b) / magnitude;
    return Double.isFinite(distance) ? new Distance(distance, where) : other(where);
  }

  Distance max(Distance other) {
    return other.largest > largest ? other : this;
  }

  boolean isClose() {
    return largest <= CLOSE;
  }

  String text() {
    return Double.isInfinite(largest)
        ? where
        : String.format(Locale.ROOT, "%s is off by %.2g of the largest number", where, largest);
  }
}
