package org.facerepro.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Sha256;

/** A complete shard of a face set and the samples in it. */
record Shard(String file, long bytes, Sha256 sha256, List<FaceEntry> entries) {
  Shard {
    entries = List.copyOf(entries);
  }

  static String fileName(int number) {
    return String.format(Locale.ROOT, "shard-%05d.tar", number);
  }

  /** Returns whether the file in a folder is this shard, to the last byte; costs one reading. */
  boolean isWholeIn(Path folder) {
    Path place = folder.resolve(file);
    try {
      return Files.exists(place)
          && Files.size(place) == bytes
          && Sha256.ofFile(place).equals(sha256);
    } catch (IOException e) {
      throw new CorruptDataException(
          "cannot read " + place + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /** Writes the shard down as columns, giving each new subject the next number. */
  ShardRecord record(Map<String, Integer> subjectNumbers) {
    List<Integer> subjects = new ArrayList<>(entries.size());
    for (FaceEntry entry : entries) {
      subjectNumbers.putIfAbsent(entry.subject(), subjectNumbers.size());
      subjects.add(subjectNumbers.get(entry.subject()));
    }
    return new ShardRecord(
        file,
        bytes,
        sha256.hex(),
        entries.stream().map(FaceEntry::key).toList(),
        subjects,
        entries.stream().map(entry -> entry.format().extension()).toList(),
        entries.stream().map(FaceEntry::offset).toList(),
        entries.stream().map(FaceEntry::length).toList(),
        entries.stream().map(FaceEntry::recordLength).toList());
  }
}
