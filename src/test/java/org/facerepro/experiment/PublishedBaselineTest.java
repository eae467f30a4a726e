package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Computes what papers print from what else they print. */
class PublishedBaselineTest {
  private static final Map<String, PublishedBaseline> ROWS =
      PublishedBaseline.readAll(Path.of(System.getProperty("facerepro.home", ""))).stream()
          .collect(Collectors.toMap(PublishedBaseline::id, Function.identity()));

  private static final List<String> FIVE = List.of("lfw", "cfp-fp", "cplfw", "agedb-30", "calfw");
  private static final List<String> THREE = List.of("lfw", "cfp-fp", "cplfw");
  private static final List<String> GROUPS =
      List.of("rfw-african", "rfw-asian", "rfw-caucasian", "rfw-indian");

  /** Rounding of the parts and of the average. */
  private static final double TOLERANCE = 0.0101;

  /** Rows whose printed average does not follow from the printed parts. */
  private static final List<String> WRONG_AVERAGES =
      List.of("idiff.usynthface-ra-400k-ids-x-1.five-set.avg", "vec2faceplus.idnet.five-set.avg");

  /** Averages whose parts the publication does not print, so that nothing can be computed. */
  private static final List<String> AVERAGES_ALONE =
      List.of(
          "cemiface.cemiface-0-5m-adaface.five-set.avg",
          "cemiface.cemiface-0-5m-cosface.five-set.avg",
          "cemiface.cemiface-1-0m-cosface.five-set.avg",
          "dcface.t2.11-l-id-f.five-set.avg",
          "dcface.t2.33-l-id-f.five-set.avg",
          "dcface.t2.55-l-id-f-bigger.five-set.avg",
          "dcface.t2.55-l-id-f.five-set.avg",
          "dcface.t2.55-l-naive1-f.five-set.avg",
          "dcface.t2.55-l-naive2-f.five-set.avg",
          "dcface.t2.77-l-id-f.five-set.avg",
          "dcface.t2.digiface.five-set.avg",
          "dcface.t2.synface.five-set.avg",
          "variface.previous-best-same-size.five-set.avg",
          "variface.variface-same-size.five-set.avg",
          "variface.variface-unconstrained.five-set.avg",
          "variface.variface-unconstrained.rfw.avg");

  /** Rows whose printed spread is not that of the population, as that of the other rows is. */
  private static final List<String> OTHER_SPREADS =
      List.of(
          "boost.rfw.arcface-r-50-copied-by-the-authors.rfw.std",
          "boost.rfw.pfe-copied-by-the-authors.rfw.std");

  /** All rows that are known to be wrong or wrongly labelled. */
  private static final List<String> ERRATA =
      List.of(
          "boost.rfw.arcface-r-50-copied-by-the-authors.rfw.std",
          "boost.rfw.pfe-copied-by-the-authors.rfw.std",
          "digiface.set.digiface-1m-part-2.dataset.identities",
          "idiff.usynthface-ra-400k-ids-x-1.five-set.avg",
          "openface.facenet-as-cited.lfw.accuracy-std",
          "vec2faceplus.digiface.agedb-30.accuracy",
          "vec2faceplus.digiface.calfw.accuracy",
          "vec2faceplus.digiface.cfp-fp.accuracy",
          "vec2faceplus.digiface.cplfw.accuracy",
          "vec2faceplus.digiface.five-set.avg",
          "vec2faceplus.digiface.lfw.accuracy",
          "vec2faceplus.idnet.agedb-30.accuracy",
          "vec2faceplus.idnet.five-set.avg");

  private static double value(String id) {
    return Double.parseDouble(row(id).value());
  }

  private static PublishedBaseline row(String id) {
    PublishedBaseline row = ROWS.get(id);
    if (row == null) {
      throw new AssertionError("no row " + id);
    }
    return row;
  }

  /** Returns the parts of a row, or nothing where the publication does not print them. */
  private static double[] parts(String whole, String ending, List<String> protocols) {
    String prefix = whole.substring(0, whole.length() - ending.length());
    List<String> ids = protocols.stream().map(p -> prefix + p + ".accuracy").toList();
    return ROWS.keySet().containsAll(ids)
        ? ids.stream().mapToDouble(PublishedBaselineTest::value).toArray()
        : new double[0];
  }

  private record Recomputed(int rows, List<String> different) {}

  private static Recomputed recompute(
      String ending, List<String> protocols, ToDoubleFunction<double[]> rule) {
    int rows = 0;
    List<String> different = new ArrayList<>();
    for (String id : ROWS.keySet().stream().filter(id -> id.endsWith(ending)).sorted().toList()) {
      double[] parts = parts(id, ending, protocols);
      if (parts.length > 0) {
        rows++;
        if (Math.abs(rule.applyAsDouble(parts) - value(id)) > TOLERANCE) {
          different.add(id);
        }
      }
    }
    return new Recomputed(rows, different);
  }

  private static double mean(double... values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double populationStd(double... values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  @Test
  void fiveSetAverages_followFromTheirParts_exceptTwoErrata() {
    assertThat(recompute("five-set.avg", FIVE, PublishedBaselineTest::mean))
        .isEqualTo(new Recomputed(103, WRONG_AVERAGES));
  }

  @Test
  void averagesOfThreeSets_followFromTheirParts() {
    assertThat(recompute("lfw+cfp-fp+cplfw.avg", THREE, PublishedBaselineTest::mean))
        .isEqualTo(new Recomputed(14, List.of()));
  }

  @Test
  void averagesOverGroups_followFromTheirParts() {
    assertThat(recompute("rfw.avg", GROUPS, PublishedBaselineTest::mean))
        .isEqualTo(new Recomputed(11, List.of()));
  }

  @Test
  void averages_areAllComputed_exceptThoseWhosePartsAreNotPrinted() {
    Map<String, List<String>> rules =
        Map.of("five-set.avg", FIVE, "lfw+cfp-fp+cplfw.avg", THREE, "rfw.avg", GROUPS);
    List<String> averages =
        ROWS.values().stream()
            .filter(row -> row.metric().equals("avg"))
            .map(PublishedBaseline::id)
            .toList();
    assertThat(averages).hasSize(144);
    assertThat(averages)
        .filteredOn(
            id ->
                rules.entrySet().stream()
                    .noneMatch(
                        rule ->
                            id.endsWith(rule.getKey())
                                && parts(id, rule.getKey(), rule.getValue()).length > 0))
        .containsExactlyInAnyOrderElementsOf(AVERAGES_ALONE);
  }

  @Test
  void spreadsOverGroups_areThoseOfThePopulation_exceptTwoErrata() {
    assertThat(recompute("rfw.std", GROUPS, PublishedBaselineTest::populationStd))
        .isEqualTo(new Recomputed(11, OTHER_SPREADS));
  }

  /** DCFace table 4: the gap is (average of real faces − average) / average. */
  @Test
  void gapsToReal_followFromTheAverages() {
    List<PublishedBaseline> gaps =
        ROWS.values().stream().filter(row -> row.metric().equals("gap-to-real")).toList();
    assertThat(gaps).hasSize(7);
    double real = value("dcface.t4.casia-webface-real-0-49m.five-set.avg");
    for (PublishedBaseline gap : gaps) {
      double average = value(gap.id().replace("gap-to-real", "avg"));
      assertThat(100 * (real - average) / average)
          .as(gap.id())
          .isCloseTo(value(gap.id()), within(TOLERANCE));
    }
  }

  @Test
  void checkedAttributes_averageToThePrintedTotals() {
    for (String kind : List.of("accuracy", "precision", "recall")) {
      String metric = "annotation-" + kind;
      double[] values =
          ROWS.values().stream()
              .filter(
                  row ->
                      row.metric().equals(metric)
                          && isOfTheCheck(row)
                          && !row.id().contains(".total."))
              .mapToDouble(row -> Double.parseDouble(row.value()))
              .toArray();
      assertThat(values).hasSize(47);
      assertThat(mean(values))
          .as(metric)
          .isCloseTo(value("maad.human.total.maad-human-check." + metric), within(0.005));
    }
  }

  private static boolean isOfTheCheck(PublishedBaseline row) {
    return row.protocol().equals("maad-human-check");
  }

  @Test
  void errata_areMarkedByName() {
    assertThat(ROWS.values().stream().filter(PublishedBaseline::isErratum))
        .extracting(PublishedBaseline::id)
        .containsExactlyInAnyOrderElementsOf(ERRATA);
  }

  @Test
  void rows_areAllThere_withSourceStatusAndPrintedPrecision() {
    assertThat(ROWS).hasSize(1046);
    for (PublishedBaseline row : ROWS.values()) {
      assertThat(row.source()).as(row.id()).isNotBlank();
      assertThat(row.status())
          .as(row.id())
          .matches("exact|digitised ±[0-9.]+|secondary: .+|erratum: .+");
      int digits = Math.max(0, new BigDecimal(row.value()).scale());
      BigDecimal step = new BigDecimal(row.printedPrecision());
      if (digits > 0) {
        assertThat(step).as(row.id()).isEqualByComparingTo(BigDecimal.ONE.movePointLeft(digits));
      } else {
        assertThat(step).as(row.id()).isGreaterThanOrEqualTo(BigDecimal.ONE);
      }
    }
  }

  @Test
  void inMetricUnit_turnsPercentIntoFractions() {
    PublishedBaseline row = row("digiface.t1.no-augmentation.lfw.accuracy");
    assertThat(row.inMetricUnit()).isEqualTo(0.8807);
    assertThat(row.precisionInMetricUnit()).isEqualTo(0.0001);
    assertThat(row("boost.low-label.baseline-1pct.rb-webface-asian.tpr@fpr=1e-3").inMetricUnit())
        .isEqualTo(0.084);
  }
}
