package org.facerepro.plot;

/**
 * A measured number with its uncertainty.
 *
 * @param x where it lies on the horizontal axis
 * @param y the number
 * @param low lower end of its interval; NaN if there is none
 * @param high upper end, likewise
 */
public record Mark(double x, double y, double low, double high) {

  /** Returns whether there is an interval. */
  boolean hasRange() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Returns the smaller of the number and the lower end. */
  public double lowest() {
    return Double.isNaN(low) ? y : Math.min(low, y);
  }

  /** Returns the larger of the number and the upper end. */
  public double highest() {
    return Double.isNaN(high) ? y : Math.max(high, y);
  }
}
