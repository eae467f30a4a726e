package org.facerepro.report.plot;

import java.util.Map;
import org.facerepro.metric.RocCurve;
import org.facerepro.plot.Chart;

/**
 * A DET plot: false non-match rate over false match rate, both on normal deviates (ISO/IEC
 * 19795-1), down to where the comparisons no longer resolve them.
 */
public final class DetPlot {
  private DetPlot() {}

  /** Draws curves; see {@link RocPlot#of}. */
  public static String of(String title, Map<String, RocCurve> curves) {
    int impostors = RocLines.impostors(curves.values());
    int genuine = RocLines.genuine(curves.values());
    Chart chart =
        new Chart(
            title,
            new ProbitAxis("false match rate", decades(impostors)),
            new ProbitAxis("false non-match rate", decades(genuine)));
    curves.forEach(
        (name, curve) -> chart.stairs(name, RocLines.falseRejects(curve, ProbitAxis.HIGHEST)));
    return chart.document(Chart.Legend.TOP_RIGHT);
  }

  private static int decades(int trials) {
    return LogAxis.resolving("", trials).decades();
  }
}
