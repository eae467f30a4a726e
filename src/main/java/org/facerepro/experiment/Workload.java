package org.facerepro.experiment;

import org.facerepro.core.Require;

/**
 * How much work a stage is.
 *
 * @param units number of steps that take about the same time each
 * @param unit what is counted, such as pictures of 112 pixels, or pictures times epochs
 * @param like what work must share for its pace to be comparable, such as the network
 * @param pictures pictures that the stage hands on; 0 if none
 */
public record Workload(double units, String unit, String like, double pictures) {
  private static final String SETS = "sets";

  public Workload {
    Require.that(units > 0 && Double.isFinite(units), "units", "a number above 0", units);
    Require.that(pictures >= 0, "pictures", "a number from 0 up", pictures);
  }

  /** Tells whether it is a set on disk that nobody counted: one unit, however large it is. */
  boolean uncounted() {
    return unit.equals(SETS);
  }

  /**
   * How fast work goes, and how much disk it fills.
   *
   * @param unitsPerSecond units of a {@link Workload} done in a second
   * @param bytesPerUnit disk that one unit fills
   */
  record Pace(double unitsPerSecond, double bytesPerUnit) {}
}
