package org.facerepro.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Sha256;

/** Hashes files that are no artifacts, by content and by name within their place. */
final class OutsideFiles {
  private OutsideFiles() {}

  /**
   * Appends a line with name and hash for a file, or for each file in a folder; links are followed.
   *
   * @throws CorruptDataException if something cannot be read
   */
  static void hashInto(StringBuilder hashes, Path place) {
    try (Stream<Path> files = Files.walk(place, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        hashes.append(place.relativize(file)).append(' ');
        hashes.append(Sha256.ofFile(file).hex()).append('\n');
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CorruptDataException("cannot read " + place + " (" + e.getMessage() + ")", e);
    }
  }
}
