package org.facerepro.report.nightly;

import java.util.List;
import org.facerepro.experiment.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one experiment of a night together.
 *
 * @param experiment id of the specification
 * @param scale embedded, sample or paper
 * @param seeds one run each
 * @param verdict what they came to
 * @param archive the archive of the trial, relative to the folder of all nights; absent where it
 *     says no more than its only run
 * @param against the archive it was held against; absent where there is no earlier one
 */
public record NightTrial(
    String experiment,
    String scale,
    List<Long> seeds,
    Verdict verdict,
    @Nullable String archive,
    @Nullable String against) {
  public NightTrial {
    seeds = List.copyOf(seeds);
  }

  /** Returns whether its archive holds several runs, and stands for all of them. */
  public boolean standsForItsRuns() {
    return archive != null && seeds.size() > 1;
  }

  /** Returns whether a run is one of its runs. */
  public boolean has(NightRun run) {
    return run.experiment().equals(experiment)
        && run.scale().equals(scale)
        && seeds.contains(run.seed());
  }
}
