package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.core.DataUnavailableException;
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

  /** Returns normally if the case passes. */
  void pass(Outcome outcome) {
    String evidence =
        "%s%nrun again: %s%n"
            .formatted(outcome.report(), each.rerun(settings.home(), settings.jobs(each)));
    switch (outcome.verdict()) {
      case PASS -> {}
      case DRIFT -> drift(outcome, evidence);
      case NOT_RUN ->
          notRun(
              Stream.concat(
                      outcome.gates(Verdict.NOT_RUN).map(Outcome.Gate::evidence),
                      outcome.notRun().stream())
                  .distinct()
                  .collect(Collectors.joining("; ")),
              evidence);
      case FAIL -> {
        List<Outcome.Gate> failed = outcome.gates(Verdict.FAIL).toList();
        assertThat(failed).as("%s%nfailed gates", evidence).isEmpty();
        throw new AssertionError(evidence + "failed without a failed gate");
      }
    }
  }

  private void drift(Outcome outcome, String evidence) {
    String gates =
        outcome.gates(Verdict.DRIFT).map(Outcome.Gate::toString).collect(Collectors.joining("; "));
    String note = new Unpassed(settings.out(), each).note(Verdict.DRIFT, gates);
    assertThat(settings.strict()).as("%s%n%s (strict)", evidence, note).isFalse();
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
}
