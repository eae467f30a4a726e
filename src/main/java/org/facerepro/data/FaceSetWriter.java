package org.facerepro.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Require;
import org.facerepro.core.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a face set, sample by sample in a fixed order, so that the same samples give the same
 * bytes: also when the work was interrupted and went on.
 *
 * <p>A shard appears under its name when it is full; {@link #complete} writes the last shard and
 * then the index, without which nobody can open the set. {@link #close} alone completes nothing, so
 * that an exception inside try-with-resources never leaves half a set that looks whole. Not
 * thread-safe.
 */
public final class FaceSetWriter implements AutoCloseable {
  private final Path folder;
  private final FaceSetInfo info;
  private final int samplesPerShard;
  private final List<Shard> shards = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private @Nullable ShardWriter shard;
  private boolean closed;

  private FaceSetWriter(Path folder, FaceSetInfo info, int samplesPerShard) {
    Require.between("samplesPerShard", samplesPerShard, 1, 1_000_000);
    this.folder = folder;
    this.info = info;
    this.samplesPerShard = samplesPerShard;
  }

  /**
   * Goes on with a set, or starts one: keeps the leading shards that are whole and full, removes
   * all that comes after them, and expects sample number {@link #written()} next. Costs one reading
   * of the shards kept. Whether they came from the same specification is for the caller to know.
   *
   * @param samplesPerShard samples of each shard but the last; must be the same each time
   * @throws StorageException if {@code folder} cannot be written to
   */
  public static FaceSetWriter resume(Path folder, FaceSetInfo info, int samplesPerShard) {
    return new FaceSetWriter(folder, info, samplesPerShard).prepare(true);
  }

  /** Starts a set, removing what an earlier attempt left in {@code folder}. */
  public static FaceSetWriter create(Path folder, FaceSetInfo info, int samplesPerShard) {
    return new FaceSetWriter(folder, info, samplesPerShard).prepare(false);
  }

  private FaceSetWriter prepare(boolean keepShards) {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(FaceSetIndex.FILE));
      if (keepShards) {
        keepFullShards();
      }
      removeOthers();
    } catch (IOException e) {
      throw failure(e);
    }
    return this;
  }

  private void keepFullShards() {
    Path next = folder.resolve(Shard.fileName(0));
    while (Files.exists(next)) {
      Shard found = scanOrNull(next);
      if (found == null || found.entries().size() != samplesPerShard) {
        return;
      }
      shards.add(found);
      found.entries().forEach(entry -> keys.add(entry.key()));
      next = folder.resolve(Shard.fileName(shards.size()));
    }
  }

  private @Nullable Shard scanOrNull(Path file) {
    try {
      return ShardScanner.scan(file, shards.size());
    } catch (CorruptDataException e) {
      // A shard that a power cut damaged is written again like one that was never there.
      return null;
    }
  }

  private void removeOthers() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "{,.tmp-}shard-*.tar")) {
      for (Path file : files) {
        boolean kept = shards.stream().anyMatch(s -> file.endsWith(s.file()));
        if (!kept) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Returns how many samples the set has so far; right after {@link #resume}, how many are safe in
   * complete shards and need not be made again.
   */
  public int written() {
    return keys.size();
  }

  /**
   * Appends a sample.
   *
   * @throws IllegalArgumentException if the set already has a sample of this key
   * @throws StorageException if it cannot be written
   */
  public void add(FaceSample sample) {
    requireOpen();
    if (!keys.add(sample.key())) {
      throw new IllegalArgumentException("the face set has a sample " + sample.key() + " already");
    }
    try {
      if (shard == null) {
        shard = new ShardWriter(folder, shards.size());
      }
      shard.add(sample);
      if (shard.size() == samplesPerShard) {
        completeShard(shard);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void completeShard(ShardWriter full) throws IOException {
    shards.add(full.complete());
    shard = null;
  }

  /**
   * Completes the set: writes what is left as the last shard, then the index.
   *
   * @throws StorageException if either cannot be written
   */
  public void complete() {
    requireOpen();
    try {
      if (shard != null) {
        completeShard(shard);
      }
    } catch (IOException e) {
      throw failure(e);
    }
    closed = true;
    byte[] index = (Json.compact(FaceSetIndex.of(info, null, shards)) + "\n").getBytes(UTF_8);
    AtomicFiles.writeFile(folder.resolve(FaceSetIndex.FILE), index);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the face set in " + folder + " is closed");
    }
  }

  /** Ends the work; a set that is not {@link #complete} by now stays as a crash would leave it. */
  @Override
  public void close() {
    closed = true;
    try {
      if (shard != null) {
        shard.close();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private StorageException failure(IOException e) {
    return new StorageException(
        "cannot write the face set in %s (%s): check free space and permissions"
            .formatted(folder, AtomicFiles.reason(e)),
        e);
  }
}
