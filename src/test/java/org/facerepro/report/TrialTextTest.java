package org.facerepro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.metric.Interval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialTextTest {
  private static final Interval SEEDS =
      new Interval(0.79, 0.81, 0.95, Interval.Method.STUDENT_SEEDS);

  @Test
  void of_aTrialHeldAgainstAPublishedRow_setsTheTwoSideBySideWithTheVerdict() {
    Trial trial = trial(gate("row", Verdict.DRIFT, row()), gate("floor", Verdict.PASS, null));
    assertThat(table(TrialText.of(trial), "baseline"))
        .containsExactly(
            "baseline | published | reproduced here | difference | verdict",
            "study.row | 81.0 percent | 0.8010 | -0.0090 | DRIFT");
  }

  @Test
  void of_aTrialHeldAgainstNoPublishedRow_hasNoSuchTable() {
    assertThat(TrialText.of(trial(gate("floor", Verdict.PASS, null))))
        .contains("floor")
        .doesNotContain("published", "reproduced here");
  }

  @Test
  void of_aTrial_tellsSpreadIntervalsAndGates() {
    String text = TrialText.of(trial(gate("floor", Verdict.PASS, null)));
    assertThat(text).startsWith("%nstudy (sample, trial of seeds 1, 2): DRIFT%n%n".formatted());
    assertThat(table(text, "metric"))
        .containsExactly(
            "metric | seeds | mean ± std | 95 % over seeds | and over subjects",
            "lfw.accuracy | 2 | 0.8010 ± 0.0014 | 0.7900 … 0.8100 | -");
    assertThat(table(text, "gate"))
        .containsExactly("gate | verdict | claim | evidence", "floor | PASS | holds | the numbers");
  }

  @Test
  void of_aTrial_endsWithItsReferenceAndHowToMakeItAgain() {
    assertThat(TrialText.of(trial(gate("floor", Verdict.PASS, null))))
        .endsWith("%nreference runs: seeds [1, 2, 3]%nto run it again: the command%n".formatted());
  }

  /** Returns the lines of the table with a heading, the cells of each divided by bars. */
  private static List<String> table(String text, String heading) {
    return text.lines()
        .dropWhile(line -> !line.startsWith(heading + " "))
        .takeWhile(line -> !line.isBlank())
        .map(line -> line.strip().replaceAll(" {2,}", " | "))
        .toList();
  }

  private static Trial trial(Trial.TrialGate... gates) {
    return new Trial(
        Trial.SCHEMA,
        "study",
        "Study",
        "sample",
        List.of(1L, 2L),
        "none",
        "none",
        "0123",
        Verdict.DRIFT,
        "the command",
        "seeds [1, 2, 3]",
        List.of(gates),
        List.of(
            metric("lfw.accuracy", Map.of(1L, 0.80, 2L, 0.802)),
            metric("lfw.cllr", Map.of(1L, 0.5, 2L, 0.5))),
        List.of(),
        null);
  }

  private static Trial.TrialMetric metric(String name, Map<Long, Double> values) {
    return new Trial.TrialMetric(name, values, 0.801, 0.0014142, SEEDS, null);
  }

  private static Trial.TrialGate gate(
      String name, Verdict verdict, Trial.@Nullable Reproduced reproduced) {
    return new Trial.TrialGate(
        name,
        List.of("lfw"),
        "holds",
        verdict,
        "the numbers",
        "why",
        false,
        List.of(),
        reproduced,
        null);
  }

  private static Trial.Reproduced row() {
    return new Trial.Reproduced(
        "study.row",
        "study2020",
        "Table 1",
        "81.0",
        "percent",
        0.81,
        0.801,
        -0.009,
        0.0055,
        0.0129,
        "public");
  }
}
