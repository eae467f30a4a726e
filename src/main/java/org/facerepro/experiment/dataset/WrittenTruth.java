package org.facerepro.experiment.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.face.truth.TruthFiles;

/** Reads the ground truth that lies beside pictures as JSON. */
final class WrittenTruth {
  private static final String ENDING = "." + TruthFiles.JSON;

  private WrittenTruth() {}

  /**
   * Reads all below a folder.
   *
   * @throws CorruptDataException if a file is no JSON
   * @throws StorageException if one cannot be read
   */
  static void inFolders(Path folder, Consumer<JsonNode> reader) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> truths = files.filter(file -> file.toString().endsWith(ENDING)).toList();
      for (Path file : truths) {
        reader.accept(Json.read(Files.readAllBytes(file), JsonNode.class, file.toString()));
      }
    } catch (IOException e) {
      throw SetFolder.failure(folder, e);
    }
  }

  /**
   * Reads all in a tar file.
   *
   * @throws CorruptDataException if an entry is no JSON
   * @throws StorageException if it cannot be read
   */
  static void inShard(Path file, Consumer<JsonNode> reader) {
    try (TarFile tar = new TarFile(file)) {
      for (TarArchiveEntry entry : tar.getEntries()) {
        if (entry.getName().endsWith(ENDING)) {
          try (InputStream in = tar.getInputStream(entry)) {
            reader.accept(Json.read(in.readAllBytes(), JsonNode.class, entry.getName()));
          }
        }
      }
    } catch (IOException e) {
      throw SetFolder.failure(file, e);
    }
  }
}
