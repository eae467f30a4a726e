package org.facerepro.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
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
 * lock per key keeps two processes from doing the same work at the same time: the second waits.
 */
public final class ArtifactStore {
  private static final Logger LOG = LoggerFactory.getLogger(ArtifactStore.class);

  private static final long POLL_MILLIS = 50;

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
      if (PayloadHashes.of(folder).equals(artifact.payload())) {
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

  /**
   * Holds the right to make one artifact; waits while another process holds it.
   *
   * @throws StorageException if the store cannot be written
   */
  public Claim claim(String kind, String key) {
    Path kindFolder = root.resolve(kind);
    try {
      Files.createDirectories(kindFolder);
      FileChannel channel =
          FileChannel.open(
              kindFolder.resolve(".lock-" + key),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      return claimed(channel, kindFolder, key);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Claim claimed(FileChannel channel, Path kindFolder, String key) throws IOException {
    try {
      return new Claim(channel, lock(channel, key), kindFolder, key);
    } catch (IOException | StageFailedException e) {
      channel.close();
      throw e;
    }
  }

  /** Polls, because within one process a lock of another thread is refused, not waited for. */
  private static FileLock lock(FileChannel channel, String key) throws IOException {
    for (boolean waiting = false; true; waiting = true) {
      FileLock lock = tryLock(channel);
      if (lock != null) {
        return lock;
      }
      if (!waiting) {
        LOG.warn("another run is making artifact {}; waiting for it", key);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StageFailedException("interrupted while waiting for artifact " + key, e);
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByAnotherThread) {
      return null;
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
    private final FileChannel channel;
    private final FileLock lock;
    private final Path kindFolder;
    private final String key;

    private Claim(FileChannel channel, FileLock lock, Path kindFolder, String key) {
      this.channel = channel;
      this.lock = lock;
      this.kindFolder = kindFolder;
      this.key = key;
    }

    /** The folder to fill; what an interrupted run left there is still in it. */
    public Path payloadFolder() {
      return created(AtomicFiles.TEMPORARY_PREFIX + key);
    }

    /** A folder for checkpoints, dropped when the artifact is complete. */
    public Path workFolder() {
      return created(".work-" + key);
    }

    /** Hashes the payload, adds {@code artifact.json} and moves the folder to its final name. */
    public Artifact complete(ArtifactKey made, double seconds) {
      Path payload = payloadFolder();
      try {
        Map<String, String> hashes = PayloadHashes.sync(payload);
        Artifact artifact =
            new Artifact(
                Artifact.SCHEMA,
                made.kind(),
                key,
                made.inputs(),
                made.stage(),
                made.codeVersion(),
                made.platform(),
                hashes,
                seconds);
        AtomicFiles.writeFile(payload.resolve(Artifact.FILE), Json.pretty(artifact));
        AtomicFiles.deleteTree(folder(made.kind(), key));
        AtomicFiles.moveIntoPlace(payload, folder(made.kind(), key));
        AtomicFiles.deleteTree(workFolder());
        return artifact;
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    /** Whether the right is still held; it ends with {@link #close}. */
    boolean held() {
      return lock.isValid();
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
      try (channel) {
        if (lock.isValid()) {
          lock.release();
        }
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
  }
}
