package org.facerepro.experiment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * What a page about an experiment shows as a picture: one number for each series and place.
 *
 * <p>A series names its metrics one by one, a metric for each place, or by a single one with a
 * {@code *} for the place: {@code lfw-dev@images=*.accuracy}.
 */
public sealed interface Plot {
  /** Stands for the place in a metric. */
  String PLACE = "*";

  /** The component to blame for a metric. */
  String SERIES = "series";

  /** The heading. */
  String title();

  /** What is measured. */
  String y();

  /** The metrics of each series. */
  Map<String, List<String>> series();

  /** The names of the places along the horizontal axis, in order. */
  List<String> places();

  /** Lines over numbers. */
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
    public List<String> places() {
      return names(values);
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
  }

  /** Returns the metrics of a series, one for each place. */
  default List<StageMetric> metrics(String name) {
    return Plot.metrics(name, series().getOrDefault(name, List.of()), places());
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
