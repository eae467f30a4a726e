package org.facerepro.cli;

import java.nio.file.Path;
import org.facerepro.archive.submission.ResultsFolder;
import org.facerepro.core.FaceReproException;
import org.facerepro.experiment.Verdict;
import org.facerepro.report.nightly.Night;
import org.facerepro.report.nightly.NightRun;
import org.facerepro.report.nightly.Nights;

/** Brings the folder of results up to date after a night. */
final class NightlySubmission {
  private NightlySubmission() {}

  /** Writes the index of what lies in the folder of results again. */
  static void index(Path results) {
    new ResultsFolder(results).writeIndex();
  }

  /**
   * Copies the archives of runs that passed to their places in the folder of results.
   *
   * @return a line for each run: where it lies, or why it cannot be submitted
   */
  static String submit(Path results, Nights nights, Night night) {
    ResultsFolder folder = new ResultsFolder(results);
    StringBuilder text = new StringBuilder();
    for (NightRun run : night.runs()) {
      String archive = run.archive();
      if (run.verdict() != Verdict.PASS || archive == null) {
        text.append(
            "not submitted: %s, seed %d: %s%n"
                .formatted(run.experiment(), run.seed(), run.verdict()));
        continue;
      }
      try {
        Path target = folder.add(nights.root().resolve(archive));
        text.append("submitted: ").append(target).append('\n');
      } catch (FaceReproException e) {
        text.append("not submitted: ").append(e.getMessage()).append('\n');
      }
    }
    return text.toString();
  }
}
