package org.facerepro.experiment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run of an experiment would do.
 *
 * @param schema {@code facerepro/plan/v1}
 * @param experiment id
 * @param scale scale
 * @param seed root seed
 * @param stages the stages in running order
 */
public record Plan(
    String schema, String experiment, String scale, long seed, List<PlannedStage> stages) {

  public static final String SCHEMA = "facerepro/plan/v1";

  public Plan {
    stages = List.copyOf(stages);
  }

  /**
   * One stage of a plan.
   *
   * @param name name in the specification
   * @param kind kind of work
   * @param inputs names of the stages it reads, by role
   * @param key key of its artifact; absent if something is missing
   * @param status whether it is done, will run, or cannot
   * @param reason what is missing, if it cannot run
   */
  public record PlannedStage(
      String name,
      String kind,
      Map<String, String> inputs,
      @Nullable String key,
      StageStatus status,
      @Nullable String reason) {

    public PlannedStage {
      inputs = Map.copyOf(inputs);
    }
  }
}
