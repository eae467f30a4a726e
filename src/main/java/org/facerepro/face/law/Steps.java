package org.facerepro.face.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Require;

/** Equally spaced points between two ends, counted in decimal arithmetic. */
public final class Steps {
  private static final int MOST = 1_000_000;

  private Steps() {}

  /** Checks that there is at least one point and at most a million. */
  static void require(double start, double end, double step) {
    Numbers.finite("start", start);
    Numbers.finite("end", end);
    Numbers.positive("step", step);
    Require.that(start <= end, "start", "a number not above end (" + end + ")", start);
    Require.that(
        (end - start) / step < MOST, "step", "a step that gives at most " + MOST + " points", step);
  }

  /** Returns {@code start, start + step, …}, not above {@code end}. */
  public static List<Double> of(double start, double end, double step) {
    require(start, end, step);
    return IntStream.range(0, count(start, end, step))
        .mapToObj(i -> point(start, step, i))
        .toList();
  }

  static int count(double start, double end, double step) {
    BigDecimal length = BigDecimal.valueOf(end).subtract(BigDecimal.valueOf(start));
    return length.divide(BigDecimal.valueOf(step), 0, RoundingMode.FLOOR).intValueExact() + 1;
  }

  static double point(double start, double step, int i) {
    return BigDecimal.valueOf(step)
        .multiply(BigDecimal.valueOf(i))
        .add(BigDecimal.valueOf(start))
        .doubleValue();
  }
}
