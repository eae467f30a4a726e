package org.facerepro.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.SpecException;
import org.facerepro.core.StorageException;

/** Brings shards that were made in several places together into one set. */
public final class ShardJoin {
  private record Found(Path folder, ShardNote note) {}

  private ShardJoin() {}

  /**
   * Copies all shards of {@code sources} into {@code target}, where they are not there already, and
   * joins them; what is joined already stays as it is.
   *
   * @param sources folders with shards and their notes; {@code target} may be one of them
   * @throws SpecException if a shard belongs to another set than the first, or differs from one of
   *     the same number
   * @throws DataUnavailableException if there is no shard, or one is missing
   * @throws CorruptDataException if a shard is damaged
   * @throws StorageException if {@code target} cannot be written to
   */
  public static ShardFolder join(List<Path> sources, Path target) {
    Collection<Found> shards = find(sources);
    for (Found shard : shards) {
      bring(shard, target);
    }
    ShardNote one = shards.iterator().next().note();
    ShardFolder folder = ShardFolder.open(target, one.info(), one.plan(), one.origin());
    folder.join();
    return folder;
  }

  private static Collection<Found> find(List<Path> sources) {
    Map<Integer, Found> shards = new TreeMap<>();
    for (Path source : sources) {
      for (Path file : notes(source)) {
        Found found = new Found(source, Json.read(file, ShardNote.class));
        Found other = shards.putIfAbsent(found.note().number(), found);
        if (other != null && !other.note().equals(found.note())) {
          throw new SpecException(file + " differs from the one in " + other.folder());
        }
        requireKin(shards.values().iterator().next(), found);
      }
    }
    if (shards.isEmpty()) {
      throw new DataUnavailableException(
          "no shard with its note (shard-00000.tar, shard-00000.json) in " + sources);
    }
    return shards.values();
  }

  private static List<Path> notes(Path source) {
    List<Path> notes = new ArrayList<>();
    try (var files = Files.newDirectoryStream(source, "shard-*.json")) {
      files.forEach(notes::add);
    } catch (IOException e) {
      throw new DataUnavailableException(
          "cannot read " + source + " (" + AtomicFiles.reason(e) + ")", e);
    }
    notes.sort(null);
    return notes;
  }

  private static void requireKin(Found one, Found other) {
    if (!one.note().isOfOneSetWith(other.note())) {
      throw new SpecException(
          ("%s in %s and %s in %s belong to different face sets: another specification, seed,"
                  + " shard size or version of the program")
              .formatted(
                  one.note().shard().file(),
                  one.folder(),
                  other.note().shard().file(),
                  other.folder()));
    }
  }

  private static void bring(Found found, Path target) {
    Shard shard = found.note().toShard();
    if (!shard.isWholeIn(found.folder())) {
      throw new CorruptDataException(
          found.folder().resolve(shard.file()) + " is not what its note says; make it again");
    }
    if (shard.isWholeIn(target)) {
      copyNote(found, target);
      return;
    }
    Path source = found.folder().resolve(shard.file());
    AtomicFiles.writeFile(target.resolve(shard.file()), temporary -> Files.copy(source, temporary));
    copyNote(found, target);
  }

  private static void copyNote(Found found, Path target) {
    Path note = Path.of(ShardNote.fileName(found.note().number()));
    Path source = found.folder().resolve(note);
    if (!Files.exists(target.resolve(note))) {
      AtomicFiles.writeFile(target.resolve(note), temporary -> Files.copy(source, temporary));
    }
  }
}
