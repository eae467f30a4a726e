package org.facerepro.train.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Sha256;

/** Tells, without reading all of it, whether a container is as it was. */
final class ContainerStamp {
  private ContainerStamp() {}

  /**
   * Returns a hash over names, sizes and times of change of a file, or of all files in a folder.
   */
  static String of(Path place) {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(place, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(place.relativize(file)).append(' ').append(Files.size(file)).append(' ');
        all.append(Files.getLastModifiedTime(file).toMillis()).append('\n');
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CorruptDataException("cannot read " + place + " (" + e.getMessage() + ")", e);
    }
    return Sha256.of(all.toString()).hex();
  }
}
