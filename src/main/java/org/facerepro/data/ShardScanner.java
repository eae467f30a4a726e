package org.facerepro.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;
import org.jspecify.annotations.Nullable;

/** Reads a shard from its first to its last byte to find which samples it holds. */
final class ShardScanner {
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
    } catch (IOException e) {
      throw new CorruptDataException(file + " is no readable shard: " + e.getMessage(), e);
    }
  }

  private void readAll() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
      TarArchiveEntry picture = tar.getNextEntry();
      while (picture != null) {
        int length = Math.toIntExact(picture.getSize());
        long offset = picture.getDataOffset();
        entries.add(entry(picture.getName(), offset, length, tar.getNextEntry(), tar));
        picture = tar.getNextEntry();
      }
    }
  }

  private FaceEntry entry(
      String picture,
      long offset,
      int length,
      @Nullable TarArchiveEntry companion,
      TarArchiveInputStream tar)
      throws IOException {
    int dot = picture.indexOf('.');
    String key = dot < 0 ? picture : picture.substring(0, dot);
    if (dot < 0 || companion == null || !companion.getName().equals(key + ".json")) {
      throw new CorruptDataException(file + ": " + picture + " is not followed by its .json");
    }
    byte[] json = tar.readNBytes(Math.toIntExact(companion.getSize()));
    String subject = Json.read(json, SampleRecord.class, file + ": " + key + ".json").subject();
    return new FaceEntry(
        key,
        subject,
        FaceSetIndex.format(picture.substring(dot + 1)),
        number,
        offset,
        length,
        json.length);
  }
}
