package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class JudgementTest {
  @TempDir Path folder;

  private final Path home = Path.of("home");
  private final ExperimentCase one =
      new ExperimentCase(home.resolve("a/one.yaml"), Scale.SAMPLE, List.of(7L), false, "", "auto");

  @Test
  void drift_passesAndIsNoted() {
    assertThatCode(() -> judge(false, result(Verdict.DRIFT))).doesNotThrowAnyException();
    assertThat(folder.resolve("drift/one-sample-seed7.txt"))
        .hasContent("DRIFT one, sample, seed 7: gate: a.auc > 0.5, observed 0.7\n");
  }

  @Test
  void drift_whereTheBuildIsStrict_fails() {
    assertThatThrownBy(() -> judge(true, result(Verdict.DRIFT)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("DRIFT one, sample, seed 7")
        .hasMessageContaining("run again: ./facerepro run a/one.yaml --scale sample --seeds 7");
  }

  @Test
  void pass_isNotNoted() {
    judge(true, result(Verdict.PASS));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void notRun_ofAStageThatNoGateRestsOn_aborts() {
    RunResult result =
        new RunResult(
            RunResult.SCHEMA,
            "one",
            "One",
            "sample",
            7,
            "none",
            "none",
            Verdict.NOT_RUN,
            List.of(),
            List.of(new RunResult.StageRecord("b", "verify", null, null, "no set b")),
            Map.of(),
            Map.of(),
            Map.of(),
            null,
            null);
    assertThatThrownBy(() -> judge(false, result))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("NOT_RUN one, sample, seed 7: no set b");
  }

  @Test
  void fail_namesTheGate() {
    assertThatThrownBy(() -> judge(false, result(Verdict.FAIL)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("gate: a.auc > 0.5, observed 0.7");
  }

  private void judge(boolean strict, RunResult result) {
    SuiteSettings settings = new SuiteSettings(home, folder, folder, null, false, strict, 1);
    new Judgement(settings, one).pass(Outcome.of(result, "report"));
  }

  private static RunResult result(Verdict verdict) {
    return new RunResult(
        RunResult.SCHEMA,
        "one",
        "One",
        "sample",
        7,
        "none",
        "none",
        verdict,
        List.of(
            new GateOutcome("gate", List.of("a"), "a.auc > 0.5", verdict, "observed 0.7", "why")),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        null,
        null);
  }
}
