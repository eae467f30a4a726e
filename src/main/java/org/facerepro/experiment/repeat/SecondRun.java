package org.facerepro.experiment.repeat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Workspace;

/** Runs an experiment again where nothing is stored yet, beside the store, and compares. */
public final class SecondRun {
  private static final String PREFIX = ".facerepro-twice-";

  private SecondRun() {}

  /**
   * Does every stage of a run again and compares; what the second run made is deleted.
   *
   * @throws StorageException if the folder that holds the store cannot be written
   */
  public static RepeatReport of(
      ExperimentSpec spec, Scale scale, CompletedRun first, Workspace workspace) {
    Path store = workspace.store().root().toAbsolutePath();
    Path folder = created(store);
    try {
      Workspace fresh =
          new Workspace(
              workspace.home(),
              new ArtifactStore(folder),
              workspace.dataRoot(),
              workspace.compute(),
              workspace.progress());
      CompletedRun second = new ExperimentRunner(fresh).run(spec, scale, first.result().seed());
      return TwoRuns.compare(spec, first, second);
    } finally {
      delete(folder);
    }
  }

  private static Path created(Path store) {
    Path parent = store.getParent();
    try {
      return Files.createTempDirectory(parent == null ? store : parent, PREFIX);
    } catch (IOException e) {
      throw new StorageException(
          "cannot make a folder beside the store %s (%s)".formatted(store, AtomicFiles.reason(e)),
          e);
    }
  }

  private static void delete(Path folder) {
    try {
      AtomicFiles.deleteTree(folder);
    } catch (IOException e) {
      throw new StorageException(
          "cannot delete the second run %s (%s)".formatted(folder, AtomicFiles.reason(e)), e);
    }
  }
}
