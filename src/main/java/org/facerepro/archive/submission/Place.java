package org.facerepro.archive.submission;

import java.nio.file.Path;
import java.util.Set;
import org.facerepro.archive.StoredArchive;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.archive.TrialArchive;
import org.facerepro.core.Json;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.trial.Trial;

/**
 * Where an archive lies in a folder of results.
 *
 * @param folder its folder below the root
 * @param name what it is called there
 * @param copy the entry of which a copy lies beside it
 * @param bytes that entry
 */
record Place(Path folder, String name, String copy, byte[] bytes) {
  /** Folders of runs and of trials, below that of their experiment. */
  static final String FOLDERS = "(embedded|sample|paper)-(seed-?[0-9]+|trial)";

  private static final String TRIAL = "-trial";
  private static final Set<String> OF_A_RUN = Set.of(ResultsFolder.RESULT, "report.txt", "roc.svg");
  private static final Set<String> OF_A_TRIAL = Set.of(TrialArchive.TRIAL, TrialArchive.TEXT);

  static Place of(StoredArchive stored) {
    if (stored instanceof StoredTrial opened) {
      Trial trial = opened.trial();
      return new Place(
          Path.of(trial.experiment(), trial.scale() + TRIAL),
          TrialArchive.name(trial),
          TrialArchive.TRIAL,
          Json.pretty(trial));
    }
    RunResult result = ((StoredRun) stored).result();
    String name = result.scale() + "-seed" + result.seed();
    return new Place(
        Path.of(result.experiment(), name),
        "%s-%s%s".formatted(result.experiment(), name, ResultsFolder.ENDING),
        ResultsFolder.RESULT,
        Json.pretty(result));
  }

  /** Returns which files may lie beside the archive in a folder. */
  static Set<String> beside(Path folder) {
    return folder.toString().endsWith(TRIAL) ? OF_A_TRIAL : OF_A_RUN;
  }
}
