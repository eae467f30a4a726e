package org.facerepro.report.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.facerepro.core.Require;
import org.facerepro.plot.Axis;

/**
 * Rates by their logarithm, from 10^−decades to 1; smaller ones lie at the start.
 *
 * @param title what is measured
 * @param decades powers of ten shown
 */
record LogAxis(String title, int decades) implements Axis {
  private static final int WRITTEN_OUT = 3;

  LogAxis {
    Require.between("decades", decades, 1, 12);
  }

  /** An axis that ends where {@code trials} no longer resolve a rate. */
  static LogAxis resolving(String title, long trials) {
    return new LogAxis(
        title, Math.max(1, (int) Math.ceil(Math.log10((double) Math.max(10, trials)))));
  }

  @Override
  public double position(double value) {
    double exponent = Math.min(0, Math.max(-decades, Math.log10(value)));
    return (exponent + decades) / decades;
  }

  @Override
  public List<Tick> ticks() {
    return IntStream.rangeClosed(0, decades).mapToObj(i -> tick(decades - i)).toList();
  }

  private static Tick tick(int decade) {
    double value = Math.pow(10, -decade);
    String label =
        decade < WRITTEN_OUT
            ? String.format(Locale.ROOT, "%." + decade + "f", value)
            : "1e-" + decade;
    return new Tick(value, label);
  }
}
