package org.facerepro.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What killed runs have left in a store: half a payload, checkpoints. It is kept for two weeks, for
 * a run that goes on with it, and then dropped.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  static final Duration KEPT = Duration.ofDays(14);

  private Leftovers() {}

  /**
   * Drops what has lain untouched for too long and nobody works on.
   *
   * @param gate the held lock of the store, so that no run starts meanwhile
   */
  static void sweep(Path root, StoreLock gate) throws IOException {
    if (!gate.held()) {
      throw new IllegalStateException("the store is swept only under its lock");
    }
    Removal.complete(root);
    Instant oldest = Instant.now().minus(KEPT);
    for (Path folder : of(root)) {
      if (Files.getLastModifiedTime(folder).toInstant().isBefore(oldest)) {
        drop(folder);
      }
    }
  }

  private static void drop(Path folder) throws IOException {
    Path lockFile = folder.resolveSibling(ArtifactStore.LOCK_PREFIX + key(folder));
    Optional<StoreLock> lock = StoreLock.tryTake(lockFile);
    if (lock.isPresent()) {
      LOG.info("{} was left {} days ago or longer; dropped", folder, KEPT.toDays());
      AtomicFiles.deleteTree(folder);
      lock.get().close();
    }
  }

  /** Returns the folders of unfinished work of all kinds, sorted. */
  static List<Path> of(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path kind : ArtifactFolders.kinds(root)) {
      try (Stream<Path> entries = Files.list(kind)) {
        entries.filter(Leftovers::isLeftover).sorted().forEach(found::add);
      }
    }
    return found;
  }

  /** Tells of all unfinished work, sorted by place. */
  static List<UnfinishedWork> list(Path root) throws IOException {
    Map<ArtifactName, List<Path>> folders = new TreeMap<>();
    for (Path folder : of(root)) {
      String kind = root.relativize(folder).getName(0).toString();
      folders
          .computeIfAbsent(new ArtifactName(kind, key(folder)), name -> new ArrayList<>())
          .add(folder);
    }
    List<UnfinishedWork> works = new ArrayList<>();
    for (Map.Entry<ArtifactName, List<Path>> entry : folders.entrySet()) {
      works.add(work(root, entry.getKey(), entry.getValue()));
    }
    return works;
  }

  private static UnfinishedWork work(Path root, ArtifactName name, List<Path> folders)
      throws IOException {
    long bytes = 0;
    Instant used = Instant.EPOCH;
    for (Path folder : folders) {
      bytes += bytes(folder);
      Instant touched = Files.getLastModifiedTime(folder).toInstant();
      used = touched.isAfter(used) ? touched : used;
    }
    Path lock = root.resolve(name.kind()).resolve(ArtifactStore.LOCK_PREFIX + name.key());
    boolean running = Files.exists(lock) && StoreLock.isHeld(lock);
    return new UnfinishedWork(name.kind(), name.key(), bytes, used.toString(), running);
  }

  /** Files come and go while a run is at work: one that is gone counts nothing. */
  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
      }
    } catch (NoSuchFileException | UncheckedIOException goneMeanwhile) {
      return bytes;
    }
    return bytes;
  }

  private static boolean isLeftover(Path path) {
    return !key(path).isEmpty();
  }

  /** Returns the key that unfinished work belongs to; blank for anything else. */
  static String key(Path path) {
    String name = String.valueOf(path.getFileName());
    for (String prefix : List.of(AtomicFiles.TEMPORARY_PREFIX, ArtifactStore.WORK_PREFIX)) {
      if (name.startsWith(prefix)) {
        return name.substring(prefix.length());
      }
    }
    return "";
  }
}
