package org.facerepro.train.embedding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.FileHash;
import org.facerepro.core.Json;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;

/**
 * A shard of embeddings on disk: {@code part-00000.npy}, then the note of this form beside it, with
 * which the shard counts.
 *
 * @param origin hash over all that decides the numbers
 * @param sha256 hash of the {@code .npy}
 * @param ids names of the pictures, one per row
 * @param failures pictures without a row, with the reason
 */
record EmbeddingPart(String origin, String sha256, List<String> ids, Map<String, String> failures) {

  EmbeddingPart {
    ids = List.copyOf(ids);
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }

  static Path rows(Path folder, int number) {
    return folder.resolve("part-%05d.npy".formatted(number));
  }

  private static Path note(Path folder, int number) {
    return folder.resolve("part-%05d.json".formatted(number));
  }

  /** Reads a shard's note, if the shard is there, whole and of this origin. */
  static Optional<EmbeddingPart> find(Path folder, int number, String origin) {
    try {
      if (Files.exists(note(folder, number))) {
        EmbeddingPart part = Json.read(note(folder, number), EmbeddingPart.class);
        boolean whole =
            part.origin().equals(origin) && part.sha256().equals(FileHash.of(rows(folder, number)));
        return whole ? Optional.of(part) : Optional.empty();
      }
    } catch (CorruptDataException | DataUnavailableException e) {
      // A shard that a crash damaged is computed again like one that was never there.
    }
    return Optional.empty();
  }

  /** Writes a shard. */
  static void write(
      Path folder,
      int number,
      String origin,
      int dimension,
      Map<String, float[]> rows,
      Map<String, String> failures) {
    float[] all = new float[Math.multiplyExact(rows.size(), dimension)];
    int at = 0;
    for (float[] row : rows.values()) {
      System.arraycopy(row, 0, all, at, dimension);
      at += dimension;
    }
    Path file = rows(folder, number);
    Npy.write(file, NpyArray.ofFloats(all, rows.size(), dimension));
    EmbeddingPart part =
        new EmbeddingPart(origin, FileHash.of(file), new ArrayList<>(rows.keySet()), failures);
    AtomicFiles.writeFile(note(folder, number), Json.pretty(part));
  }
}
