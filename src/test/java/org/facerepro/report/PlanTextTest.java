package org.facerepro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.facerepro.experiment.Estimate;
import org.facerepro.experiment.Plan;
import org.facerepro.experiment.StageStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  private static final String KEY = "0123456789abcdef";
  private static final Estimate ASSUMED = new Estimate(90, 2048, "assumed: 10 pictures/s");
  private static final Estimate MEASURED = new Estimate(30, 1024, "pace of 1 earlier artifact");

  private static Plan.PlannedStage stage(
      String name, StageStatus status, @Nullable Estimate estimate) {
    boolean known = status != StageStatus.NOT_RUN;
    return new Plan.PlannedStage(
        name,
        "generate",
        Map.of(),
        known ? KEY : null,
        status,
        known ? null : "there is no such set",
        estimate);
  }

  private static String text(Plan.PlannedStage... stages) {
    return PlanText.of(new Plan(Plan.SCHEMA, "study", "embedded", 1, List.of(stages), List.of()));
  }

  @Test
  void text_sumsTimeAndDiskOfWhatWillRun_andSaysWhatTheyRestOn() {
    assertThat(
            text(
                stage("done", StageStatus.CACHED, null),
                stage("new", StageStatus.TO_RUN, ASSUMED),
                stage("known", StageStatus.TO_RUN, MEASURED)))
        .contains("90 s  2.0 KiB  assumed: 10 pictures/s\n")
        .contains("30 s  1.0 KiB  pace of 1 earlier artifact\n")
        .endsWith("1 cached, 2 to run (about 2 min, 3.0 KiB), 0 cannot run%n".formatted());
  }

  @Test
  void text_ofAStageThatNothingTellsOf_saysThatItIsUnknown() {
    assertThat(
            text(stage("new", StageStatus.TO_RUN, ASSUMED), stage("set", StageStatus.TO_RUN, null)))
        .contains("  unknown: no such work in the store\n")
        .contains("2 to run (about 90 s, 2.0 KiB, 1 more of unknown cost)");
  }

  @Test
  void text_ofNothingButUnknownStages_statesNoSum() {
    assertThat(text(stage("set", StageStatus.TO_RUN, null)))
        .endsWith("0 cached, 1 to run (of unknown cost), 0 cannot run%n".formatted());
  }

  @Test
  void text_ofStagesThatAreThereOrCannotRun_statesNoCost() {
    assertThat(
            text(stage("done", StageStatus.CACHED, null), stage("lfw", StageStatus.NOT_RUN, null)))
        .contains("1 cached, 0 to run, 1 cannot run")
        .contains("lfw NOT_RUN: there is no such set\n")
        .doesNotContain("unknown");
  }
}
