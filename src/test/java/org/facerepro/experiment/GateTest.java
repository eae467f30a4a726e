package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.facerepro.core.InvalidValueException;
import org.facerepro.metric.ComparisonCounts;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.MetricReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
  private static final String ACCURACY = "lfw.accuracy";
  private static final List<String> ORDER = List.of("a.accuracy", "b.accuracy", "c.accuracy");
  private static final LabelledScores SCORES =
      LabelledScores.takeOver(new float[] {0, 1}, new boolean[] {false, true});

  @ParameterizedTest
  @CsvSource({
    "0.8, PASS, PASS, FAIL, PASS, PASS",
    "0.7, PASS, FAIL, PASS, PASS, FAIL",
    "0.6, FAIL, FAIL, PASS, FAIL, FAIL"
  })
  void decide_holdsTheObservedValueAgainstTheBound(
      double observed,
      Verdict atLeast,
      Verdict above,
      Verdict atMost,
      Verdict within,
      Verdict equal) {
    assertThat(verdict(new Gate.AtLeast(ACCURACY, 0.7, "why"), observed)).isEqualTo(atLeast);
    assertThat(verdict(new Gate.Above(ACCURACY, 0.7, "why"), observed)).isEqualTo(above);
    assertThat(verdict(new Gate.AtMost(ACCURACY, 0.7, "why"), observed)).isEqualTo(atMost);
    assertThat(verdict(new Gate.Within(ACCURACY, 0.7, 0.9, "why"), observed)).isEqualTo(within);
    assertThat(verdict(new Gate.Equals(ACCURACY, 0.8, "why"), observed)).isEqualTo(equal);
  }

  @Test
  void greaterThan_comparesTwoMetricsOfOneRun() {
    Gate gate = new Gate.GreaterThan(ACCURACY, "orl.accuracy", null, "why");
    assertThat(
            gate.decide(
                    "g",
                    metric -> OptionalDouble.of(metric.stage().equals("lfw") ? 0.8 : 0.7),
                    stage -> Optional.empty())
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 0.8, 0.7, PASS",
    "0.9, 0.8, 0.8, FAIL",
    "0.9, 0.7, 0.8, FAIL",
    "0.8, 0.9, 0.7, FAIL"
  })
  void ordering_withoutAConfidence_needsEveryStepOfOneRunToFall(
      double first, double second, double third, Verdict verdict) {
    Gate gate = new Gate.Ordering(ORDER, null, "why");
    assertThat(gate.overTrial()).isFalse();
    assertThat(verdict(gate, first, second, third)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "0.7, 0.8, 0.9, PASS, FAIL",
    "0.7, 0.7, 0.9, PASS, FAIL",
    "0.7, 0.9, 0.9, PASS, FAIL",
    "0.7, 0.7, 0.7, FAIL, FAIL",
    "0.7, 0.9, 0.8, FAIL, FAIL",
    "0.9, 0.8, 0.7, FAIL, PASS",
    "0.9, 0.9, 0.7, FAIL, PASS",
    "0.9, 0.7, 0.7, FAIL, PASS",
    "0.8, 0.9, 0.7, FAIL, FAIL"
  })
  void monotone_withoutAConfidence_letsStepsOfOneRunBeLevelButNotTheEnds(
      double first, double second, double third, Verdict rising, Verdict falling) {
    Gate up = new Gate.Monotone(ORDER, Gate.Monotone.Direction.RISING, null, "why");
    Gate down = new Gate.Monotone(ORDER, Gate.Monotone.Direction.FALLING, null, "why");
    assertThat(up.overTrial() || down.overTrial()).isFalse();
    assertThat(verdict(up, first, second, third)).isEqualTo(rising);
    assertThat(verdict(down, first, second, third)).isEqualTo(falling);
  }

  @Test
  void relations_sayWhatTheyClaimAndObserve() {
    Gate gate = new Gate.Monotone(ORDER, Gate.Monotone.Direction.FALLING, null, "why");
    GateOutcome outcome = outcome(gate, 0.9, 0.9, 0.7);
    assertThat(outcome.claim())
        .isEqualTo("a.accuracy >= b.accuracy >= c.accuracy, a.accuracy > c.accuracy");
    assertThat(outcome.evidence()).isEqualTo("observed 0.900000 and 0.900000 and 0.700000");
    assertThat(new Gate.Ordering(ORDER, null, "why").claim())
        .isEqualTo("a.accuracy > b.accuracy > c.accuracy");
  }

  @Test
  void relations_withAConfidence_areLeftToTheTrial() {
    Gate gate = new Gate.Ordering(ORDER, 0.95, "why");
    assertThat(gate.overTrial()).isTrue();
    assertThat(Judge.decide(Map.of("g", gate), Map.of(), stage -> Optional.empty())).isEmpty();
  }

  @Test
  void savesData_isTheAmountOfTheCurveOverItsOwn() {
    SavesData gate = saves(50);
    assertThat(gate.metrics().toString()).isEqualTo("[b.auc, a.auc, a@more.auc]");
    assertThat(gate.saved(0.7, 0.6, 0.8)).isCloseTo(4, within(1e-9));
    assertThat(gate.reached(0.7, 0.6, 0.8)).isTrue();
    assertThat(gate.reached(0.9, 0.6, 0.8)).isFalse();
  }

  @Test
  void savesData_ofAnAmountOutsideTheCurve_isRefused() {
    assertThatThrownBy(() -> saves(20))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("amount: expected a number from 50.0 to 800.0, got 20.0");
  }

  private static SavesData saves(double amount) {
    List<SavesData.Point> curve =
        List.of(new SavesData.Point(50, "a.auc"), new SavesData.Point(800, "a@more.auc"));
    return new SavesData("b.auc", amount, curve, 2, null, "why");
  }

  @Test
  void decide_onAStageThatDidNotRun_isNotRunWithTheReason() {
    GateOutcome outcome =
        new Gate.AtLeast(ACCURACY, 0.7, "why")
            .decide("g", metric -> OptionalDouble.empty(), stage -> Optional.of("no data"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(outcome.evidence()).isEqualTo("no data");
  }

  @Test
  void decide_onAMetricWithoutAValue_fails() {
    GateOutcome outcome =
        new Gate.AtLeast(ACCURACY, 0.7, "why")
            .decide("g", metric -> OptionalDouble.empty(), stage -> Optional.empty());
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "dark, 'lfw/dark was not measured; there are: lfw, lfw/light'",
    "light, 'lfw/light.accuracy has no value in this result'"
  })
  void decide_onAPartThatWasNotMeasured_failsAndSaysWhichWere(String part, String says) {
    MetricReport report = MetricReport.of(ComparisonCounts.of(SCORES), new TreeMap<>());
    Map<String, MetricReport> reports = new TreeMap<>(Map.of("lfw", report, "lfw/light", report));
    Gate gate = new Gate.AtLeast("lfw/" + part + ".accuracy", 0.7, "why");

    GateOutcome outcome =
        Judge.decide(Map.of("g", gate), reports, stage -> Optional.empty()).get(0);

    assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(outcome.evidence()).isEqualTo(says);
  }

  @Test
  void worst_ofSeveralVerdicts_isFailBeforeNotRunBeforeDrift() {
    assertThat(Verdict.worst(List.of(Verdict.PASS, Verdict.DRIFT))).isEqualTo(Verdict.DRIFT);
    assertThat(Verdict.worst(List.of(Verdict.NOT_RUN, Verdict.DRIFT))).isEqualTo(Verdict.NOT_RUN);
    assertThat(Verdict.worst(List.of(Verdict.NOT_RUN, Verdict.FAIL))).isEqualTo(Verdict.FAIL);
  }

  /** Decides on the values of the stages a, b and c. */
  private static Verdict verdict(Gate gate, double... observed) {
    return outcome(gate, observed).verdict();
  }

  private static GateOutcome outcome(Gate gate, double... observed) {
    return gate.decide(
        "g",
        metric -> OptionalDouble.of(observed[metric.stage().charAt(0) - 'a']),
        stage -> Optional.empty());
  }

  private static Verdict verdict(Gate gate, double observed) {
    return gate.decide("g", metric -> OptionalDouble.of(observed), stage -> Optional.empty())
        .verdict();
  }
}
