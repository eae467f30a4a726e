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
    return protocols(home);
  }

  /** Returns the folder of the protocol declarations of a project. */
  static Path protocols(Path home) {
    return home.resolve("protocols");
  }

  /**
   * Returns a text for results, which say nothing of the machine: the folder with real data is
   * called {@code DIR} in it, as in the help of {@code --data}, and the project {@code .}.
   */
  String portable(String text) {
    String told = dataRoot == null ? text : renamed(text, dataRoot, "DIR");
    return renamed(told, home, ".");
  }

  private static String renamed(String text, Path place, String name) {
    String whole = place.toAbsolutePath().normalize().toString();
    return text.replace(whole, name).replace(place.toString(), name);
  }

  /** Returns this workspace with a progress that says for which work it is, such as a stage. */
  Workspace reporting(String work) {
    Progress named =
        (name, total, unit) ->
            progress.start(name.equals(work) ? name : work + " " + name, total, unit);
    return new Workspace(home, store, dataRoot, compute, named);
  }
}
