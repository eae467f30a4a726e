package org.facerepro.archive.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.archive.DataCard;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trial;

/**
 * What changed from one trial to another. Lists only what differs, but all stages of the seeds that
 * both have, and all numbers.
 *
 * @param schema {@code facerepro/trial-comparison/v1}
 * @param first the first trial
 * @param second the second trial
 * @param specification places of the specification, scales and arms laid out
 * @param environment places of machine and software, of the first run of each
 * @param data places of what the pictures are, by seed and stage, of the seeds that both have
 * @param gates what became of the gates that both have
 * @param runs the stages in running order, of the seeds that both have
 * @param numbers the means of all numbers
 */
public record TrialComparison(
    String schema,
    Side first,
    Side second,
    List<Change> specification,
    List<Change> environment,
    List<Change> data,
    List<GateChange> gates,
    List<SeedStages> runs,
    List<NumberChange> numbers) {
  public static final String SCHEMA = "facerepro/trial-comparison/v1";

  /**
   * One of the trials.
   *
   * @param file where it was read from
   * @param experiment id
   * @param scale scale
   * @param seeds one run each
   * @param verdict verdict
   */
  public record Side(
      String file, String experiment, String scale, List<Long> seeds, Verdict verdict) {
    static Side of(StoredTrial stored) {
      Trial trial = stored.trial();
      return new Side(
          String.valueOf(stored.file()),
          trial.experiment(),
          trial.scale(),
          trial.seeds(),
          trial.verdict());
    }
  }

  /**
   * A gate of both trials.
   *
   * @param gate its name
   * @param first what it came to in the first
   * @param second what it came to in the second
   */
  public record GateChange(String gate, Verdict first, Verdict second) {}

  /**
   * The runs of a seed that both trials have.
   *
   * @param seed root seed
   * @param stages how the stages compare
   */
  public record SeedStages(long seed, List<StageChange> stages) {}

  /** Compares two trials; O(1000 · comparisons · seeds) per number that can be resampled. */
  public static TrialComparison of(StoredTrial first, StoredTrial second) {
    List<SeedStages> runs = new ArrayList<>();
    Map<String, Map<String, DataCard>> one = new LinkedHashMap<>();
    Map<String, Map<String, DataCard>> two = new LinkedHashMap<>();
    for (StoredRun run : first.runs()) {
      Optional<StoredRun> other = second.run(run.result().seed());
      if (other.isPresent()) {
        long seed = run.result().seed();
        runs.add(new SeedStages(seed, StageChange.between(run.result(), other.get().result())));
        one.put("seed" + seed, run.data());
        two.put("seed" + seed, other.get().data());
      }
    }
    StoredRun a = first.runs().get(0);
    StoredRun b = second.runs().get(0);
    return new TrialComparison(
        SCHEMA,
        Side.of(first),
        Side.of(second),
        Change.between(a.specification(), b.specification()),
        Change.between(a.environment(), b.environment()),
        Change.between(Optional.of(one), Optional.of(two)),
        gates(first.trial(), second.trial()),
        runs,
        new TrialNumbers(first, second).all());
  }

  private static List<GateChange> gates(Trial first, Trial second) {
    List<GateChange> gates = new ArrayList<>();
    for (Trial.TrialGate one : first.gates()) {
      second.gates().stream()
          .filter(two -> two.gate().equals(one.gate()))
          .forEach(two -> gates.add(new GateChange(one.gate(), one.verdict(), two.verdict())));
    }
    return gates;
  }
}
