package org.facerepro.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facerepro.plot.Category;
import org.facerepro.plot.LinearAxis;
import org.facerepro.plot.Mark;
import org.facerepro.plot.MarkChart;
import org.facerepro.plot.NumberAxis;

/** Plots of numbers with their intervals at places that are numbers or names. */
public final class PlacePlot {
  private static final int STEPS = 5;

  private PlacePlot() {}

  /**
   * Draws a line for each series.
   *
   * @param x what the places are
   * @param places numbers, ascending, at least two
   * @param logarithmic whether equal ratios of them have equal distances
   * @param series by name marks whose x is a place; a place without a number has none
   * @return an SVG document
   */
  public static String lines(
      String title,
      String x,
      List<Double> places,
      boolean logarithmic,
      String y,
      Map<String, List<Mark>> series) {
    List<Mark> all = series.values().stream().flatMap(List::stream).toList();
    LinearAxis vertical =
        all.isEmpty()
            ? new LinearAxis(y, 0, 1, STEPS, 1)
            : LinearAxis.around(y, lowest(all), highest(all));
    MarkChart chart = new MarkChart(title, new NumberAxis(x, places, logarithmic), vertical);
    series.forEach(chart::add);
    return chart.lines();
  }

  /**
   * Draws bars side by side.
   *
   * @param places names
   * @param from where bars begin
   * @param series by name marks whose x is the position of a place, from 0
   * @return an SVG document
   */
  public static String bars(
      String title, List<String> places, String y, double from, Map<String, List<Mark>> series) {
    List<Mark> all = new ArrayList<>();
    series.values().forEach(all::addAll);
    double top = all.isEmpty() ? from + 1 : Math.max(highest(all), from);
    LinearAxis vertical = LinearAxis.from(y, from, top);
    MarkChart chart = new MarkChart(title, new Category("", places), vertical);
    series.forEach(
        (name, marks) ->
            chart.add(
                name,
                marks.stream().map(m -> new Mark(m.x() + 0.5, m.y(), m.low(), m.high())).toList()));
    return chart.bars();
  }

  private static double lowest(List<Mark> marks) {
    return marks.stream().mapToDouble(Mark::lowest).min().orElse(0);
  }

  private static double highest(List<Mark> marks) {
    return marks.stream().mapToDouble(Mark::highest).max().orElse(1);
  }
}
