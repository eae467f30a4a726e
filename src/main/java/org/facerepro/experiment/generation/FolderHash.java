package org.facerepro.experiment.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Sha256;

/** Says what a folder holds, wherever it lies. */
final class FolderHash {
  private FolderHash() {}

  /**
   * Returns a hash over names and contents of all files below a folder.
   *
   * @throws DataUnavailableException if they cannot be read
   */
  static String of(Path folder) {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        lines.add(name + " " + Sha256.ofFile(file).hex());
      }
    } catch (IOException e) {
      throw new DataUnavailableException(
          "cannot read the files of " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
    return Sha256.of(String.join("\n", lines)).hex();
  }
}
