package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.StorageException;

/** A run or a trial as it was stored. */
public sealed interface StoredArchive extends AutoCloseable permits StoredRun, StoredTrial {

  /**
   * Opens an archive, a {@code result.json}, or a folder that holds one archive or result.
   *
   * @throws DataUnavailableException if there is none
   * @throws CorruptDataException if it was altered, or is no result; the message names the place
   */
  static StoredArchive open(Path place) {
    Path file = Files.isDirectory(place) ? inFolder(place) : place;
    return file.toString().endsWith(ResultArchive.ENDING) ? unpack(file) : StoredRun.bare(file);
  }

  private static Path inFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> archives =
          files.filter(file -> file.toString().endsWith(ResultArchive.ENDING)).toList();
      if (archives.size() > 1) {
        throw new DataUnavailableException(
            "%s holds %d archives: name one of them".formatted(folder, archives.size()));
      }
      return archives.isEmpty() ? folder.resolve(ResultArchive.RESULT) : archives.get(0);
    } catch (IOException e) {
      throw new StorageException("cannot read " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static StoredArchive unpack(Path file) {
    try {
      Path scratch = Files.createTempDirectory("facerepro-stored");
      try {
        Contents contents = ArchiveReading.intact(file, scratch);
        return contents.names().contains(TrialArchive.TRIAL)
            ? StoredTrial.of(file, contents, scratch)
            : StoredRun.of(file, contents, scratch);
      } catch (CorruptDataException | DataUnavailableException e) {
        AtomicFiles.deleteTree(scratch);
        throw e;
      }
    } catch (IOException e) {
      throw new StorageException(
          "cannot unpack scores to a temporary folder (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /** Returns the file that was opened. */
  Path file();

  /** Returns who stands for it; nothing of a bare result or without a valid description. */
  Optional<Imprint> imprint();

  /** Returns the entries' digests by name; nothing of a bare result. */
  Map<String, String> entryHashes();

  @Override
  void close();
}
