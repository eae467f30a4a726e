package org.facerepro.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.RunResult;

/** Holds a run against an earlier one of the same work, stage by stage. */
final class Reproduction {
  private Reproduction() {}

  /**
   * Says in one line which stages gave other bytes than before; two stages are the same work if
   * their keys are equal. Stages that this run only took from the store prove nothing and are left
   * out.
   */
  static String text(RunResult earlier, CompletedRun now) {
    List<String> compared = new ArrayList<>();
    List<String> different = new ArrayList<>();
    for (RunResult.StageRecord stage : now.result().stages()) {
      if (!now.made().contains(stage.name())) {
        continue;
      }
      earlier
          .stage(stage.name())
          .filter(before -> stage.key() != null && Objects.equals(before.key(), stage.key()))
          .ifPresent(
              before -> {
                compared.add(stage.name());
                if (!Objects.equals(before.payload(), stage.payload())) {
                  different.add(stage.name());
                }
              });
    }
    if (compared.isEmpty()) {
      return "";
    }
    return different.isEmpty()
        ? "against the earlier run: %d stages done again, all bit-identical%n"
            .formatted(compared.size())
        : "against the earlier run: NOT bit-identical in %s (of %d stages)%n"
            .formatted(String.join(", ", different), compared.size());
  }
}
