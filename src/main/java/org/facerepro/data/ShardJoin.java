package org.facerepro.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.Listing;
import org.facerepro.core.SpecException;

/** Brings shards that were made in several places together into one set. */
public final class ShardJoin {
  private static final int SHOWN = 20;

  private record Found(Path folder, ShardNote note) {}

  private final Path target;
  private final String origin;
  private final Map<Integer, Found> shards = new TreeMap<>();

  private ShardJoin(Path target, String origin) {
    this.target = target;
    this.origin = origin;
  }

  /**
   * Finds all shards of a set by their notes; writes nothing.
   *
   * @param sources folders with shards
   * @param target where they are to go, which may hold some already
   * @param origin hash of all that the set is made from; see {@link ShardFolder#open}
   * @throws SpecException if a shard belongs to another set, or differs from one of the same number
   * @throws DataUnavailableException if shards are missing
   */
  public static ShardJoin find(List<Path> sources, Path target, String origin) {
    ShardJoin join = new ShardJoin(target, origin);
    Set<Path> folders = new LinkedHashSet<>();
    if (Files.isDirectory(target)) {
      folders.add(target.toAbsolutePath().normalize());
    }
    sources.forEach(source -> folders.add(source.toAbsolutePath().normalize()));
    for (Path folder : folders) {
      notes(folder).forEach(file -> join.add(folder, file));
    }
    join.requireAll(folders);
    return join;
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

  private void add(Path folder, Path file) {
    Found found = new Found(folder, Json.read(file, ShardNote.class));
    if (!found.note().origin().equals(origin)) {
      throw new SpecException(
          file
              + " belongs to another face set: another specification, seed, shard size or version"
              + " of the program");
    }
    Found other = shards.putIfAbsent(found.note().number(), found);
    if (other != null && !other.note().equals(found.note())) {
      throw new SpecException(file + " differs from the one in " + other.folder());
    }
  }

  private void requireAll(Set<Path> folders) {
    if (shards.isEmpty()) {
      throw new DataUnavailableException(
          "no shard with its note (shard-00000.tar and shard-00000.json) in "
              + Listing.first(SHOWN, folders));
    }
    int all = one().plan().shards();
    List<Integer> missing =
        IntStream.range(0, all).filter(number -> !shards.containsKey(number)).boxed().toList();
    if (!missing.isEmpty()) {
      throw new DataUnavailableException(
          "%d of %d shards are missing: %s"
              .formatted(missing.size(), all, Listing.first(SHOWN, missing)));
    }
  }

  private ShardNote one() {
    return shards.values().iterator().next().note();
  }

  /**
   * Copies the shards that are not there yet into the target and completes the set.
   *
   * @throws CorruptDataException if a shard is damaged
   * @throws org.facerepro.core.StorageException if the target cannot be written to
   */
  public void complete() {
    shards.values().forEach(this::bring);
    ShardFolder.open(target, one().info(), one().plan(), origin).join();
  }

  private void bring(Found found) {
    Shard shard = found.note().toShard();
    if (!shard.isWholeIn(found.folder())) {
      throw new CorruptDataException(
          found.folder().resolve(shard.file()) + " is not what its note says; make it again");
    }
    if (!found.folder().equals(target.toAbsolutePath().normalize())) {
      copy(found.folder(), shard.file());
      copy(found.folder(), ShardNote.fileName(found.note().number()));
    }
  }

  private void copy(Path folder, String name) {
    Path source = folder.resolve(name);
    AtomicFiles.writeFile(target.resolve(name), temporary -> Files.copy(source, temporary));
  }
}
