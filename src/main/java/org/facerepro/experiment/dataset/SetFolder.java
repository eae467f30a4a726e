package org.facerepro.experiment.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;

/** What sets of many small files share. */
final class SetFolder {
  private SetFolder() {}

  /**
   * Returns one SHA-256 hash over the hashes and names of all files.
   *
   * @param parts folders of the set, in the order in which they count; files within each by name
   */
  static String hash(Path folder, List<String> parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      try (Stream<Path> files = Files.walk(folder.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          all.append(Sha256.ofFile(file).hex()).append("  ");
          all.append(folder.relativize(file).toString().replace('\\', '/')).append('\n');
        }
      } catch (IOException e) {
        throw failure(folder, e);
      }
    }
    return Sha256.of(all.toString()).hex();
  }

  static StorageException failure(Path folder, IOException e) {
    return new StorageException(
        "cannot use %s (%s): check permissions".formatted(folder, AtomicFiles.reason(e)), e);
  }
}
