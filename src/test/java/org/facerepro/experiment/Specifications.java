package org.facerepro.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The specifications of the project. */
public final class Specifications {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));

  private Specifications() {}

  /** Returns all files of the harness and of the fixtures. */
  public static List<Path> all() throws IOException {
    try (Stream<Path> harness = Files.walk(HOME.resolve("harness/experiments"));
        Stream<Path> fixtures = Files.walk(HOME.resolve("fixtures/experiments"))) {
      return Stream.concat(harness, fixtures)
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }
}
