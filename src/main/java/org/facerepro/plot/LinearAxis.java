package org.facerepro.plot;

import java.math.BigDecimal;
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
  private static final int FEW_STEPS = 6;
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
    return new LinearAxis(title, 0, steps * step, steps, decimals(step));
  }

  /**
   * An axis that holds a range with room on both sides, in four to eight steps of 1, 2 or 5 times a
   * power of ten; of rates it does not leave 0 to 1.
   *
   * @param lowest the smallest value shown
   * @param highest the largest, not below it
   */
  public static LinearAxis around(String title, double lowest, double highest) {
    double room = Math.max((highest - lowest) / 10, 0.005);
    boolean rates = lowest >= 0 && highest <= 1;
    double from = rates ? Math.max(0, lowest - room) : lowest - room;
    double to = rates ? Math.min(1, highest + room) : highest + room;
    double step = step(to - from);
    double low = Math.floor(from / step + ROUNDING);
    double high = Math.ceil(to / step - ROUNDING);
    return new LinearAxis(title, low * step, high * step, (int) (high - low), decimals(step));
  }

  /** An axis from a number to at least another one, marked likewise; see {@link #around}. */
  public static LinearAxis from(String title, double low, double highest) {
    double step = step(Math.max(highest - low, 1e-3));
    int steps = Math.max(1, (int) Math.ceil((highest - low) / step - ROUNDING));
    int decimals = Math.max(decimals(step), BigDecimal.valueOf(low).stripTrailingZeros().scale());
    return new LinearAxis(title, low, low + steps * step, steps, decimals);
  }

  private static double step(double length) {
    double decade = Math.pow(10, Math.floor(Math.log10(length / FEW_STEPS)));
    for (double factor : NICE) {
      if (length / (factor * decade) <= FEW_STEPS + ROUNDING) {
        return factor * decade;
      }
    }
    return NICE[NICE.length - 1] * decade;
  }

  private static int decimals(double step) {
    return Math.max(0, -(int) Math.floor(Math.log10(step) + ROUNDING));
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
