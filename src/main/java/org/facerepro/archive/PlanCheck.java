package org.facerepro.archive;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.facerepro.core.CorruptDataException;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;

/** Holds plan and data cards of an archive against specification, result and entries. */
final class PlanCheck {
  private final Contents contents;
  private final RunResult result;
  private final BiConsumer<String, String> report;

  PlanCheck(Contents contents, RunResult result, BiConsumer<String, String> report) {
    this.contents = contents;
    this.result = result;
    this.report = report;
  }

  /** Checks all stages, which must be those of the specification. */
  void run(ExperimentSpec spec) {
    ResolvedPlan plan = contents.read(ResolvedPlan.FILE, ResolvedPlan.class);
    ResolvedPlan expected =
        ResolvedPlan.of(
            spec, result, stage -> stage.key() == null ? null : plan.work(stage.name()));
    TreeComparison.compare(
        contents.object(ResolvedPlan.FILE),
        expected,
        problem -> report.accept(ResolvedPlan.FILE, problem));
    for (RunResult.StageRecord stage : result.stages()) {
      ResolvedPlan.Work work = plan.work(stage.name());
      if (stage.key() != null && work != null) {
        same(spec, stage, work);
      }
      if (stage.key() != null && StageEntries.hasCard(stage.kind())) {
        card(stage);
      }
    }
  }

  private void same(ExperimentSpec spec, RunResult.StageRecord stage, ResolvedPlan.Work work) {
    if (!work.key().equals(stage.key())) {
      problem(
          "stage %s has key %s, the result %s"
              .formatted(stage.name(), work.key(), String.valueOf(stage.key())));
    }
    String payload = Artifact.digest(work.payload());
    if (!payload.equals(stage.payload())) {
      problem(
          "the files of stage %s have the digest %s, the result says %s"
              .formatted(stage.name(), payload, String.valueOf(stage.payload())));
    }
    for (String file : StageEntries.kept(stage, spec.publishes())) {
      String entry = StageEntries.name(stage.kind(), stage.name(), file);
      if (!contents.sha256(entry).equals(work.payload().get(file))) {
        report.accept(entry, "is not the file that " + ResolvedPlan.FILE + " names");
      }
    }
  }

  private void problem(String text) {
    report.accept(ResolvedPlan.FILE, text);
  }

  private void card(RunResult.StageRecord stage) {
    String entry = StageEntries.card(stage.name());
    try {
      DataCard card = contents.read(entry, DataCard.class);
      String data = digest(stage);
      if (!card.sha256().equals(data) || !card.stage().equals(stage.name())) {
        report.accept(entry, "describes other data than those of stage " + stage.name());
      }
    } catch (CorruptDataException e) {
      report.accept(entry, String.valueOf(e.getMessage()));
    }
  }

  private String digest(RunResult.StageRecord stage) {
    return !stage.kind().equals(StageEntries.EMBED)
        ? Objects.requireNonNullElse(stage.payload(), "")
        : contents
            .read(
                StageEntries.name(StageEntries.EMBED, stage.name(), StageEntries.CROPS),
                DataCard.Crops.class)
            .sha256();
  }
}
