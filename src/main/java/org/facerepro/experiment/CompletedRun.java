package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A result together with the artifacts it rests on.
 *
 * @param result the verdict and its evidence
 * @param folders folders of the stages that ran, by name
 * @param made names of the stages whose work was done in this run; the others lay in the store
 */
public record CompletedRun(RunResult result, Map<String, Path> folders, Set<String> made) {
  public CompletedRun {
    made = Set.copyOf(made);
    folders = new LinkedHashMap<>(folders);
  }

  /** Returns the folder of a stage that ran. */
  public Path folder(String stage) {
    Path folder = folders.get(stage);
    if (folder == null) {
      throw new IllegalArgumentException("stage '" + stage + "' did not run");
    }
    return folder;
  }
}
