package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricStatisticTest {
  private static final Scores SCORES = TestScores.random(51, 500, 2, 0.04);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auc",
        "eer",
        "tar@far=1e-1",
        "tar@far=1e-2",
        "fnmr@fmr=1e-1",
        "fnmr@fmr=1e-2",
        "fta-as-nonmatch.fnmr@fmr=1e-1",
        "d-prime",
        "accuracy"
      })
  void of_withUnitWeights_isTheNumberOfTheReport(String path) {
    MetricReport report = VerificationMetrics.report(SCORES, new Seed(1));
    int[] ones = new int[SCORES.size()];
    Arrays.fill(ones, 1);
    WeightedStatistic statistic = MetricStatistic.of(SCORES, MetricPath.parse(path)).orElseThrow();
    assertThat(statistic.of(ones).orElseThrow())
        .isCloseTo(report.value(path).orElseThrow(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fta", "cllr", "min-cllr", "eer.bounds.low"})
  void of_whatIsNotResampled_isNothing(String path) {
    assertThat(MetricStatistic.of(SCORES, MetricPath.parse(path))).isEmpty();
  }

  @Test
  void dPrime_withWeights_isThatOfRepeatedComparisons() {
    LabelledScores few =
        LabelledScores.takeOver(
            new double[] {.9, .5, .4, .1, Double.NaN},
            new boolean[] {true, true, false, false, true});
    LabelledScores repeated =
        LabelledScores.takeOver(
            new double[] {.9, .5, .5, .4, .1, .1},
            new boolean[] {true, true, true, false, false, false});
    assertThat(new WeightedDPrime(few).of(new int[] {1, 2, 1, 2, 5}).orElseThrow())
        .isCloseTo(DPrime.of(repeated.classes()).orElseThrow(), within(1e-12));
    assertThat(new WeightedDPrime(few).of(new int[] {1, 2, 0, 0, 5})).isEmpty();
  }
}
