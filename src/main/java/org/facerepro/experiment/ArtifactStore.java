package org.facerepro.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.StageFailedException;
import org.facerepro.core.StorageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finished work on disk, {@code <root>/<kind>/<key>/}, named by the hash of all that can change it.
 *
 * <p>A folder appears under its name only when it is complete. Work in progress stays in a folder
 * with a temporary name that belongs to its key, so that a killed run goes on where it stopped. A
 * lock per key keeps two processes from doing the same work at the same time: the second waits, or
 * does other work first.
 */
public final class ArtifactStore {
  static final String LOCK_PREFIX = ".lock-";
  static final String WORK_PREFIX = ".work-";

  private static final Logger LOG = LoggerFactory.getLogger(ArtifactStore.class);

  private final Path root;

  public ArtifactStore(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /** Where an artifact lies once it is complete. */
  public Path folder(String kind, String key) {
    return root.resolve(kind).resolve(key);
  }

  /** Tells whether a complete artifact is there, without reading its payload. */
  public boolean has(String kind, String key) {
    return Files.isRegularFile(folder(kind, key).resolve(Artifact.FILE));
  }

  /**
   * Returns an artifact whose payload still has its hashes. One that was altered counts as absent:
   * it is reported, and replaced when it is made again.
   */
  public Optional<Artifact> find(String kind, String key) {
    if (!has(kind, key)) {
      return Optional.empty();
    }
    Path folder = folder(kind, key);
    try {
      Artifact artifact = Json.read(folder.resolve(Artifact.FILE), Artifact.class);
      if (!artifact.statedKey().orElse(key).equals(key)) {
        LOG.warn("{} states facts that lead to another key; it is made again", folder);
        return Optional.empty();
      }
      if (PayloadHashes.of(folder).equals(artifact.payload())) {
        touch(folder);
        return Optional.of(artifact);
      }
      LOG.warn("{} was altered after it was made; it is made again", folder);
    } catch (CorruptDataException e) {
      LOG.warn("{}; it is made again", e.getMessage());
    } catch (IOException e) {
      LOG.warn("cannot read {} ({}); it is made again", folder, AtomicFiles.reason(e));
    }
    return Optional.empty();
  }

  /** Notes the use of an artifact in the time of its file, where the store can be written. */
  private static void touch(Path folder) {
    try {
      Files.setLastModifiedTime(folder.resolve(Artifact.FILE), FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("cannot note the use of {} ({})", folder, AtomicFiles.reason(e));
    }
  }

  /**
   * Holds the right to make one artifact; waits while another process holds it.
   *
   * @throws StorageException if the store cannot be written
   */
  public Claim claim(String kind, String key) {
    try {
      return new Claim(StoreLock.take(lockFile(kind, key), () -> waiting(key)), kind, key);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static void waiting(String key) {
    LOG.warn("another run is making artifact {}; waiting for it", key);
  }

  /**
   * Holds the right to make one artifact; empty if another process or thread holds it.
   *
   * @throws StorageException if the store cannot be written
   */
  public Optional<Claim> tryClaim(String kind, String key) {
    try {
      return StoreLock.tryTake(lockFile(kind, key)).map(lock -> new Claim(lock, kind, key));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Path lockFile(String kind, String key) throws IOException {
    return Files.createDirectories(root.resolve(kind)).resolve(LOCK_PREFIX + key);
  }

  /**
   * Keeps artifacts from being cleared away until the lease is closed or the process ends; drops
   * what runs killed long ago have left in the store.
   *
   * @throws StorageException if the store cannot be written
   */
  public StoreLease hold(Collection<ArtifactName> artifacts) {
    try {
      return StoreLease.of(root, artifacts);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Returns the places of all complete artifacts, sorted. */
  public List<ArtifactName> artifacts() throws IOException {
    List<ArtifactName> names = new ArrayList<>();
    for (Path kind : ArtifactFolders.kinds(root)) {
      for (Path folder : ArtifactFolders.artifacts(kind)) {
        names.add(
            new ArtifactName(
                String.valueOf(kind.getFileName()), String.valueOf(folder.getFileName())));
      }
    }
    return names;
  }

  /** Returns what lies unfinished, sorted by place. */
  public List<UnfinishedWork> unfinished() throws IOException {
    return Leftovers.list(root);
  }

  /**
   * Returns what an artifact says of itself, its payload unread; empty if it says nothing valid.
   */
  public Optional<Artifact> read(ArtifactName name) {
    Path file = folder(name.kind(), name.key()).resolve(Artifact.FILE);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Json.read(file, Artifact.class))
          : Optional.empty();
    } catch (CorruptDataException e) {
      LOG.debug("{}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Returns when an artifact was made or last used. */
  public Instant used(ArtifactName name) throws IOException {
    Path folder = folder(name.kind(), name.key());
    Path file = folder.resolve(Artifact.FILE);
    return Files.getLastModifiedTime(Files.exists(file) ? file : folder).toInstant();
  }

  /**
   * Removes artifacts that are neither kept, nor held by a live run, nor made or used lately.
   *
   * @param kept says of an artifact whether it stays
   * @param idleMinutes how long one must have lain unused
   * @param dryRun whether to look only
   * @return what was removed, or would be, sorted
   * @throws StorageException if the store cannot be read or written
   */
  public List<ArtifactName> clear(Predicate<ArtifactName> kept, long idleMinutes, boolean dryRun) {
    try (StoreLock gate = StoreLease.gate(root)) {
      Set<ArtifactName> held = StoreLease.held(root);
      Instant newest = Instant.now().minus(Duration.ofMinutes(idleMinutes));
      List<ArtifactName> removed = new ArrayList<>();
      for (ArtifactName name : artifacts()) {
        if (!kept.test(name) && !held.contains(name) && !used(name).isAfter(newest)) {
          if (Removal.of(root, name, dryRun, gate)) {
            removed.add(name);
          }
        }
      }
      return removed;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private StorageException unwritable(IOException e) {
    return new StorageException(
        "cannot write the store "
            + root
            + " ("
            + AtomicFiles.reason(e)
            + "): check free space and permissions, or choose another with --store",
        e);
  }

  /** The exclusive right to make one artifact. */
  public final class Claim implements AutoCloseable {
    private final StoreLock lock;
    private final Path kindFolder;
    private final String key;

    private Claim(StoreLock lock, String kind, String key) {
      this.lock = lock;
      this.kindFolder = root.resolve(kind);
      this.key = key;
    }

    /** The folder to fill; what an interrupted run left there is still in it. */
    public Path payloadFolder() {
      return created(AtomicFiles.TEMPORARY_PREFIX + key);
    }

    /** A folder for checkpoints, dropped when the artifact is complete. */
    public Path workFolder() {
      return created(WORK_PREFIX + key);
    }

    /** Completes an artifact whose amount of work cannot be told. */
    public Artifact complete(ArtifactKey made, double seconds) {
      return complete(made, null, seconds);
    }

    /**
     * Hashes the payload, adds {@code artifact.json} and moves the folder to its final name; all of
     * it is on the disk before the name is.
     */
    public Artifact complete(ArtifactKey made, @Nullable Workload workload, double seconds) {
      if (!made.hex().equals(key)) {
        throw new StageFailedException("artifact " + key + " was made as " + made.hex());
      }
      Path payload = payloadFolder();
      try {
        Artifact artifact = made.artifact(PayloadHashes.sync(payload), workload, seconds);
        AtomicFiles.writeFile(payload.resolve(Artifact.FILE), Json.pretty(artifact));
        AtomicFiles.deleteTree(folder(made.kind(), key));
        AtomicFiles.moveIntoPlace(payload, folder(made.kind(), key));
        AtomicFiles.forceFolder(kindFolder);
        AtomicFiles.forceFolder(root);
        AtomicFiles.deleteTree(workFolder());
        return artifact;
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    /** Whether the right is still held; it ends with {@link #close}. */
    boolean held() {
      return lock.held();
    }

    private Path created(String name) {
      try {
        return Files.createDirectories(kindFolder.resolve(name));
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    @Override
    public void close() {
      try {
        lock.close();
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
  }
}
