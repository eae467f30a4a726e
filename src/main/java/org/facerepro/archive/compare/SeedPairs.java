package org.facerepro.archive.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.core.Seed;
import org.facerepro.experiment.trial.TestSet;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.trial.Estimate;
import org.facerepro.metric.trial.SubjectReplicates;

/** A verify stage of two trials that were made with the same seeds on the same comparisons. */
final class SeedPairs {
  private static final int REPLICATES = 1000;
  private static final Seed SEED = new Seed(1).child("compare");

  /** The entries that say which comparisons were made. */
  private static final List<String> COMPARISONS =
      List.of("genuine.npy", "folds.npy", "subjects.npy");

  /** In the order of the seeds, and empty where not all seeds share their comparisons. */
  private final List<Scores> first = new ArrayList<>();

  private final List<Scores> second = new ArrayList<>();

  private SeedPairs() {}

  /** Pairs the runs seed by seed; nothing where seeds or comparisons differ. */
  static Optional<SeedPairs> of(String stage, StoredTrial first, StoredTrial second) {
    Set<String> sets = new HashSet<>();
    List<StoredRun> runs =
        first.runs().stream().sorted(Comparator.comparingLong(run -> run.result().seed())).toList();
    List<StoredRun> partners = new ArrayList<>();
    for (StoredRun run : runs) {
      Optional<StoredRun> partner = second.run(run.result().seed());
      Optional<String> own = comparisons(run, stage);
      if (own.isEmpty() || !partner.flatMap(other -> comparisons(other, stage)).equals(own)) {
        return Optional.empty();
      }
      sets.add(own.get());
      partner.ifPresent(partners::add);
    }
    SeedPairs pairs = new SeedPairs();
    if (sets.size() == 1 && runs.stream().allMatch(run -> canBeResampled(run, stage))) {
      runs.forEach(run -> run.scores(stage).ifPresent(pairs.first::add));
      partners.forEach(run -> run.scores(stage).ifPresent(pairs.second::add));
    }
    return Optional.of(pairs);
  }

  private static boolean canBeResampled(StoredRun run, String stage) {
    return Optional.ofNullable(run.result().reports().get(stage))
        .map(MetricReport::comparisons)
        .filter(
            counts -> counts.genuine() + counts.impostor() <= SubjectReplicates.MOST_COMPARISONS)
        .isPresent();
  }

  /** Names what a stage compared: whose faces, and which with which. */
  private static Optional<String> comparisons(StoredRun run, String stage) {
    Map<String, String> hashes = run.entryHashes();
    StringBuilder name = new StringBuilder();
    for (String file : COMPARISONS) {
      name.append(hashes.get("verify/" + stage + "/" + file)).append(' ');
    }
    return run.specification()
        .filter(spec -> spec.stages().containsKey(stage))
        .flatMap(spec -> TestSet.of(spec, run.result(), stage))
        .map(set -> name + set);
  }

  /** Estimates second − first; both metrics have the same seeds. */
  Estimate difference(MetricPath path, Trial.TrialMetric one, Trial.TrialMetric two) {
    double[] difference = new double[one.values().size()];
    int at = 0;
    for (Map.Entry<Long, Double> value : one.values().entrySet()) {
      difference[at++] = two.values().getOrDefault(value.getKey(), Double.NaN) - value.getValue();
    }
    if (first.size() != difference.length) {
      return Estimate.ofSeeds(difference);
    }
    Optional<double[][]> a = SubjectReplicates.of(first, path, SEED, REPLICATES);
    Optional<double[][]> b = SubjectReplicates.of(second, path, SEED, REPLICATES);
    return a.isPresent() && b.isPresent()
        ? Estimate.ofSeedsAndSubjects(difference, SubjectReplicates.minus(b.get(), a.get()))
        : Estimate.ofSeeds(difference);
  }
}
