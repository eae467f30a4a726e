package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.junit.jupiter.api.Assumptions;

/**
 * Turns a verdict into what JUnit knows: {@code FAIL} fails, {@code NOT_RUN} aborts (or fails where
 * everything is required), {@code DRIFT} passes and is noted (or fails where the build is strict).
 */
final class Judgement {
  private final SuiteSettings settings;
  private final ExperimentCase each;

  Judgement(SuiteSettings settings, ExperimentCase each) {
    this.settings = settings;
    this.each = each;
  }

  /**
   * Returns normally if the case passes.
   *
   * @param report the evidence for people
   */
  void pass(RunResult result, String report) {
    String evidence = "%s%nrun again: %s%n".formatted(report, each.rerun(settings.home()));
    switch (result.verdict()) {
      case PASS -> {}
      case DRIFT -> drift(result, evidence);
      case NOT_RUN -> notRun(result, evidence);
      case FAIL ->
          assertThat(lines(result, Verdict.FAIL)).as("%s%nfailed gates", evidence).isEmpty();
    }
  }

  private void drift(RunResult result, String evidence) {
    String note =
        new Unpassed(settings.out(), each)
            .note(Verdict.DRIFT, String.join("; ", lines(result, Verdict.DRIFT)));
    assertThat(settings.strict()).as("%s%n%s (strict)", evidence, note).isFalse();
  }

  private void notRun(RunResult result, String evidence) {
    String reasons =
        Stream.concat(
                gates(result, Verdict.NOT_RUN).map(GateOutcome::evidence),
                result.stages().stream().flatMap(stage -> Stream.ofNullable(stage.notRun())))
            .distinct()
            .collect(Collectors.joining("; "));
    notRun(reasons, evidence);
  }

  /** Ends a case that could not even begin. */
  void notRun(DataUnavailableException missing) {
    notRun(String.valueOf(missing.getMessage()), "");
  }

  private void notRun(String reasons, String evidence) {
    String note = new Unpassed(settings.out(), each).note(Verdict.NOT_RUN, reasons);
    assertThat(settings.requireAll())
        .as("%s%n%s (everything is required)", evidence, note)
        .isFalse();
    Assumptions.abort(note);
  }

  private static List<String> lines(RunResult result, Verdict verdict) {
    return gates(result, verdict)
        .map(gate -> "%s: %s, %s".formatted(gate.gate(), gate.claim(), gate.evidence()))
        .toList();
  }

  private static Stream<GateOutcome> gates(RunResult result, Verdict verdict) {
    return result.gates().stream().filter(gate -> gate.verdict() == verdict);
  }
}
