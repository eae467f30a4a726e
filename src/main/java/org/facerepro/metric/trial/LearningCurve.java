package org.facerepro.metric.trial;

import java.util.List;
import org.facerepro.core.Require;

/**
 * How much data was needed to reach a level: a line over the logarithm of the amount between
 * measured points.
 *
 * @param amounts of data, rising, in any unit, two at least
 */
public record LearningCurve(List<Double> amounts) {
  public LearningCurve {
    amounts = List.copyOf(amounts);
    Require.that(amounts.size() > 1, "amounts", "two or more", amounts);
    double before = 0;
    for (double amount : amounts) {
      Require.that(
          Double.isFinite(amount) && amount > before, "amounts", "rising numbers above 0", amounts);
      before = amount;
    }
  }

  /**
   * Returns the smallest amount with which the line reaches a level; the largest amount where it
   * never does, which is then a lower bound, and the smallest where it is there from the start.
   *
   * @param values at the amounts, {@code [n]}
   */
  public double needed(double[] values, double level) {
    Require.that(
        values.length == amounts.size(), "values", amounts.size() + " values", values.length);
    if (values[0] >= level) {
      return amounts.get(0);
    }
    for (int i = 1; i < values.length; i++) {
      if (values[i] >= level) {
        double part = (level - values[i - 1]) / (values[i] - values[i - 1]);
        return amounts.get(i - 1) * StrictMath.pow(amounts.get(i) / amounts.get(i - 1), part);
      }
    }
    return amounts.get(values.length - 1);
  }

  /** Returns whether the line reaches a level, so that {@link #needed} is no bound from below. */
  public boolean reaches(double[] values, double level) {
    for (double value : values) {
      if (value >= level) {
        return true;
      }
    }
    return false;
  }
}
