package org.facerepro.report;

import java.util.stream.Collectors;
import org.facerepro.experiment.Plan;

/** A plan as text. */
public final class PlanText {
  private static final int SHORT_KEY = 12;

  private PlanText() {}

  /** Returns a heading, a table of the stages, and what is missing. */
  public static String of(Plan plan) {
    TextTable table = new TextTable("stage", "kind", "reads", "state", "artifact");
    StringBuilder missing = new StringBuilder();
    for (Plan.PlannedStage stage : plan.stages()) {
      String key = stage.key();
      table.row(
          stage.name(),
          stage.kind(),
          stage.inputs().values().stream().sorted().collect(Collectors.joining(", ")),
          stage.status().toString(),
          key == null ? "" : key.substring(0, SHORT_KEY));
      if (stage.reason() != null) {
        missing.append(stage.name()).append(" NOT_RUN: ").append(stage.reason()).append('\n');
      }
    }
    return "%s (%s, seed %d)%n".formatted(plan.experiment(), plan.scale(), plan.seed())
        + table
        + missing;
  }
}
