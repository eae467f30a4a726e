package org.facerepro.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of a store. */
final class ArtifactFolders {
  private static final String HIDDEN = ".";

  private ArtifactFolders() {}

  /** Returns the folders of all kinds, sorted; none where there is no store. */
  static List<Path> kinds(Path root) throws IOException {
    return Files.isDirectory(root) ? plainFolders(root) : List.of();
  }

  /** Returns the folders of all complete artifacts of a kind, sorted. */
  static List<Path> artifacts(Path kind) throws IOException {
    return Files.isDirectory(kind) ? plainFolders(kind) : List.of();
  }

  private static List<Path> plainFolders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !String.valueOf(entry.getFileName()).startsWith(HIDDEN))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }
}
