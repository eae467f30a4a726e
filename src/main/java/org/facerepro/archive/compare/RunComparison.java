package org.facerepro.archive.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facerepro.archive.StoredRun;
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
        StageChange.between(first.result(), second.result()),
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
    return Change.between(first, second);
  }
}
