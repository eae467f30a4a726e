package org.facerepro.cli;

import java.nio.file.Path;
import java.util.List;
import org.facerepro.archive.submission.ResultsFolder;
import org.facerepro.core.FaceReproException;
import org.facerepro.experiment.Verdict;
import org.facerepro.report.nightly.Night;
import org.facerepro.report.nightly.NightRun;
import org.facerepro.report.nightly.NightTrial;
import org.facerepro.report.nightly.Nights;
import org.jspecify.annotations.Nullable;

/** Brings the folder of results up to date after a night. */
final class NightlySubmission {
  private NightlySubmission() {}

  /** Writes the index of what lies in the folder of results again. */
  static void index(Path results) {
    new ResultsFolder(results).writeIndex();
  }

  /**
   * Copies the archives of what passed to their places in the folder of results: of an experiment
   * with one seed its run, of others the trial, so that no seed is chosen from a trial that failed.
   *
   * @return a line for each: where it lies, or why it cannot be submitted
   */
  static String submit(Path results, Nights nights, Night night) {
    ResultsFolder folder = new ResultsFolder(results);
    StringBuilder text = new StringBuilder();
    List<NightTrial> trials = night.trials().stream().filter(NightTrial::standsForItsRuns).toList();
    for (NightRun run : night.runs()) {
      if (trials.stream().noneMatch(trial -> trial.has(run))) {
        String what = "%s, seed %d".formatted(run.experiment(), run.seed());
        text.append(submit(folder, nights, what, run.verdict(), run.archive()));
      }
    }
    for (NightTrial trial : trials) {
      String what = "%s, trial of seeds %s".formatted(trial.experiment(), trial.seeds());
      text.append(submit(folder, nights, what, trial.verdict(), trial.archive()));
    }
    return text.toString();
  }

  private static String submit(
      ResultsFolder folder, Nights nights, String what, Verdict verdict, @Nullable String archive) {
    if (verdict != Verdict.PASS || archive == null) {
      return "not submitted: %s: %s%n".formatted(what, verdict);
    }
    try {
      return "submitted: %s%n".formatted(folder.add(nights.root().resolve(archive)));
    } catch (FaceReproException e) {
      return "not submitted: %s%n".formatted(e.getMessage());
    }
  }
}
