package org.facerepro.experiment.photograph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;

/**
 * What was written in one visit. It is on the disk before the pictures have their names, but they
 * are not forced there one by one: a power loss may leave them empty, and this note tells.
 *
 * @param landmarks lines of {@code landmarks.txt}
 * @param pictures SHA-256 of each, by its path below the folder of sessions
 */
record VisitNote(String landmarks, Map<String, String> pictures) {
  VisitNote {
    pictures = Collections.unmodifiableMap(new TreeMap<>(pictures));
  }

  /** Reads a note; empty where there is none that can be read. */
  static Optional<VisitNote> read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Json.read(file, VisitNote.class))
          : Optional.empty();
    } catch (CorruptDataException e) {
      // Its visit is photographed again, and with it this is written.
      return Optional.empty();
    }
  }

  void write(Path file) {
    AtomicFiles.writeFile(file, Json.pretty(this));
  }

  /**
   * Tells whether every picture lies below a folder as it was written.
   *
   * @param sessions the folder of sessions
   */
  boolean isWholeIn(Path sessions) throws IOException {
    for (Map.Entry<String, String> picture : pictures.entrySet()) {
      Path file = sessions.resolve(picture.getKey());
      if (!Files.isRegularFile(file) || !Sha256.ofFile(file).hex().equals(picture.getValue())) {
        return false;
      }
    }
    return true;
  }
}
