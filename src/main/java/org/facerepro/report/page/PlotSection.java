package org.facerepro.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.experiment.Plot;
import org.facerepro.experiment.StageMetric;
import org.facerepro.metric.Interval;
import org.facerepro.plot.HeatMap;
import org.facerepro.plot.Mark;
import org.facerepro.report.plot.PlacePlot;

/** The plots that specifications declare, as SVG. */
final class PlotSection {
  private PlotSection() {}

  /** Returns the part of the page that shows plots, which lie in a folder beside it. */
  static String of(List<Evidence> all, String folder) {
    StringBuilder text = new StringBuilder();
    for (Evidence each : all) {
      each.spec()
          .plots()
          .forEach(
              (name, plot) -> {
                text.append("![%s](%s/%s)\n\n".formatted(plot.title(), folder, file(each, name)));
                text.append(caption(each, plot));
              });
    }
    return text.isEmpty() ? "" : "## Plots\n\n" + text;
  }

  private static String caption(Evidence evidence, Plot plot) {
    List<String> missing = new ArrayList<>();
    for (String series : plot.series().keySet()) {
      for (StageMetric metric : plot.metrics(series)) {
        if (evidence.number(metric).isEmpty()) {
          missing.add("`" + metric + "`");
        }
      }
    }
    String shown = plot instanceof Plot.HeatMap ? "means over seeds" : "intervals of 95 %";
    return "%s: %s, %s; %s.".formatted(plot.title(), evidence.spec().id(), evidence.scale(), shown)
        + (missing.isEmpty() ? "" : " Not measured: " + String.join(", ", missing) + ".")
        + "\n\n";
  }

  /** Returns the documents by file name. */
  static Map<String, String> documents(List<Evidence> all) {
    Map<String, String> documents = new LinkedHashMap<>();
    for (Evidence each : all) {
      each.spec()
          .plots()
          .forEach((name, plot) -> documents.put(file(each, name), draw(each, plot)));
    }
    return documents;
  }

  private static String file(Evidence evidence, String plot) {
    return "%s-%s-%s.svg".formatted(evidence.spec().id(), evidence.scale(), plot);
  }

  private static String draw(Evidence evidence, Plot plot) {
    if (plot instanceof Plot.HeatMap map) {
      return heatMap(evidence, map);
    }
    Map<String, List<Mark>> series = new LinkedHashMap<>();
    plot.series().keySet().forEach(name -> series.put(name, marks(evidence, plot, name)));
    if (plot instanceof Plot.Lines lines) {
      boolean log = lines.scale() == Plot.Lines.Scaling.LOG;
      return PlacePlot.lines(lines.title(), lines.x(), lines.values(), log, lines.y(), series);
    }
    Plot.Bars bars = (Plot.Bars) plot;
    Double from = bars.from();
    return PlacePlot.bars(bars.title(), bars.places(), bars.y(), from == null ? 0 : from, series);
  }

  private static List<Mark> marks(Evidence evidence, Plot plot, String series) {
    List<StageMetric> metrics = plot.metrics(series);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      double x = plot instanceof Plot.Lines lines ? lines.values().get(i) : i;
      StageMetric metric = metrics.get(i);
      evidence.number(metric).ifPresent(found -> marks.add(mark(x, metric, found)));
    }
    return marks;
  }

  private static String heatMap(Evidence evidence, Plot.HeatMap map) {
    HeatMap drawn = new HeatMap(map.title(), map.x(), map.columns(), map.y(), map.rows());
    List<Plot.HeatMap.Cell> cells = map.cells();
    for (String series : map.series().keySet()) {
      double[][] values = new double[map.rows().size()][map.columns().size()];
      for (double[] row : values) {
        Arrays.fill(row, Double.NaN);
      }
      List<StageMetric> metrics = map.metrics(series);
      for (int i = 0; i < cells.size(); i++) {
        Plot.HeatMap.Cell cell = cells.get(i);
        Optional<Measured> number = evidence.number(metrics.get(i));
        values[map.rows().indexOf(cell.row())][map.columns().indexOf(cell.column())] =
            number.map(Measured::value).orElse(Double.NaN);
      }
      drawn.add(series, values);
    }
    return drawn.document();
  }

  /**
   * Returns how a number is drawn. Student's interval of a share over few seeds reaches beyond 0
   * and 1, where no share can be; drawn is what can, written everywhere is the interval itself.
   */
  static Mark mark(double x, StageMetric metric, Measured number) {
    Interval interval = number.interval();
    if (interval == null) {
      return new Mark(x, number.value(), Double.NaN, Double.NaN);
    }
    boolean share = metric.path().metric().isShare();
    double low = share ? Math.max(0, interval.low()) : interval.low();
    double high = share ? Math.min(1, interval.high()) : interval.high();
    return new Mark(x, number.value(), low, high);
  }
}
