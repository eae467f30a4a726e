package org.facerepro.archive.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.facerepro.archive.StoredRun;
import org.facerepro.core.Json;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;

/**
 * What changed from one run to another. Lists only what differs, but all stages and all numbers.
 *
 * @param schema {@code facerepro/run-comparison/v1}
 * @param first the first run
 * @param second the second run
 * @param specification places of the specification, scales and arms laid out
 * @param environment places of machine and software
 * @param data places of what the pictures are, by stage, digests among them
 * @param notCompared parts that one of the runs does not have
 * @param stages all stages in running order
 * @param numbers the numbers of all verify stages
 */
public record RunComparison(
    String schema,
    Run first,
    Run second,
    List<Change> specification,
    List<Change> environment,
    List<Change> data,
    List<String> notCompared,
    List<StageChange> stages,
    List<NumberChange> numbers) {
  public static final String SCHEMA = "facerepro/run-comparison/v1";

  /**
   * One of the runs.
   *
   * @param file where it was read from
   * @param experiment id
   * @param scale scale
   * @param seed root seed
   * @param verdict verdict
   */
  public record Run(String file, String experiment, String scale, long seed, Verdict verdict) {
    static Run of(StoredRun run) {
      RunResult result = run.result();
      return new Run(
          String.valueOf(run.file()),
          result.experiment(),
          result.scale(),
          result.seed(),
          result.verdict());
    }
  }

  /** Compares two runs; with scores of the same comparisons O(1000 · comparisons) per number. */
  public static RunComparison of(StoredRun first, StoredRun second) {
    List<String> notCompared = new ArrayList<>();
    return new RunComparison(
        SCHEMA,
        Run.of(first),
        Run.of(second),
        changes("specification", first.specification(), second.specification(), notCompared),
        changes("environment", first.environment(), second.environment(), notCompared),
        changes("data", data(first), data(second), notCompared),
        notCompared,
        stages(first.result(), second.result()),
        new NumberComparison(first, second).all());
  }

  private static Optional<?> data(StoredRun run) {
    return run.environment().map(archive -> run.data());
  }

  private static List<Change> changes(
      String part, Optional<?> first, Optional<?> second, List<String> notCompared) {
    if (first.isEmpty() || second.isEmpty()) {
      notCompared.add(part);
      return List.of();
    }
    return Change.between(tree(first), tree(second));
  }

  private static JsonNode tree(Optional<?> value) {
    return value.<JsonNode>map(Json::tree).orElse(MissingNode.getInstance());
  }

  private static List<StageChange> stages(RunResult first, RunResult second) {
    Set<String> names = new LinkedHashSet<>();
    first.stages().forEach(stage -> names.add(stage.name()));
    second.stages().forEach(stage -> names.add(stage.name()));
    List<StageChange> changes = new ArrayList<>();
    for (String name : names) {
      Optional<RunResult.StageRecord> one = first.stage(name);
      Optional<RunResult.StageRecord> two = second.stage(name);
      String kind = one.or(() -> two).map(RunResult.StageRecord::kind).orElse("");
      changes.add(new StageChange(name, kind, outcome(one, two)));
    }
    return changes;
  }

  private static StageChange.Outcome outcome(
      Optional<RunResult.StageRecord> first, Optional<RunResult.StageRecord> second) {
    String one = first.map(RunResult.StageRecord::payload).orElse(null);
    String two = second.map(RunResult.StageRecord::payload).orElse(null);
    if (one == null || two == null) {
      return StageChange.Outcome.ONE_SIDED;
    }
    if (one.equals(two)) {
      return StageChange.Outcome.EQUAL;
    }
    boolean sameWork =
        Objects.equals(
            first.map(RunResult.StageRecord::key), second.map(RunResult.StageRecord::key));
    return sameWork ? StageChange.Outcome.OTHER_BYTES : StageChange.Outcome.OTHER_WORK;
  }
}
