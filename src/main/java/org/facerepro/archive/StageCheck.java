package org.facerepro.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Stage;

/** Holds the stages of a result against its specification and against the entries beside it. */
final class StageCheck {
  private final ExperimentSpec spec;
  private final RunResult result;
  private final BiConsumer<String, String> report;
  private boolean sound = true;

  private StageCheck(ExperimentSpec spec, RunResult result, BiConsumer<String, String> report) {
    this.spec = spec;
    this.result = result;
    this.report = report;
  }

  /**
   * Returns whether the stages are those of the specification, each either whole or {@code notRun},
   * and the archive holds the files of those that ran and of no others.
   */
  static boolean passes(
      ExperimentSpec spec,
      RunResult result,
      Set<String> entries,
      BiConsumer<String, String> report) {
    StageCheck check = new StageCheck(spec, result, report);
    check.sameStages();
    if (check.sound) {
      result.stages().forEach(check::wholeOrNotRun);
      check.entries(entries);
    }
    return check.sound;
  }

  private void sameStages() {
    List<String> expected =
        spec.graph().order().stream()
            .map(name -> name + " (" + spec.stage(name).kind() + ")")
            .toList();
    List<String> stored =
        result.stages().stream().map(stage -> stage.name() + " (" + stage.kind() + ")").toList();
    if (!stored.equals(expected)) {
      problem(
          ResultArchive.RESULT,
          "/stages are %s, %s has %s".formatted(stored, ResultArchive.SPEC, expected));
    }
  }

  private void wholeOrNotRun(RunResult.StageRecord stage) {
    boolean ran = stage.notRun() == null;
    if (ran != (stage.key() != null) || ran != (stage.payload() != null)) {
      problem(
          ResultArchive.RESULT,
          "stage %s must have key and payload, or a reason in notRun".formatted(stage.name()));
    }
    for (Stage.Input input : spec.stage(stage.name()).inputs().values()) {
      if (ran && !ran(input.stage())) {
        problem(
            ResultArchive.RESULT,
            "stage %s ran, but its input %s did not".formatted(stage.name(), input.stage()));
      }
    }
  }

  private boolean ran(String stage) {
    return result.stage(stage).filter(record -> record.notRun() == null).isPresent();
  }

  private void entries(Set<String> entries) {
    List<String> expected = StageEntries.expected(result, spec.publishes());
    for (String entry : expected) {
      if (!entries.contains(entry)) {
        problem(entry, "is missing, though its stage ran");
      }
    }
    Set<String> extra = new HashSet<>(entries);
    expected.forEach(extra::remove);
    extra.stream()
        .filter(StageEntries::isOfAStage)
        .sorted()
        .forEach(entry -> problem(entry, "belongs to no stage that ran"));
  }

  private void problem(String entry, String text) {
    sound = false;
    report.accept(entry, text);
  }
}
