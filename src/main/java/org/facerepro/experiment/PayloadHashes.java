package org.facerepro.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Sha256;

/** Hashes of all files below an artifact's folder, by relative path. */
public final class PayloadHashes {
  private PayloadHashes() {}

  static Map<String, String> of(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files(folder)) {
      hashes.put(name(folder, file), Sha256.ofFile(file).hex());
    }
    return hashes;
  }

  /**
   * Forces a payload to the disk, what is in its files and the names in all its folders, so that a
   * power loss cannot leave holes, and hashes it; drops temporary files that an interrupted run
   * left behind.
   *
   * <p>Whoever writes a payload of very many files need not force each: by now most have reached
   * the disk, and the others are waited for beside one another.
   */
  static Map<String, String> sync(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path leftover : paths.skip(1).filter(PayloadHashes::isTemporary).toList()) {
        AtomicFiles.deleteTree(leftover);
      }
    }
    force(files(folder), AtomicFiles::force);
    force(folders(folder), AtomicFiles::forceFolder);
    return of(folder);
  }

  /** Makes the disk hold something. */
  @FunctionalInterface
  private interface Forcing {
    void force(Path path) throws IOException;
  }

  private static void force(List<Path> paths, Forcing forcing) throws IOException {
    Optional<IOException> failure =
        paths.parallelStream().flatMap(path -> failure(path, forcing)).findAny();
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private static Stream<IOException> failure(Path path, Forcing forcing) {
    try {
      forcing.force(path);
      return Stream.empty();
    } catch (IOException e) {
      return Stream.of(e);
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isDirectory).toList();
    }
  }

  /** Returns all payload files below an artifact's folder, sorted. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).filter(PayloadHashes::isPayload).sorted().toList();
    }
  }

  /** Returns the name of a payload file in {@code artifact.json}. */
  public static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isPayload(Path file) {
    return !isTemporary(file) && !file.endsWith(Artifact.FILE);
  }

  private static boolean isTemporary(Path file) {
    return String.valueOf(file.getFileName()).startsWith(AtomicFiles.TEMPORARY_PREFIX);
  }
}
