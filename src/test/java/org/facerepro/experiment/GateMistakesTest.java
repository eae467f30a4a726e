package org.facerepro.experiment;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake in the bounds of a gate, with the very message that it yields. */
class GateMistakesTest {
  private static final String GATE =
      """
          kind: equals
          metric: proxy-real.fta
          value: 0
      """;

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isAnErrorWithFileLineAndWhatWasExpected(SpecMistake mistake) throws IOException {
    mistake.check();
  }

  static Stream<SpecMistake> mistakes() {
    return Stream.of(bounds(), relations(), curves()).flatMap(List::stream);
  }

  private static List<SpecMistake> bounds() {
    String reproduces = "kind: reproduces\nmetric: proxy-real.accuracy\nbaseline: ";
    return List.of(
        new SpecMistake(
            "part of a whole",
            "proxy-real.fta",
            "proxy-real/part.fta",
            "spec.yaml:58: gates/every-comparison-is-made/metric: expected no part, for a verify"
                + " stage measures the whole; see verify-groups, got proxy-real/part.fta"),
        gate(
            "part without a name",
            "kind: equals\nmetric: proxy-real/.fta\nvalue: 0",
            "58: metric: expected <stage>[/<part>].<metric>, got 'proxy-real/.fta'"),
        gate(
            "bounds the wrong way round",
            "kind: within\nmetric: proxy-real.auc\nlow: 0.9\nhigh: 0.8",
            "59: low: expected a number not above high (0.8), got 0.9"),
        gate(
            "blank row",
            reproduces + "''",
            "59: baseline: expected a text that is not blank, got ''"),
        gate(
            "margin of nothing",
            reproduces + "row\nmargin: 0",
            "60: margin: expected a number between 0 and 1, got 0.0"),
        gate(
            "margin of everything",
            reproduces + "row\nmargin: 1",
            "60: margin: expected a number between 0 and 1, got 1.0"),
        gate(
            "confidence of a reproduction",
            reproduces + "row\nconfidence: 1",
            "60: confidence: expected a number from 0.5 to 0.9999, got 1.0"));
  }

  private static List<SpecMistake> relations() {
    String greater = "kind: greater-than\nmetric: proxy-real.auc\nother: ";
    String monotone = "kind: monotone\norder: [proxy-real.eer, proxy-real.auc]";
    return List.of(
        gate(
            "confidence below a half",
            greater + "proxy-real.eer\nconfidence: 0.4",
            "60: confidence: expected a number from 0.5 to 0.9999, got 0.4"),
        gate(
            "other metric without a stage",
            greater + "eer",
            "59: other: expected <stage>[/<part>].<metric>, got 'eer'"),
        gate(
            "order of nothing",
            "kind: ordering\norder: []",
            "58: order: expected two metrics or more, got []"),
        gate(
            "order of one metric",
            "kind: ordering\norder: [proxy-real.auc]",
            "58: order: expected two metrics or more, got [proxy-real.auc]"),
        gate(
            "order of one metric twice",
            "kind: ordering\norder: [proxy-real.auc, proxy-real.eer, proxy-real.auc]",
            "58: order: expected metrics that differ, got [proxy-real.auc, proxy-real.eer,"
                + " proxy-real.auc]"),
        gate(
            "order of what is no metric",
            "kind: ordering\norder: [proxy-real.auc, eer]",
            "58: order: expected <stage>[/<part>].<metric>, got 'eer'"),
        gate(
            "confidence of an ordering",
            "kind: ordering\norder: [proxy-real.auc, proxy-real.eer]\nconfidence: 95",
            "59: confidence: expected a number from 0.5 to 0.9999, got 95.0"),
        gate(
            "wrong direction",
            monotone + "\ndirection: up",
            "59: key 'direction': expected one of rising, falling, found 'up'"),
        gate(
            "no direction",
            monotone,
            "57: 'every-comparison-is-made' misses key 'direction', expected one of rising,"
                + " falling"));
  }

  private static List<SpecMistake> curves() {
    String two = "[{amount: 50, metric: proxy-real.eer}, {amount: 800, metric: proxy-real.auc}]";
    return List.of(
        gate(
            "factor of nothing",
            saves("50", two) + "factor: 0",
            "61: factor: expected a number from 0.001 to 1000000.0, got 0.0"),
        gate(
            "amount outside the curve",
            saves("20", two) + "factor: 2",
            "59: amount: expected a number from 50.0 to 800.0, got 20.0"),
        gate(
            "confidence that data are saved",
            saves("50", two) + "factor: 2\nconfidence: 1",
            "62: confidence: expected a number from 0.5 to 0.9999, got 1.0"),
        gate(
            "curve of one point",
            saves("50", "[{amount: 50, metric: proxy-real.eer}]") + "factor: 2",
            "60: curve: expected points with amounts, two or more, got [50.0]"),
        gate(
            "curve that goes back",
            saves("50", two.replace("800", "8")) + "factor: 2",
            "60: curve: expected points with amounts, rising numbers above 0, got [50.0, 8.0]"),
        gate(
            "point of no metric",
            saves("50", two.replace("proxy-real.eer", "eer")) + "factor: 2",
            "60: metric: expected <stage>[/<part>].<metric>, got 'eer'"));
  }

  private static String saves(String amount, String curve) {
    return "kind: saves-data\nmetric: proxy-real.accuracy\namount: %s\ncurve: %s\n"
        .formatted(amount, curve);
  }

  private static SpecMistake gate(String name, String gate, String message) {
    return new SpecMistake(name, GATE, gate.indent(4), "spec.yaml:" + message);
  }
}
