package org.facerepro.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facerepro.core.Require;

/**
 * The numbers at which something was measured, marked where there is room.
 *
 * @param title what they are
 * @param values ascending, two or more; above 0 where {@code logarithmic}
 * @param logarithmic whether equal ratios have equal distances
 */
public record NumberAxis(String title, List<Double> values, boolean logarithmic) implements Axis {
  /** Room left beside the first and the last number, as a part of the axis. */
  private static final double MARGIN = 0.04;

  private static final double ROOM_EACH_CHARACTER = 0.0125;

  public NumberAxis {
    values = List.copyOf(values);
    Require.that(values.size() > 1, "values", "two numbers or more", values);
  }

  @Override
  public double position(double value) {
    double first = scaled(values.get(0));
    double last = scaled(values.get(values.size() - 1));
    double share = (scaled(value) - first) / (last - first);
    return Math.min(1, Math.max(0, MARGIN + share * (1 - 2 * MARGIN)));
  }

  private double scaled(double value) {
    return logarithmic ? Math.log10(value) : value;
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      String label = label(value);
      double half = label.length() * ROOM_EACH_CHARACTER / 2;
      boolean room = position(value) - half > end;
      ticks.add(new Tick(value, room ? label : ""));
      end = room ? position(value) + half : end;
    }
    return ticks;
  }

  private static String label(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
