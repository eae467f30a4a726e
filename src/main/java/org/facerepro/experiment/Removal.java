package org.facerepro.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;

/** Takes an artifact out of a store with all that belongs to it. */
final class Removal {
  private static final String GONE_PREFIX = ".gone-";

  private Removal() {}

  /** Ends removals that were killed half-way. */
  static void complete(Path root) throws IOException {
    for (Path kind : ArtifactFolders.kinds(root)) {
      try (Stream<Path> entries = Files.list(kind)) {
        for (Path entry : entries.filter(Removal::isCondemned).toList()) {
          AtomicFiles.deleteTree(entry);
        }
      }
    }
  }

  private static boolean isCondemned(Path path) {
    return String.valueOf(path.getFileName()).startsWith(GONE_PREFIX);
  }

  /**
   * Removes an artifact that nobody works on.
   *
   * @param gate the held lock of the store, so that no run starts meanwhile
   * @return whether it was removed, or would have been
   */
  static boolean of(Path root, ArtifactName name, boolean dryRun, StoreLock gate)
      throws IOException {
    if (!gate.held()) {
      throw new IllegalStateException("the store is cleared only under its lock");
    }
    Path kind = root.resolve(name.kind());
    Path lockFile = kind.resolve(ArtifactStore.LOCK_PREFIX + name.key());
    if (dryRun) {
      return !Files.exists(lockFile) || !StoreLock.isHeld(lockFile);
    }
    Optional<StoreLock> lock = StoreLock.tryTake(lockFile);
    if (lock.isEmpty()) {
      return false;
    }
    Path condemned = kind.resolve(GONE_PREFIX + name.key());
    AtomicFiles.deleteTree(condemned);
    // Renamed first: a removal that is killed half-way leaves no artifact with half its files.
    AtomicFiles.moveIntoPlace(kind.resolve(name.key()), condemned);
    AtomicFiles.deleteTree(condemned);
    AtomicFiles.deleteTree(kind.resolve(ArtifactStore.WORK_PREFIX + name.key()));
    Files.deleteIfExists(lockFile);
    lock.get().close();
    return true;
  }
}
