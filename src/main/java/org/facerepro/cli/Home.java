package org.facerepro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.SpecException;

/** Finds the project's own files: experiments and protocols by id. */
final class Home {
  private static final String YAML = ".yaml";

  private Home() {}

  /** The project's folder, as the launcher gives it; else the working directory. */
  static Path folder() {
    return Path.of(System.getProperty("facerepro.home", "")).toAbsolutePath().normalize();
  }

  /** The folder of submitted results. */
  static Path results() {
    return folder().resolve("results");
  }

  /** The store in the user's cache folder. */
  static Path defaultStore() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("facerepro").resolve("store");
  }

  /** All experiment files, by id. */
  static Map<String, Path> experiments() {
    return yamlFiles(folder().resolve("harness").resolve("experiments"));
  }

  /** All protocol declarations, by id. */
  static Map<String, Path> protocols() {
    return yamlFiles(folder().resolve("protocols"));
  }

  /**
   * Finds an experiment by id, or takes {@code name} as a file.
   *
   * @throws SpecException if there is neither; the message suggests near ids
   */
  static Path experiment(String name) {
    return find("experiment", name, experiments());
  }

  /** Finds a protocol by id, or takes {@code name} as a file; see {@link #experiment}. */
  static Path protocol(String name) {
    return find("protocol", name, protocols());
  }

  private static Path find(String what, String name, Map<String, Path> known) {
    Path byId = known.get(name);
    if (byId != null) {
      return byId;
    }
    if (!namesFile(name)) {
      throw new SpecException(Main.unknown(what, name, known.keySet()));
    }
    if (!Files.isRegularFile(Path.of(name))) {
      throw new SpecException(name + " is no file: give a specification or the id of one");
    }
    if (!name.endsWith(YAML)) {
      throw new SpecException(
          name + " does not end in " + YAML + ": rename it if it is a specification");
    }
    return Path.of(name);
  }

  /** Tells whether a name that is no id can only be meant as a file. */
  static boolean namesFile(String name) {
    return name.endsWith(YAML) || Files.isRegularFile(Path.of(name));
  }

  private static Map<String, Path> yamlFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SpecException(
          folder + " is no folder: start facerepro by its launcher, or set -Dfacerepro.home");
    }
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> found = paths.filter(path -> path.toString().endsWith(YAML)).toList();
      for (Path file : found) {
        String name = String.valueOf(file.getFileName());
        Path same = files.put(name.substring(0, name.length() - YAML.length()), file);
        if (same != null) {
          throw new SpecException(
              "%s and %s would have one id: rename one of them".formatted(same, file));
        }
      }
    } catch (IOException e) {
      throw new SpecException("cannot read " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
    return files;
  }
}
