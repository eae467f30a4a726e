package org.facerepro.report.plot;

import java.util.Arrays;
import org.facerepro.metric.Histogram;
import org.facerepro.plot.Chart;
import org.facerepro.plot.LinearAxis;

/** A plot of how similarities of both classes are distributed, each class adding up to 1. */
public final class HistogramPlot {
  private static final int STEPS = 5;

  private HistogramPlot() {}

  /**
   * Draws both classes.
   *
   * @return an SVG document
   */
  public static String of(String title, Histogram histogram) {
    double[] genuine = shares(histogram.genuine());
    double[] impostor = shares(histogram.impostor());
    double highest = Math.max(highest(genuine), highest(impostor));
    double end = highest == 0 ? 1 : Math.ceil(highest * 20) / 20;
    Chart chart =
        new Chart(
            title,
            new LinearAxis("similarity", histogram.low(), histogram.high(), 2 * STEPS, 2),
            new LinearAxis("share of the class", 0, end, STEPS, 2));
    chart.bars("genuine", histogram.low(), histogram.width(), genuine);
    chart.bars("impostor", histogram.low(), histogram.width(), impostor);
    return chart.document(Chart.Legend.TOP_RIGHT);
  }

  private static double[] shares(int[] counts) {
    double all = Arrays.stream(counts).asLongStream().sum();
    return Arrays.stream(counts).mapToDouble(count -> all == 0 ? 0 : count / all).toArray();
  }

  private static double highest(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
