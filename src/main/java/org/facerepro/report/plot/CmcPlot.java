package org.facerepro.report.plot;

import java.util.Map;
import org.facerepro.plot.Chart;
import org.facerepro.plot.Curve;
import org.facerepro.plot.LinearAxis;

/** A CMC plot: the share of mated probes with a mate among the first k of the gallery. */
public final class CmcPlot {
  private static final int MOST_RANKS = 50;
  private static final int STEPS = 10;

  private CmcPlot() {}

  /**
   * Draws curves up to rank {@value #MOST_RANKS}.
   *
   * @param curves by name; element {@code k} is the rate at rank {@code k + 1}
   * @return an SVG document
   */
  public static String of(String title, Map<String, double[]> curves) {
    int ranks = curves.values().stream().mapToInt(rates -> rates.length).max().orElse(1);
    int shown = Math.max(2, Math.min(MOST_RANKS, ranks));
    double lowest =
        curves.values().stream()
            .mapToDouble(rates -> rates.length == 0 ? 1 : rates[0])
            .min()
            .orElse(0);
    int end = shown <= STEPS ? shown : (shown + STEPS - 1) / STEPS * STEPS;
    LinearAxis rank = new LinearAxis("rank", 0, end, Math.min(STEPS, end), 0);
    double low = Math.min(0.9, Math.floor(lowest * STEPS) / STEPS);
    LinearAxis rate = new LinearAxis("identification rate", low, 1, STEPS, 2);
    Chart chart = new Chart(title, rank, rate);
    curves.forEach((name, rates) -> chart.line(name, line(rates, shown)));
    return chart.document(Chart.Legend.BOTTOM_RIGHT);
  }

  private static Curve line(double[] rates, int shown) {
    return new Curve() {
      @Override
      public int size() {
        return Math.min(rates.length, shown);
      }

      @Override
      public double x(int i) {
        return i + 1;
      }

      @Override
      public double y(int i) {
        return rates[i];
      }
    };
  }
}
