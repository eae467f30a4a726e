package org.facerepro.experiment.leakage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.facerepro.data.leak.SetOverlap;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.MadeSets;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Stage;
import org.facerepro.experiment.Workspace;

/**
 * Looks for leaks in a run: every set that a recogniser has learnt from, also before it was trained
 * further, and every set that it was watched on, against every test of that recogniser; and what it
 * has learnt from against what was held out.
 *
 * <p>Ids, pixels and looks need no recogniser and are held before the training; what a recogniser
 * itself takes for the same picture comes after it.
 */
public final class LeakageCheck {
  private final SetOverlaps overlaps;
  private final CloseEmbeddings embeddings;

  /** Keeps fingerprints in the store of a workspace. */
  public LeakageCheck(Workspace workspace) {
    this.overlaps = new SetOverlaps(workspace);
    this.embeddings = new CloseEmbeddings(workspace);
  }

  /** Checks the sets of a run before its first training, as far as that needs no recogniser. */
  public LeakageReport check(MadeSets sets) {
    SetOverlaps.Places places =
        new SetOverlaps.Places(
            sets.spec(),
            stage -> Objects.requireNonNull(sets.keys().get(stage)),
            stage -> Objects.requireNonNull(sets.folders().get(stage)));
    List<LeakageReport.Pair> pairs = new ArrayList<>();
    List<String> notChecked =
        forEach(
            sets.spec(),
            stage -> Optional.ofNullable(sets.notRun().get(stage)),
            pair ->
                pairs.add(
                    LeakageReport.Pair.notEmbedded(
                        pair,
                        overlaps.of(pair, places),
                        notEmbedded(pair, sets.spec()).orElse("before the training"))));
    return new LeakageReport(
        LeakageReport.SCHEMA, sets.spec().id(), sets.scale(), sets.seed(), pairs, notChecked);
  }

  /** Checks a run. */
  public LeakageReport check(ExperimentSpec spec, CompletedRun run) {
    RunResult result = run.result();
    SetOverlaps.Places places =
        new SetOverlaps.Places(
            spec,
            stage -> Objects.requireNonNull(result.stage(stage).orElseThrow().key()),
            run::folder);
    List<LeakageReport.Pair> pairs = new ArrayList<>();
    List<String> notChecked =
        forEach(
            spec,
            stage -> result.stage(stage).map(RunResult.StageRecord::notRun),
            pair -> pairs.add(pair(pair, overlaps.of(pair, places), spec, run)));
    return new LeakageReport(
        LeakageReport.SCHEMA,
        result.experiment(),
        result.scale(),
        result.seed(),
        pairs,
        notChecked);
  }

  private interface Look {
    void at(ComparedSets pair);
  }

  /** Returns the pairs that could not be looked at. */
  private static List<String> forEach(
      ExperimentSpec spec, Function<String, Optional<String>> notRun, Look look) {
    List<String> notChecked = new ArrayList<>();
    for (ComparedSets pair : ComparedSets.of(spec)) {
      Optional<String> missing = notRun.apply(pair.second()).or(() -> notRun.apply(pair.first()));
      missing.ifPresentOrElse(
          reason -> notChecked.add(pair.first() + " / " + pair.second() + ": " + reason),
          () -> look.at(pair));
    }
    return notChecked;
  }

  private LeakageReport.Pair pair(
      ComparedSets sets, SetOverlap overlap, ExperimentSpec spec, CompletedRun run) {
    return notEmbedded(sets, spec)
        .map(reason -> LeakageReport.Pair.notEmbedded(sets, overlap, reason))
        .orElseGet(() -> LeakageReport.Pair.of(sets, overlap, embeddings.between(sets, spec, run)));
  }

  /**
   * Says why the recogniser is not asked: held-out faces have no comparisons that would tell how
   * close is too close; generated people are drawn apart, and their pictures are held by looks.
   */
  private static Optional<String> notEmbedded(ComparedSets pair, ExperimentSpec spec) {
    if (pair.use() == LeakageReport.Use.HELD_OUT) {
      return Optional.of("held-out faces");
    }
    boolean ofPeople = pair.faces() == null && spec.stage(pair.first()) instanceof Stage.Collect;
    return ofPeople ? Optional.empty() : Optional.of("generated faces");
  }
}
