package org.facerepro.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The word of a run on the artifacts that it works with, so that nobody clears them away: a locked
 * file {@code .runs/<name>} of the store that lists them. The lock ends with the process, whatever
 * ends it.
 */
public final class StoreLease implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreLease.class);
  private static final String FOLDER = ".runs";
  private static final String GATE = ".lock-store";

  private final Path file;
  private final StoreLock lock;

  private StoreLease(Path file, StoreLock lock) {
    this.file = file;
    this.lock = lock;
  }

  static StoreLease of(Path root, Collection<ArtifactName> artifacts) throws IOException {
    Path file = Files.createDirectories(root.resolve(FOLDER)).resolve("run-" + UUID.randomUUID());
    try (StoreLock gate = gate(root)) {
      Leftovers.sweep(root, gate);
      StoreLock lock =
          StoreLock.tryTake(file).orElseThrow(() -> new IOException(file + " is locked"));
      Files.writeString(
          file,
          artifacts.stream().map(name -> name + "\n").collect(Collectors.joining()),
          StandardCharsets.UTF_8);
      return new StoreLease(file, lock);
    }
  }

  /** Locks the store against new leases; a matter of moments. */
  static StoreLock gate(Path root) throws IOException {
    Files.createDirectories(root);
    return StoreLock.take(
        root.resolve(GATE), () -> LOG.warn("the store {} is being cleared; waiting", root));
  }

  /** Returns what live runs hold, and forgets the leases of dead ones. */
  static Set<ArtifactName> held(Path root) throws IOException {
    Set<ArtifactName> held = new TreeSet<>();
    Path folder = root.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      for (Path file : files(folder)) {
        if (StoreLock.isHeld(file)) {
          Files.readAllLines(file).forEach(line -> held.add(ArtifactName.parse(line)));
        } else {
          Files.deleteIfExists(file);
        }
      }
    }
    return held;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      lock.close();
    } catch (IOException e) {
      throw new StorageException("cannot give back " + file + ": " + AtomicFiles.reason(e), e);
    }
  }
}
