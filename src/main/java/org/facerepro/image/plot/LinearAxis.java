package org.facerepro.image.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.facerepro.core.Require;

/**
 * Equal steps.
 *
 * @param title what is measured
 * @param low value at the start
 * @param high value at the end, above {@code low}
 * @param steps number of steps marked
 * @param decimals digits behind the point of marks
 */
public record LinearAxis(String title, double low, double high, int steps, int decimals)
    implements Axis {
  private static final double[] NICE = {1, 2, 5, 10};
  private static final int MOST_STEPS = 10;
  private static final double ROUNDING = 1e-9;

  public LinearAxis {
    Require.that(low < high, "low", "a number below " + high, low);
    Require.between("steps", steps, 1, 100);
  }

  /** An axis of rates, 0 to 1 in tenths. */
  public static LinearAxis ofRate(String title) {
    return new LinearAxis(title, 0, 1, 10, 1);
  }

  /**
   * An axis from 0 to at least {@code highest}, in four to ten steps of 1, 2 or 5 times a power of
   * ten.
   *
   * @param highest the largest value shown, above 0
   */
  public static LinearAxis upTo(String title, double highest) {
    Require.between("highest", highest, Double.MIN_NORMAL, Double.MAX_VALUE / MOST_STEPS);
    int decade = (int) Math.floor(Math.log10(highest / MOST_STEPS));
    double step = Math.pow(10, decade);
    for (double factor : NICE) {
      step = factor * Math.pow(10, decade);
      if (Math.ceil(highest / step - ROUNDING) <= MOST_STEPS) {
        break;
      }
    }
    int steps = Math.max(1, (int) Math.ceil(highest / step - ROUNDING));
    int decimals = Math.max(0, -(int) Math.floor(Math.log10(step) + ROUNDING));
    return new LinearAxis(title, 0, steps * step, steps, decimals);
  }

  @Override
  public double position(double value) {
    return Math.min(1, Math.max(0, (value - low) / (high - low)));
  }

  @Override
  public List<Tick> ticks() {
    return IntStream.rangeClosed(0, steps)
        .mapToDouble(step -> low + (high - low) * step / steps)
        .mapToObj(v -> new Tick(v, String.format(Locale.ROOT, "%." + decimals + "f", v)))
        .toList();
  }
}
