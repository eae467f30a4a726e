package org.facerepro.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;

/**
 * Labelled faces in uncompressed tar shards, {@code shard-00000.tar} and on, in the WebDataset
 * convention ({@code <key>.jpg} or {@code .png}, then {@code <key>.json} with {@code subject} and
 * {@code annotations}), with {@code index.json} for random access.
 *
 * <p>Immutable and thread-safe; reads are positional and share one open file per shard. As with
 * every {@link FileChannel}, interrupting a thread that reads closes the shard for all.
 */
public final class FaceSet implements AutoCloseable {
  private final Path folder;
  private final FaceSetIndex index;
  private final List<FaceEntry> samples;
  private final Map<String, Integer> subjects;
  private final List<FileChannel> shards;

  private FaceSet(Path folder, FaceSetIndex index, List<FileChannel> shards) {
    this.folder = folder;
    this.index = index;
    this.shards = shards;
    this.samples = List.copyOf(index.entries());
    Map<String, Integer> numbers = new LinkedHashMap<>();
    index.subjects().forEach(subject -> numbers.put(subject, numbers.size()));
    this.subjects = Collections.unmodifiableMap(numbers);
  }

  /**
   * Opens the set in {@code folder}.
   *
   * @throws DataUnavailableException if there is no complete set
   * @throws CorruptDataException if a shard is missing or not as long as the index says
   */
  public static FaceSet open(Path folder) {
    Path file = folder.resolve(FaceSetIndex.FILE);
    if (!Files.exists(file)) {
      throw new DataUnavailableException("no face set in " + folder + ": " + file + " is missing");
    }
    FaceSetIndex index = Json.read(file, FaceSetIndex.class);
    List<FileChannel> shards = new ArrayList<>();
    try {
      for (ShardRecord shard : index.shards()) {
        shards.add(openShard(folder.resolve(shard.file()), shard.bytes()));
      }
      return new FaceSet(folder, index, shards);
    } catch (CorruptDataException e) {
      closeAll(shards);
      throw e;
    }
  }

  private static FileChannel openShard(Path file, long bytes) {
    try {
      long found = Files.size(file);
      if (found != bytes) {
        throw new CorruptDataException(
            "%s has %d bytes, its index says %d".formatted(file, found, bytes));
      }
      return FileChannel.open(file);
    } catch (IOException e) {
      throw new CorruptDataException(
          "%s cannot be opened (%s)".formatted(file, AtomicFiles.reason(e)), e);
    }
  }

  /** Returns whether a folder says that it holds a face set. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FaceSetIndex.FILE));
  }

  /** Returns what the set says about itself. */
  public FaceSetInfo info() {
    return index.info();
  }

  /** Returns all samples in the order in which they were written. */
  public List<FaceEntry> samples() {
    return samples;
  }

  /** Returns the class number of each subject, 0 and on in the order of their first samples. */
  public Map<String, Integer> subjects() {
    return subjects;
  }

  /** Returns the class numbers of all samples, in the order of {@link #samples()}. */
  public int[] subjectNumbers() {
    return samples.stream().mapToInt(entry -> subjects.get(entry.subject())).toArray();
  }

  /**
   * Reads the encoded picture of a sample.
   *
   * @throws CorruptDataException if the shard ends before it
   */
  public byte[] read(FaceEntry entry) {
    return read(entry, entry.offset(), entry.length());
  }

  /**
   * Reads and decodes the picture of a sample.
   *
   * @throws CorruptDataException if it is damaged or not of the size that the set announces
   */
  public RgbImage decode(FaceEntry entry) {
    RgbImage picture = ImageCodec.decode(read(entry), place(entry));
    int side = info().side();
    if (picture.width() != side || picture.height() != side) {
      throw new CorruptDataException(
          "%s is %d x %d pixels, its set says %d x %d"
              .formatted(place(entry), picture.width(), picture.height(), side, side));
    }
    return picture;
  }

  /** Reads the annotations of a sample, {@code NullNode} if it has none. */
  public JsonNode annotations(FaceEntry entry) {
    byte[] json = read(entry, entry.recordOffset(), entry.recordLength());
    return Json.read(json, SampleRecord.class, place(entry)).annotations();
  }

  /** Reads a sample whole. */
  public FaceSample sample(FaceEntry entry) {
    return FaceSample.takeOver(
        entry.key(), entry.subject(), entry.format(), read(entry), annotations(entry));
  }

  /** Returns the SHA-256 that the index gives for each shard, in the order of the shards. */
  public Map<String, Sha256> shardHashes() {
    Map<String, Sha256> hashes = new LinkedHashMap<>();
    index.shards().forEach(shard -> hashes.put(shard.file(), new Sha256(shard.sha256())));
    return hashes;
  }

  /**
   * Reads every shard and compares it with its hash.
   *
   * @throws CorruptDataException if a shard was altered
   */
  public void verify() {
    for (ShardRecord shard : index.shards()) {
      Path file = folder.resolve(shard.file());
      try {
        if (!Sha256.ofFile(file).hex().equals(shard.sha256())) {
          throw new CorruptDataException(file + " does not have the SHA-256 that its index says");
        }
      } catch (IOException e) {
        throw new CorruptDataException(
            "%s cannot be read (%s)".formatted(file, AtomicFiles.reason(e)), e);
      }
    }
  }

  private byte[] read(FaceEntry entry, long offset, int length) {
    FileChannel channel = shards.get(entry.shard());
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) < 0) {
          throw new EOFException("it ends before the sample does");
        }
      }
    } catch (ClosedChannelException e) {
      // Also what an interrupted thread sees, and after it every other: no fault of the data.
      throw new IllegalStateException("the face set in " + folder + " is closed", e);
    } catch (IOException e) {
      throw new CorruptDataException(
          "%s cannot be read (%s)".formatted(place(entry), AtomicFiles.reason(e)), e);
    }
    return buffer.array();
  }

  private String place(FaceEntry entry) {
    return folder.resolve(Shard.fileName(entry.shard())) + ": " + entry.key();
  }

  @Override
  public void close() {
    closeAll(shards);
  }

  private static void closeAll(List<FileChannel> channels) {
    for (FileChannel channel : channels) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new StorageException("cannot close a shard (" + AtomicFiles.reason(e) + ")", e);
      }
    }
  }
}
