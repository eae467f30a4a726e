package org.facerepro.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.facerepro.experiment.Gate;
import org.facerepro.experiment.PublishedBaseline;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.Metric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Three runs with mean 0.801 and standard deviation 0.001 against numbers printed to 0.1 percent: ν
 * = 2, standard error 0.001 · √(4/3) = 0.0011547; tolerance 0.0005 + 4.30265 · 0.0011547 = 0.00547;
 * a difference d is shown to be inside |d| + 0.0005 + 2.91999 · 0.0011547 = |d| + 0.00387.
 *
 * <p>With two reference runs 0.01 apart: squares 2·10⁻⁶ + 5·10⁻⁵, ν = 2 + 1, s = √(5.2·10⁻⁵ / 3) =
 * 0.0041633, standard error 0.0048074; tolerance 0.0005 + 3.18245 · 0.0048074 = 0.0157993; inside
 * |d| + 0.0005 + 2.35336 · 0.0048074 = |d| + 0.0118135.
 */
class ReproductionTest {
  private static final double[] RUNS = {0.800, 0.801, 0.802};
  private static final double[] REFERENCE = {0.70, 0.71};

  @Test
  void decide_insideTheMarginAndTheTolerance_passes() {
    Trial.TrialGate gate = accuracy("80.0", 0.01);
    assertThat(gate.verdict()).isEqualTo(Verdict.PASS);
    assertThat(gate.evidence()).endsWith("equivalent within 0.0049");
  }

  @Test
  void decide_insideTheMarginBeyondTheTolerance_isADriftOnEitherSide() {
    Trial.TrialGate worse = accuracy("81.0", 0.02);
    assertThat(worse.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(worse.evidence())
        .contains("-0.0090, tolerance 0.0055")
        .endsWith("equivalent within 0.0129, moved but inside the margin");
    Trial.Reproduced row = Objects.requireNonNull(worse.reproduced());
    assertThat(row.tolerance()).isCloseTo(0.0054683, within(1e-7));
    assertThat(row.least()).isCloseTo(0.0128717, within(1e-7));
    Trial.TrialGate better = accuracy("79.0", 0.02);
    assertThat(better.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(better.evidence()).endsWith("suspiciously better");
  }

  @Test
  void decide_beyondTheMargin_isADriftOnTheBetterSideAndFailsOnTheWorse() {
    Trial.TrialGate better = accuracy("78.0", 0.02);
    assertThat(better.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(better.evidence()).endsWith("suspiciously better");
    Trial.TrialGate worse = accuracy("83.0", 0.02);
    assertThat(worse.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(worse.evidence()).endsWith("too far off");
  }

  @Test
  void decide_beyondTheMarginWithinAWideSpread_fails() {
    double[] scattered = {0.7, 0.8, 0.9};
    Trial.TrialGate gate = decide(Metric.ACCURACY, "90.0", 0.02, scattered);
    assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate.evidence()).endsWith("beyond the margin");
  }

  @Test
  void decide_ofAMetricWhoseLowerIsBetter_turnsTheSides() {
    Trial.TrialGate lower = decide(Metric.EER, "81.0", null, RUNS);
    assertThat(lower.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(lower.evidence()).endsWith("suspiciously better");
    Trial.TrialGate higher = decide(Metric.EER, "79.0", null, RUNS);
    assertThat(higher.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(higher.evidence()).endsWith("too far off");
    assertThat(decide(Metric.EER, "83.0", 0.02, RUNS).verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(decide(Metric.EER, "78.0", 0.02, RUNS).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void decide_withReferenceRuns_allowsForTheirSpreadWhereverTheirMeanLies() {
    assertThat(decide(Metric.ACCURACY, "81.0", null, RUNS).verdict()).isEqualTo(Verdict.FAIL);

    Trial.TrialGate gate = decide(Metric.ACCURACY, "81.0", null, RUNS, REFERENCE);

    assertThat(gate.verdict()).isEqualTo(Verdict.PASS);
    assertThat(gate.evidence())
        .isEqualTo(
            "mean 0.8010 of 3 runs against 81.0 percent: -0.0090, tolerance 0.0158 (half a printed"
                + " step 0.00050 and the spread 0.0042 of runs); equivalent within 0.0208");
    Trial.Reproduced row = Objects.requireNonNull(gate.reproduced());
    assertThat(row.tolerance()).isCloseTo(0.0157993, within(1e-7));
    assertThat(row.least()).isCloseTo(0.009 + 0.0118135, within(1e-7));
  }

  @Test
  void decide_withReferenceRuns_asksAWiderMarginOfTheTest() {
    assertThat(accuracy("80.0", 0.01).verdict()).isEqualTo(Verdict.PASS);

    Trial.TrialGate gate = decide(Metric.ACCURACY, "80.0", 0.01, RUNS, REFERENCE);

    assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate.evidence())
        .endsWith("equivalent within 0.0128, not shown to be inside the margin");
  }

  @Test
  void decide_ofOneRun_needsReferenceRunsThatTellTheSpread() {
    double[] one = {0.801};
    assertThat(decide(Metric.ACCURACY, "81.0", null, one).verdict()).isEqualTo(Verdict.NOT_RUN);

    Trial.TrialGate gate = decide(Metric.ACCURACY, "81.0", null, one, REFERENCE);

    assertThat(gate.verdict()).isEqualTo(Verdict.PASS);
    assertThat(Objects.requireNonNull(gate.reproduced()).tolerance())
        .isCloseTo(0.0005 + 12.7062047 * 0.01, within(1e-7));
  }

  private static Trial.TrialGate accuracy(String published, double margin) {
    return decide(Metric.ACCURACY, published, margin, RUNS);
  }

  private static Trial.TrialGate decide(
      Metric metric, String published, @Nullable Double margin, double[] runs) {
    return decide(metric, published, margin, runs, new double[0]);
  }

  private static Trial.TrialGate decide(
      Metric metric, String published, @Nullable Double margin, double[] runs, double[] reference) {
    Gate.Reproduces gate =
        new Gate.Reproduces("lfw." + metric.id(), "study.row", margin, null, "why");
    return new Reproduction(gate, row(metric, published), metric).decide("row", runs, reference);
  }

  private static PublishedBaseline row(Metric metric, String value) {
    return new PublishedBaseline(
        "study.row",
        "study2020",
        "Table 1",
        "method",
        "",
        "",
        "",
        "0",
        "",
        "",
        "lfw",
        metric.id(),
        value,
        "percent",
        "0.1",
        "exact",
        "public");
  }
}
