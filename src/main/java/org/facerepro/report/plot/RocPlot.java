package org.facerepro.report.plot;

import java.util.Map;
import org.facerepro.metric.RocCurve;
import org.facerepro.plot.Chart;
import org.facerepro.plot.Curve;
import org.facerepro.plot.LinearAxis;

/**
 * A ROC plot: true accept rate over false accept rate, the latter on a logarithmic axis that ends
 * where the largest set of impostor comparisons no longer resolves it.
 */
public final class RocPlot {
  private static final double CHANCE_STEP = 0.05;

  private RocPlot() {}

  /**
   * Draws curves.
   *
   * @param title heading
   * @param curves by the name shown in the legend, in drawing order; one without both classes only
   *     gets its name
   * @return an SVG document
   */
  public static String of(String title, Map<String, RocCurve> curves) {
    LogAxis far = LogAxis.resolving("false accept rate", RocLines.impostors(curves.values()));
    Chart chart = new Chart(title, far, LinearAxis.ofRate("true accept rate"));
    chart.reference(chance(far.decades()));
    curves.forEach((name, curve) -> chart.stairs(name, RocLines.trueAccepts(curve)));
    return chart.document(Chart.Legend.BOTTOM_RIGHT);
  }

  private static Curve chance(int decades) {
    return new Curve() {
      @Override
      public int size() {
        return (int) Math.round(decades / CHANCE_STEP) + 1;
      }

      @Override
      public double x(int i) {
        return Math.pow(10, i * CHANCE_STEP - decades);
      }

      @Override
      public double y(int i) {
        return x(i);
      }
    };
  }
}
