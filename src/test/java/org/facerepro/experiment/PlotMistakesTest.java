package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake in a plot, with the very message that it yields. */
class PlotMistakesTest {
  private static final String LINES =
      """
      plots:
        rates:
          kind: lines
          title: Rates
          x: rate
          scale: log
          values: [0.001, 0.01]
          y: TAR
          series: {tiny: [proxy-real.tar@far=*]}
      choices:
      """;
  private static final String BARS =
      """
      plots:
        rates:
          kind: bars
          title: Rates
          places: [auc, accuracy]
          y: rate
          from: 0.5
          series: {tiny: [proxy-real.*]}
      choices:
      """;

  private static final String TABLE =
      """
      plots:
        rates:
          kind: heat-map
          title: Rates
          x: stage
          columns: [real]
          y: metric
          rows: [auc, eer]
          blank: [{column: real, row: eer}]
          series: {tiny: [proxy-*.*]}
      choices:
      """;

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isAnErrorWithFileLineAndWhatWasExpected(SpecMistake mistake) throws IOException {
    mistake.check();
  }

  static Stream<SpecMistake> mistakes() {
    return Stream.of(lines(), bars(), tables()).flatMap(List::stream);
  }

  private static List<SpecMistake> lines() {
    return List.of(
        plot(
            LINES,
            "far=*",
            "frr=*",
            "60: series/tiny: expected a metric that there is (metric 'tar@frr=0.001' is unknown;"
                + " expected one of accuracy, auc, eer, fta, tar@far=1e-3, fnmr@fmr=1e-3, d-prime,"
                + " cllr, min-cllr, rank-1, tpir@fpir=1e-3), got 'proxy-real.tar@frr=0.001'"),
        plot(
            LINES,
            "values: [0.001, 0.01]",
            "values: [0, 1]",
            "58: values: expected numbers above 0 for a log scale, got [0.0, 1.0]"),
        plot(
            LINES,
            "values: [0.001, 0.01]",
            "values: [1, 1]",
            "58: values: expected rising numbers, got [1.0, 1.0]"),
        plot(
            LINES,
            "values: [0.001, 0.01]",
            "values: [1]",
            "58: values: expected two numbers or more, got [1.0]"),
        plot(
            LINES,
            "[proxy-real.tar@far=*]",
            "[proxy-real.auc]",
            "60: series/tiny: expected one metric with a * for the place, or one for each of the 2"
                + " places, got [proxy-real.auc]"),
        plot(
            LINES,
            "[proxy-real.tar@far=*]",
            "[proxy.auc, proxy-real.auc]",
            "60: plots/rates/series/tiny: expected a metric of a stage of kind verify or"
                + " verify-groups or verify-templates or search or search-templates, got"
                + " 'proxy.auc'"),
        plot(
            LINES,
            "series: {tiny: [proxy-real.tar@far=*]}",
            "series: {}",
            "60: series: expected at least one series, got {}"),
        plot(
            LINES,
            "  rates:",
            "  Rates:",
            "53: plots/Rates: expected lower-case letters and digits with dashes, got Rates"));
  }

  private static List<SpecMistake> bars() {
    return List.of(
        plot(
            BARS,
            "kind: bars",
            "kind: bar",
            "54: key 'kind': expected one of lines, bars, heat-map (did you mean 'bars'?), found 'bar'"),
        plot(
            BARS,
            "title: Rates",
            "title: ''",
            "55: title: expected a text that is not blank, got ''"),
        plot(
            BARS,
            "places: [auc, accuracy]",
            "places: []",
            "56: places: expected at least one name, got []"),
        plot(
            BARS,
            "places: [auc, accuracy]",
            "places: [auc, '']",
            "56: places: expected a text that is not blank, got ''"),
        plot(BARS, "y: rate", "y: ''", "57: y: expected a text that is not blank, got ''"),
        plot(
            BARS,
            "from: 0.5",
            "from: chance",
            "58: key 'from': expected a finite number, found 'chance'"),
        plot(
            BARS,
            "[auc, accuracy]",
            "[auc, acuracy]",
            "59: series/tiny: expected a metric that there is (metric 'acuracy' is unknown (did you"
                + " mean 'accuracy'?); expected one of accuracy, auc, eer, fta, tar@far=1e-3,"
                + " fnmr@fmr=1e-3, d-prime, cllr, min-cllr, rank-1, tpir@fpir=1e-3), got"
                + " 'proxy-real.acuracy'"),
        plot(
            BARS,
            "[proxy-real.*]",
            "[proxy-real.auc]",
            "59: series/tiny: expected one metric with a * for the place, or one for each of the 2"
                + " places, got [proxy-real.auc]"),
        plot(
            BARS,
            "series: {tiny: [proxy-real.*]}",
            "series: {}",
            "59: series: expected at least one series, got {}"));
  }

  private static List<SpecMistake> tables() {
    return List.of(
        plot(TABLE, "x: stage", "x: ''", "56: x: expected a text that is not blank, got ''"),
        plot(TABLE, "y: metric", "y: ''", "58: y: expected a text that is not blank, got ''"),
        plot(
            TABLE,
            "columns: [real]",
            "columns: []",
            "57: columns: expected at least one name, got []"),
        plot(
            TABLE,
            "rows: [auc, eer]",
            "rows: [auc, '']",
            "59: rows: expected a text that is not blank, got ''"),
        plot(
            TABLE,
            "row: eer}",
            "row: er}",
            "60: blank: expected a column and a row that there are, got Cell[column=real, row=er]"),
        plot(
            TABLE,
            "[proxy-*.*]",
            "[proxy-real.*]",
            "61: series/tiny: expected one metric with a * for the column and one for the row after"
                + " it, got [proxy-real.*]"),
        plot(
            TABLE,
            "series: {tiny: [proxy-*.*]}",
            "series: {}",
            "61: series: expected at least one series, got {}"));
  }

  private static SpecMistake plot(String plots, String from, String to, String message) {
    assertThat(plots).contains(from);
    return new SpecMistake(
        "plot with " + to, "choices:\n", plots.replace(from, to), "spec.yaml:" + message);
  }
}
