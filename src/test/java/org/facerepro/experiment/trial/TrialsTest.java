package org.facerepro.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Json;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.DrawnRun;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.Interval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {
  private static final String GREATER =
      """
        better: {kind: greater-than, metric: proxy-real.auc, other: proxy-real@other.auc,
          confidence: 0.95, because: shows a difference}
      """;
  private static final String ROW = "study.method.lfw.accuracy";

  @TempDir Path home;

  @BeforeEach
  void writeBaselines() throws IOException {
    Files.createDirectories(home.resolve("baselines").resolve("reference"));
    Files.writeString(
        home.resolve("baselines").resolve("published.csv"),
        """
        id,paper,table,method,synthetic_images,ids,images_per_id,real_images,backbone,loss,protocol,\
        metric,value,unit,printed_precision,status,source
        %s,study2020,Table 1,method,,,,0,,,lfw,accuracy,70.0,percent,0.1,exact,public
        study.wrong.lfw.accuracy,study2020,Table 1,wrong,,,,0,,,lfw,accuracy,1,percent,1,\
        erratum: a slip,public
        """
            .formatted(ROW));
  }

  private Trial trial(String gates, double[] first, double[] second) {
    DrawnRun drawn = DrawnRun.of(gates, home);
    List<CompletedRun> runs = new ArrayList<>();
    for (int s = 0; s < first.length; s++) {
      runs.add(drawn.run(s + 1, first[s], second[s]));
    }
    return Trials.of(drawn.spec(), runs, Known.of(home));
  }

  private static double[] same(double value) {
    return new double[] {value, value, value};
  }

  private static double[] five(double value) {
    return new double[] {value, value, value, value, value};
  }

  private static Trial.TrialGate gate(Trial trial) {
    return trial.gates().get(0);
  }

  @Test
  void greaterThan_ofAClearDifference_passesWithItsEvidence() {
    Trial trial = trial(GREATER, same(2.0), same(0.5));
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.PASS);
    assertThat(gate(trial).evidence())
        .contains("proxy-real.auc - proxy-real@other.auc = +", "over 3 seeds", "95 % confidence");
    assertThat(trial.verdict()).isEqualTo(Verdict.PASS);
    assertThat(trial.rerun()).isEqualTo("./facerepro run tiny --scale embedded --seeds 1,2,3");
  }

  @Test
  void greaterThan_ofADifferenceThatSeedsExplain_fails() {
    Trial trial = trial(GREATER, new double[] {1.6, 0.8, 1.2}, new double[] {0.9, 1.3, 0.8});
    assertThat(gate(trial).comparisons().get(0).difference().mean()).isPositive();
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate(trial).evidence()).contains("not shown to be above 0");
  }

  private static final String CLAIM =
      """
        made: {kind: equals, metric: proxy-real.fta, value: 0, because: all are there}
      claims:
        B-1: {states: The first is better., source: %s, published: direction only, gates: [%s]}
      """;

  @Test
  void claim_hasTheWorstVerdictOfItsGates() {
    String claim = CLAIM.formatted("none", "made, better");
    assertThat(trial(GREATER + claim, same(2.0), same(0.5)).claims())
        .singleElement()
        .satisfies(claimed -> assertThat(claimed.verdict()).isEqualTo(Verdict.PASS));
    assertThat(trial(GREATER + claim, same(0.5), same(2.0)).claims())
        .singleElement()
        .satisfies(claimed -> assertThat(claimed.verdict()).isEqualTo(Verdict.FAIL));
  }

  @Test
  void claim_withAGateOverTheTrial_isLeftOutOfSingleRuns() {
    DrawnRun both = DrawnRun.of(GREATER + CLAIM.formatted("none", "made, better"), home);
    assertThat(both.run(1, 2, 0.5).result().claims()).isEmpty();
    DrawnRun one = DrawnRun.of(GREATER + CLAIM.formatted("none", "made"), home);
    assertThat(one.run(1, 2, 0.5).result().claims()).hasSize(1);
  }

  @Test
  void claim_ofARowThatIsNotThere_isNamedWithNearOnes() {
    DrawnRun drawn = DrawnRun.of(GREATER + CLAIM.formatted(ROW + "x", "made"), home);
    Known known = Known.of(home);
    assertThatThrownBy(() -> known.check(drawn.spec()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "claims/B-1/source: expected a row that 'list baselines' prints (did you mean '%s' or"
                + " 'study.wrong.lfw.accuracy'?), got '%sx'",
            ROW, ROW);
  }

  @Test
  void greaterThan_withOneSeed_isNotRunHoweverLargeTheDifference() {
    Trial trial = trial(GREATER, new double[] {3}, new double[] {0});
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(gate(trial).evidence()).contains("--seeds");
  }

  @Test
  void greaterThan_whoseStageDidNotRun_isNotRunWithTheReason() {
    DrawnRun drawn = DrawnRun.of(GREATER, home);
    Trial trial =
        Trials.of(
            drawn.spec(),
            List.of(drawn.run(1, 2, 0), drawn.notRun(2, "no lfw in /data")),
            Known.of(home));
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(gate(trial).evidence()).isEqualTo("no lfw in /data");
  }

  @Test
  void ordering_holdsIfEveryStepDoes() {
    String gates =
        """
          order: {kind: ordering, order: [%s, %s], confidence: 0.95, because: a claim}
        """;
    String a = "proxy-real.auc";
    String b = "proxy-real@other.auc";
    assertThat(gate(trial(gates.formatted(a, b), same(2.0), same(0.5))).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(gate(trial(gates.formatted(b, a), same(2.0), same(0.5))).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void monotone_allowsAStepThatIsNotShownToGoBack_butNotEqualEnds() {
    String gates =
        """
          trend: {kind: monotone, order: [proxy-real@other.auc, proxy-real.auc], direction: rising,
            confidence: 0.95, because: a claim}
        """;
    assertThat(gate(trial(gates, same(2.0), same(0.5))).verdict()).isEqualTo(Verdict.PASS);
    Trial level = trial(gates, same(1.0), same(1.0));
    assertThat(gate(level).comparisons().get(0).holds()).isTrue();
    assertThat(gate(level).verdict()).isEqualTo(Verdict.FAIL);
  }

  private static String saves(double factor) {
    return """
      saves: {kind: saves-data, metric: proxy-real.auc, amount: 10, factor: %s, because: a claim,
        curve: [{amount: 10, metric: proxy-real@other.auc},
                {amount: 40, metric: proxy-real.auc}]}
    """
        .formatted(factor);
  }

  @Test
  void savesData_ofAFactorThatEverySeedShows_passesWithIt() {
    Trial trial = trial(saves(3.9), same(2.0), same(0.5));
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.PASS);
    Trial.Saved saved = Objects.requireNonNull(gate(trial).saved());
    assertThat(saved.factor()).isCloseTo(4, within(1e-9));
    assertThat(saved.bounded()).isZero();
    assertThat(gate(trial).evidence()).startsWith("4.00 times as much").contains("over 3 seeds");
    assertThat(Json.read(Json.pretty(trial), Trial.class, "trial")).isEqualTo(trial);
  }

  @Test
  void savesData_ofTheFactorItself_fails() {
    Trial.TrialGate gate = gate(trial(saves(4), same(2.0), same(0.5)));
    assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate.evidence()).contains("not shown to be above 4");
  }

  @Test
  void savesData_ofFactorsThatSeedsScatter_hasAnIntervalAroundTheirGeometricMean() {
    Trial trial = trial(saves(1.5), new double[] {2.0, 0.3, 1.9}, new double[] {0.5, 0.6, 0.5});
    Trial.Saved saved = Objects.requireNonNull(gate(trial).saved());
    assertThat(saved.factor()).isCloseTo(Math.pow(4 * 1 * 4, 1.0 / 3), within(1e-9));
    assertThat(Objects.requireNonNull(saved.interval()).low()).isLessThan(1.5);
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void savesData_beyondTheCurve_countsItsEndAndSaysSo() {
    String gates =
        """
          saves: {kind: saves-data, metric: proxy-real.auc, amount: 1, factor: 2, because: a claim,
            curve: [{amount: 1, metric: proxy-real@other.auc},
                    {amount: 3, metric: proxy-real@other.accuracy}]}
        """;
    Trial.TrialGate gate = gate(trial(gates, same(2.5), same(0.5)));
    assertThat(Objects.requireNonNull(gate.saved()).factor()).isCloseTo(3, within(1e-9));
    assertThat(gate.saved().bounded()).isEqualTo(3);
    assertThat(gate.evidence()).contains("with 3 seeds the curve does not get there");
  }

  @Test
  void savesData_withOneSeed_isNotRun() {
    Trial trial = trial(saves(1.5), new double[] {2}, new double[] {0.5});
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.NOT_RUN);
  }

  @Test
  void gate_thatEveryRunDecides_holdsIfItHoldsInEachOfThem() {
    String gates =
        """
          floor: {kind: at-least, metric: proxy-real.auc, value: 0.8, because: a floor}
        """;
    assertThat(gate(trial(gates, new double[] {2, 2, 2}, same(1))).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(gate(trial(gates, new double[] {2, 0, 2}, same(1))).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void metrics_carryMeanSpreadAndBothIntervals() {
    Trial trial = trial(GREATER, new double[] {1.0, 1.3, 1.1}, same(0.5));
    Trial.TrialMetric auc = trial.metric("proxy-real.auc").orElseThrow();
    double mean = auc.values().values().stream().mapToDouble(v -> v).average().orElseThrow();
    assertThat(auc.values()).containsOnlyKeys(1L, 2L, 3L);
    assertThat(auc.mean()).isCloseTo(mean, within(1e-12));
    assertThat(auc.interval())
        .extracting(Interval::method)
        .isEqualTo(Interval.Method.STUDENT_SEEDS);
    assertThat(auc.overSubjects())
        .extracting(Interval::method)
        .isEqualTo(Interval.Method.SEEDS_SUBJECTS);
  }

  @Test
  void trial_readsBackFromItsJson() {
    Trial trial = trial(GREATER, same(2.0), same(0.5));
    assertThat(Json.read(Json.pretty(trial), Trial.class, "trial")).isEqualTo(trial);
  }

  @Test
  void reproduces_aRowThatIsFarOff_fails() {
    writePublished("99.9");
    Trial trial = trial(reproduces("", ROW), same(1.0), same(0.5));
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate(trial).evidence()).contains("against 99.9 percent", "too far off");
  }

  @Test
  void reproduces_theNumberItself_passesAndSaysHowWell() {
    Trial first = trial(reproduces("", ROW), same(1.0), same(0.5));
    double mean = first.metric("proxy-real.accuracy").orElseThrow().mean();
    writePublished(String.format(Locale.ROOT, "%.1f", 100 * mean));
    Trial trial = trial(reproduces("", ROW), same(1.0), same(0.5));
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.PASS);
    Trial.Reproduced row = Objects.requireNonNull(gate(trial).reproduced());
    assertThat(Math.abs(row.difference())).isLessThan(row.tolerance());
    assertThat(row.least()).isGreaterThan(0);
  }

  @Test
  void reproduces_aRowThatIsMuchWorse_isADrift() {
    writePublished("1.0");
    Trial trial = trial(reproduces("", ROW), same(1.0), same(0.5));
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(gate(trial).evidence()).contains("suspiciously better");
  }

  @Test
  void reproduces_withAMarginThatTheNoiseDoesNotAllowToShow_fails() {
    Trial first = trial(reproduces("", ROW), new double[] {0.7, 1.3, 1.0}, same(0.5));
    double mean = first.metric("proxy-real.accuracy").orElseThrow().mean();
    writePublished(String.format(Locale.ROOT, "%.1f", 100 * mean));
    Trial trial = trial(reproduces("margin: 0.002,", ROW), new double[] {0.7, 1.3, 1.0}, same(0.5));
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate(trial).evidence()).contains("not shown to be inside the margin");
  }

  @Test
  void reproduces_withOneRunAndNoReference_isNotRun() {
    Trial trial = trial(reproduces("", ROW), new double[] {1}, new double[] {1});
    assertThat(gate(trial).verdict()).isEqualTo(Verdict.NOT_RUN);
  }

  @Test
  void check_ofAGateOnARowThatIsNotThereOrNotExact_isAnError() {
    Known known = Known.of(home);
    assertThatThrownBy(
            () -> known.check(DrawnRun.of(reproduces("", "study.metod.lfw.accuracy"), home).spec()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "gates/row/baseline: expected a row that 'list baselines' prints (did you mean"
                + " 'study.method.lfw.accuracy' or 'study.wrong.lfw.accuracy'?), got"
                + " 'study.metod.lfw.accuracy'");
    assertThatThrownBy(
            () -> known.check(DrawnRun.of(reproduces("", "study.wrong.lfw.accuracy"), home).spec()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "gates/row/baseline: expected a row whose status is exact, got"
                + " 'study.wrong.lfw.accuracy', which is erratum: a slip");
  }

  @Test
  void gate_thatHoldsButMovedAgainstTheReferenceRuns_isADrift() throws IOException {
    String gates =
        """
          floor: {kind: at-least, metric: proxy-real.auc, value: 0.55, because: a floor}
        """;
    Trial reference = trial(gates, five(2.6), five(0.5));
    accept(reference);
    Trial again = trial(gates, five(2.6), five(0.5));
    assertThat(gate(again).verdict()).isEqualTo(Verdict.PASS);
    assertThat(again.reference()).isEqualTo("seeds [1, 2, 3, 4, 5]");
    Trial moved = trial(gates, five(0.9), five(0.5));
    assertThat(gate(moved).verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(gate(moved).evidence()).contains("proxy-real.auc moved by -", "worse");
  }

  @Test
  void reference_ofOtherStages_isNotComparedWith() throws IOException {
    String gates =
        """
          floor: {kind: at-least, metric: proxy-real.auc, value: 0.6, because: a floor}
        """;
    Trial reference = trial(gates, same(2.0), same(0.5));
    String json = new String(Json.pretty(reference), StandardCharsets.UTF_8);
    Files.writeString(referenceFile(), json.replace(reference.specification(), "0".repeat(64)));
    Trial moved = trial(gates, same(1.0), same(0.5));
    assertThat(gate(moved).verdict()).isEqualTo(Verdict.PASS);
    assertThat(moved.reference()).contains("other stages");
  }

  private void accept(Trial trial) throws IOException {
    Files.write(referenceFile(), Json.pretty(trial));
  }

  private Path referenceFile() {
    return home.resolve("baselines/reference/tiny-embedded.json");
  }

  private static String reproduces(String margin, String row) {
    return "  row: {kind: reproduces, metric: proxy-real.accuracy, baseline: %s, %s because: a row}\n"
        .formatted(row, margin);
  }

  private void writePublished(String value) {
    Path file = home.resolve("baselines").resolve("published.csv");
    try {
      Files.writeString(
          file,
          Files.readString(file)
              .replaceAll("accuracy,[0-9.]+,percent,0.1", "accuracy," + value + ",percent,0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
