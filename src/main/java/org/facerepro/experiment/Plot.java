package org.facerepro.experiment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * What a page about an experiment shows as a picture: one number for each series and place.
 *
 * <p>Where places lie side by side, a series names its metrics one by one, a metric for each place,
 * or by a single one with a {@code *} for the place: {@code lfw-dev@images=*.accuracy}.
 */
public sealed interface Plot permits Plot.Lines, Plot.Bars, Plot.HeatMap {
  /** Stands for the place in a metric. */
  String PLACE = "*";

  /** The component to blame for a metric. */
  String SERIES = "series";

  /** The heading. */
  String title();

  /** The metrics of each series. */
  Map<String, List<String>> series();

  /** Returns the metrics of a series, one for each place, in order. */
  List<StageMetric> metrics(String name);

  /**
   * Lines over numbers.
   *
   * @param x what the numbers are
   * @param values the places, rising
   * @param y what is measured
   */
  record Lines(
      String title,
      String x,
      Scaling scale,
      List<Double> values,
      String y,
      Map<String, List<String>> series)
      implements Plot {
    public Lines {
      Require.text("title", title);
      Require.text("x", x);
      Require.text("y", y);
      values = List.copyOf(values);
      for (int i = 0; i < values.size(); i++) {
        double before = i == 0 ? Double.NEGATIVE_INFINITY : values.get(i - 1);
        Require.that(values.get(i) > before, "values", "rising numbers", values);
      }
      Require.that(values.size() > 1, "values", "two numbers or more", values);
      boolean possible = scale == Scaling.LINEAR || values.get(0) > 0;
      Require.that(possible, "values", "numbers above 0 for a log scale", values);
      series = Plot.checked(series, names(values));
    }

    /** How numbers lie along the axis. */
    public enum Scaling {
      LINEAR,
      LOG
    }

    @Override
    public List<StageMetric> metrics(String name) {
      return Plot.metrics(name, series.getOrDefault(name, List.of()), names(values));
    }

    private static List<String> names(List<Double> values) {
      return values.stream()
          .map(value -> BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
          .toList();
    }
  }

  /**
   * Bars side by side at each place.
   *
   * @param places names, in order
   * @param y what is measured
   * @param from where bars begin, such as chance; 0 if absent
   */
  record Bars(
      String title,
      List<String> places,
      String y,
      @Nullable Double from,
      Map<String, List<String>> series)
      implements Plot {
    public Bars {
      Require.text("title", title);
      Require.text("y", y);
      places.forEach(place -> Require.text("places", place));
      Require.that(!places.isEmpty(), "places", "at least one name", places);
      places = List.copyOf(places);
      series = Plot.checked(series, places);
    }

    @Override
    public List<StageMetric> metrics(String name) {
      return Plot.metrics(name, series.getOrDefault(name, List.of()), places);
    }
  }

  /**
   * A table of coloured cells for each series, of numbers from 0 to 1 that depend on two things.
   *
   * @param x what the columns are
   * @param columns names, in order
   * @param y what the rows are
   * @param rows names, in order
   * @param blank cells that nothing measures; none if absent
   * @param series one metric each, with a {@code *} for the column and one for the row after it:
   *     {@code grid/yaw*-light*.rank-1}
   */
  record HeatMap(
      String title,
      String x,
      List<String> columns,
      String y,
      List<String> rows,
      @Nullable List<Cell> blank,
      Map<String, List<String>> series)
      implements Plot {
    private static final Pattern TWICE = Pattern.compile("[^*]*\\*[^*]*\\*[^*]*");

    public HeatMap {
      Require.text("title", title);
      Require.text("x", x);
      Require.text("y", y);
      columns = names("columns", columns);
      rows = names("rows", rows);
      blank = blank == null ? List.of() : List.copyOf(blank);
      for (Cell cell : blank) {
        boolean known = columns.contains(cell.column()) && rows.contains(cell.row());
        Require.that(known, "blank", "a column and a row that there are", cell);
      }
      Require.that(!series.isEmpty(), SERIES, "at least one series", series);
      series.forEach(
          (name, metrics) ->
              Require.that(
                  metrics.size() == 1 && TWICE.matcher(metrics.get(0)).matches(),
                  SERIES + "/" + name,
                  "one metric with a * for the column and one for the row after it",
                  metrics));
      series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    }

    private static List<String> names(String key, List<String> names) {
      names.forEach(name -> Require.text(key, name));
      Require.that(!names.isEmpty(), key, "at least one name", names);
      return List.copyOf(names);
    }

    /** Returns the cells that are measured, row by row. */
    public List<Cell> cells() {
      return rows.stream()
          .flatMap(row -> columns.stream().map(column -> new Cell(column, row)))
          .filter(cell -> blank == null || !blank.contains(cell))
          .toList();
    }

    @Override
    public List<StageMetric> metrics(String name) {
      return series.getOrDefault(name, List.of()).stream()
          .flatMap(pattern -> cells().stream().map(cell -> cell.metric(name, pattern)))
          .toList();
    }

    /** A cell by the names of its column and row. */
    public record Cell(String column, String row) {
      private StageMetric metric(String name, String pattern) {
        int first = pattern.indexOf(PLACE);
        int second = pattern.indexOf(PLACE, first + 1);
        String metric =
            pattern.substring(0, first)
                + column
                + pattern.substring(first + 1, second)
                + row
                + pattern.substring(second + 1);
        return StageMetric.parse(SERIES + "/" + name, metric);
      }
    }
  }

  private static List<StageMetric> metrics(String name, List<String> given, List<String> places) {
    return IntStream.range(0, places.size())
        .mapToObj(
            i -> given.size() == 1 ? given.get(0).replace(PLACE, places.get(i)) : given.get(i))
        .map(metric -> StageMetric.parse(SERIES + "/" + name, metric))
        .toList();
  }

  private static Map<String, List<String>> checked(
      Map<String, List<String>> series, List<String> places) {
    Require.that(!series.isEmpty(), SERIES, "at least one series", series);
    Map<String, List<String>> copy = new LinkedHashMap<>();
    series.forEach(
        (name, metrics) -> {
          boolean pattern = metrics.size() == 1 && metrics.get(0).contains(PLACE);
          Require.that(
              pattern || metrics.size() == places.size(),
              SERIES + "/" + name,
              "one metric with a * for the place, or one for each of the %d places"
                  .formatted(places.size()),
              metrics);
          metrics(name, metrics, places);
          copy.put(name, List.copyOf(metrics));
        });
    return Collections.unmodifiableMap(copy);
  }
}
