package org.facerepro.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facerepro.experiment.Estimate;
import org.facerepro.experiment.OutsideInput;
import org.facerepro.experiment.Plan;
import org.facerepro.experiment.StageStatus;

/** A plan as text. */
public final class PlanText {
  private static final int SHORT_KEY = 12;

  private PlanText() {}

  /**
   * Returns a heading, a table of the stages, their sum, what is missing, and what it reads from
   * outside.
   */
  public static String of(Plan plan) {
    TextTable table =
        new TextTable("stage", "kind", "reads", "state", "artifact", "time", "disk", "by");
    for (Plan.PlannedStage stage : plan.stages()) {
      String key = stage.key();
      Estimate estimate = stage.estimate();
      table.row(
          stage.name(),
          stage.kind(),
          stage.inputs().values().stream().sorted().collect(Collectors.joining(", ")),
          stage.status().toString(),
          key == null ? "" : key.substring(0, SHORT_KEY),
          estimate == null ? "" : Amount.seconds(estimate.seconds()),
          estimate == null ? "" : Amount.bytes(estimate.bytes()),
          estimate == null ? unknown(stage) : estimate.basis());
    }
    return "%s (%s, seed %d)%n".formatted(plan.experiment(), plan.scale(), plan.seed())
        + table
        + sum(plan)
        + missing(plan)
        + inputs(plan);
  }

  private static String inputs(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (OutsideInput input : plan.inputs()) {
      text.append(input.stage()).append(" reads ").append(input.name());
      text.append(input.realData() ? " (real people). Licence: " : ". Licence: ");
      text.append(input.licence()).append('\n');
    }
    return text.toString();
  }

  /** Says once what is missing, for all stages that lack it. */
  private static String missing(Plan plan) {
    Map<String, List<String>> lacking = new LinkedHashMap<>();
    for (Plan.PlannedStage stage : plan.stages()) {
      String reason = stage.reason();
      if (reason != null) {
        lacking.computeIfAbsent(reason, r -> new ArrayList<>()).add(stage.name());
      }
    }
    StringBuilder text = new StringBuilder();
    lacking.forEach(
        (reason, names) ->
            text.append(String.join(", ", names)).append(" NOT_RUN: ").append(reason).append('\n'));
    return text.toString();
  }

  private static String unknown(Plan.PlannedStage stage) {
    return stage.status() == StageStatus.TO_RUN ? "unknown: no such work in the store" : "";
  }

  private static String sum(Plan plan) {
    long cached = count(plan, StageStatus.CACHED);
    long running = count(plan, StageStatus.TO_RUN);
    return "%d cached, %d to run%s, %d cannot run%n"
        .formatted(cached, running, cost(plan, running), plan.stages().size() - cached - running);
  }

  private static String cost(Plan plan, long running) {
    long unknown = plan.withoutEstimate();
    if (unknown == running) {
      return running == 0 ? "" : " (of unknown cost)";
    }
    return " (about %s, %s%s)"
        .formatted(
            Amount.seconds(plan.seconds()),
            Amount.bytes(plan.bytes()),
            unknown == 0 ? "" : ", " + unknown + " more of unknown cost");
  }

  private static long count(Plan plan, StageStatus status) {
    return plan.stages().stream().filter(stage -> stage.status() == status).count();
  }
}
