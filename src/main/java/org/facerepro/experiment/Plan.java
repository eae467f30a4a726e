package org.facerepro.experiment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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

  /** Returns the expected time of all that will run, in seconds. */
  public double seconds() {
    return estimates().mapToDouble(Estimate::seconds).sum();
  }

  /** Returns the expected disk of all that will run, in bytes. */
  public long bytes() {
    return estimates().mapToLong(Estimate::bytes).sum();
  }

  /** Returns how many stages will run for which nothing tells what they take. */
  public long withoutEstimate() {
    return stages.stream()
        .filter(stage -> stage.status() == StageStatus.TO_RUN && stage.estimate() == null)
        .count();
  }

  private Stream<Estimate> estimates() {
    return stages.stream().map(PlannedStage::estimate).filter(Objects::nonNull);
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
   * @param estimate what it is expected to take; absent if it will not run or nothing tells
   */
  public record PlannedStage(
      String name,
      String kind,
      Map<String, String> inputs,
      @Nullable String key,
      StageStatus status,
      @Nullable String reason,
      @Nullable Estimate estimate) {

    public PlannedStage {
      inputs = Map.copyOf(inputs);
    }
  }
}
