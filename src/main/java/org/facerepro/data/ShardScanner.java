package org.facerepro.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;
import org.jspecify.annotations.Nullable;

/** Reads a shard from its first to its last byte to find which samples it holds. */
final class ShardScanner {
  private static final List<String> PICTURE_OR_RECORD = List.of(".jpg", ".png", ".json");

  private final Path file;
  private final int number;
  private final List<FaceEntry> entries = new ArrayList<>();

  private ShardScanner(Path file, int number) {
    this.file = file;
    this.number = number;
  }

  /**
   * Lists a shard.
   *
   * @throws CorruptDataException if it is truncated or is no shard of a face set
   */
  static Shard scan(Path file, int number) {
    ShardScanner scanner = new ShardScanner(file, number);
    try {
      TarEnd.check(file);
      scanner.readAll();
      return new Shard(
          Shard.fileName(number), Files.size(file), Sha256.ofFile(file), scanner.entries);
    } catch (IOException | IllegalArgumentException e) {
      throw new CorruptDataException(file + " is no readable shard: " + e.getMessage(), e);
    }
  }

  private void readAll() throws IOException {
    try (TarFile tar = new TarFile(file)) {
      Iterator<TarArchiveEntry> files = tar.getEntries().iterator();
      while (files.hasNext()) {
        TarArchiveEntry picture = files.next();
        if (!isBesideLast(picture.getName())) {
          entries.add(entry(picture, files.hasNext() ? files.next() : null, tar));
        }
      }
    }
  }

  /** Whether a file belongs to the last picture found, as its ground truth does. */
  private boolean isBesideLast(String name) {
    String key = entries.isEmpty() ? name : entries.get(entries.size() - 1).key();
    return name.startsWith(key + ".") && !PICTURE_OR_RECORD.contains(name.substring(key.length()));
  }

  private FaceEntry entry(TarArchiveEntry picture, @Nullable TarArchiveEntry companion, TarFile tar)
      throws IOException {
    String name = picture.getName();
    int dot = name.indexOf('.');
    String key = dot < 0 ? name : name.substring(0, dot);
    if (dot < 0 || companion == null || !companion.getName().equals(key + ".json")) {
      throw new CorruptDataException(file + ": " + name + " is not followed by its .json");
    }
    byte[] json = readJson(tar, companion);
    String subject = Json.read(json, SampleRecord.class, file + ": " + key + ".json").subject();
    return new FaceEntry(
        key,
        subject,
        FaceSetIndex.format(name.substring(dot + 1)),
        number,
        picture.getDataOffset(),
        Math.toIntExact(picture.getSize()),
        json.length);
  }

  private static byte[] readJson(TarFile tar, TarArchiveEntry entry) throws IOException {
    try (InputStream in = tar.getInputStream(entry)) {
      return in.readNBytes(Math.toIntExact(entry.getSize()));
    }
  }
}
