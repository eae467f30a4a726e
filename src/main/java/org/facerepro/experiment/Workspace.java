package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.Optional;
import org.facerepro.core.Progress;
import org.facerepro.nn.Compute;
import org.jspecify.annotations.Nullable;

/**
 * Where an experiment finds things and what it runs on.
 *
 * @param home the project: {@code harness/}, {@code protocols/}, {@code results/}
 * @param store the artifact store
 * @param dataRoot the folder with real data, if the user named one
 * @param compute the device that networks run on
 * @param progress where long work reports
 */
public record Workspace(
    Path home, ArtifactStore store, @Nullable Path dataRoot, Compute compute, Progress progress) {

  /** Returns the folder with real data, if the user named one. */
  public Optional<Path> data() {
    return Optional.ofNullable(dataRoot);
  }

  /** Returns the folder of the protocol declarations. */
  public Path protocols() {
    return home.resolve("protocols");
  }

  /** Returns this workspace with a progress that says for which stage it is. */
  Workspace reporting(String stage) {
    Progress named =
        (name, total, unit) ->
            progress.start(name.equals(stage) ? name : stage + " " + name, total, unit);
    return new Workspace(home, store, dataRoot, compute, named);
  }
}
