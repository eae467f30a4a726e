package org.facerepro.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.Listing;
import org.facerepro.core.SpecException;
import org.facerepro.core.StorageException;

/**
 * A folder in which the shards of one face set gather, in any order and from any machine, until
 * {@link #join} lists them in the set's index.
 *
 * <p>Beside each shard lies a note that says where it belongs; joining takes the notes away. A
 * shard appears under its name when it is whole, so work goes on after any interruption. Different
 * shards may be filled at the same time, by threads and by processes.
 */
public final class ShardFolder {
  private static final int SHOWN = 20;

  private final Path folder;
  private final FaceSetInfo info;
  private final ShardPlan plan;
  private final String origin;
  private final Map<Integer, Shard> present = new ConcurrentSkipListMap<>();

  private ShardFolder(Path folder, FaceSetInfo info, ShardPlan plan, String origin) {
    this.folder = folder;
    this.info = info;
    this.plan = plan;
    this.origin = origin;
  }

  /**
   * Opens a folder, making it if need be, and looks which shards are there. Costs one reading of
   * them; a damaged one counts as missing.
   *
   * @param origin hash of all that the set is made from, which every shard must share
   * @throws SpecException if a shard belongs to another set
   * @throws StorageException if the folder cannot be made
   */
  public static ShardFolder open(Path folder, FaceSetInfo info, ShardPlan plan, String origin) {
    ShardFolder shards = new ShardFolder(folder, info, plan, origin);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw shards.failure(e);
    }
    shards.look();
    return shards;
  }

  private void look() {
    if (FaceSet.isIn(folder)) {
      lookIntoIndex();
    }
    for (int number = 0; number < plan.shards(); number++) {
      Path file = folder.resolve(ShardNote.fileName(number));
      if (!present.containsKey(number) && Files.exists(file)) {
        lookAt(file, number);
      }
    }
  }

  private void lookIntoIndex() {
    Path file = folder.resolve(FaceSetIndex.FILE);
    FaceSetIndex index;
    try {
      index = Json.read(file, FaceSetIndex.class);
    } catch (CorruptDataException e) {
      // An index that a power cut damaged is written again when the set is joined.
      return;
    }
    boolean same =
        origin.equals(index.origin())
            && info.equals(index.info())
            && index.samples() == plan.samples();
    if (!same) {
      throw foreign(file);
    }
    for (int number = 0; number < index.shards().size(); number++) {
      keepIfWhole(number, index.shards().get(number).toShard(number, index.subjects()));
    }
  }

  private void lookAt(Path file, int number) {
    ShardNote note;
    try {
      note = Json.read(file, ShardNote.class);
    } catch (CorruptDataException e) {
      // A note that a power cut damaged is written again with its shard.
      return;
    }
    boolean same =
        note.origin().equals(origin) && note.info().equals(info) && note.plan().equals(plan);
    if (!same) {
      throw foreign(file);
    }
    keepIfWhole(number, note.toShard());
  }

  private void keepIfWhole(int number, Shard shard) {
    if (shard.isWholeIn(folder)) {
      present.put(number, shard);
    }
  }

  private SpecException foreign(Path file) {
    return new SpecException(
        file
            + " belongs to another face set: another specification, seed, shard size or version of"
            + " the program; choose another folder");
  }

  /** Returns where the shards lie. */
  public Path path() {
    return folder;
  }

  public ShardPlan plan() {
    return plan;
  }

  /** Returns the numbers of the shards that are not there, ascending. */
  public List<Integer> missing() {
    return IntStream.range(0, plan.shards()).filter(k -> !present.containsKey(k)).boxed().toList();
  }

  /**
   * Starts a shard.
   *
   * @throws org.facerepro.core.InvalidValueException if the set has no such shard
   * @throws StorageException if it cannot be written
   */
  public ShardFilling fill(int number) {
    int expected = plan.end(number) - plan.first(number);
    try {
      if (FaceSet.isIn(folder)) {
        present.forEach(this::writeNote);
        Files.delete(folder.resolve(FaceSetIndex.FILE));
      }
      return new ShardFilling(this, number, expected);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  void completed(int number, Shard shard) {
    writeNote(number, shard);
    present.put(number, shard);
  }

  private void writeNote(int number, Shard shard) {
    ShardNote note = ShardNote.of(shard, number, origin, info, plan);
    byte[] json = (Json.compact(note) + "\n").getBytes(UTF_8);
    AtomicFiles.writeFile(folder.resolve(ShardNote.fileName(number)), json);
  }

  /**
   * Completes the set: writes its index and takes the notes away.
   *
   * @throws DataUnavailableException if shards are missing
   * @throws StorageException if the index cannot be written
   */
  public void join() {
    List<Integer> missing = missing();
    if (!missing.isEmpty()) {
      throw new DataUnavailableException(
          "%s lacks %d of %d shards: %s"
              .formatted(folder, missing.size(), plan.shards(), Listing.first(SHOWN, missing)));
    }
    List<Shard> shards = new ArrayList<>(new TreeMap<>(present).values());
    byte[] index = (Json.compact(FaceSetIndex.of(info, origin, shards)) + "\n").getBytes(UTF_8);
    AtomicFiles.writeFile(folder.resolve(FaceSetIndex.FILE), index);
    try {
      removeLeftOvers();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void removeLeftOvers() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "{.tmp-*,shard-*.json}")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  StorageException failure(IOException e) {
    return new StorageException(
        "cannot write the face set in %s (%s): check free space and permissions"
            .formatted(folder, AtomicFiles.reason(e)),
        e);
  }
}
