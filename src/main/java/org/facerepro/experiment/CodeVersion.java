package org.facerepro.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.core.Sha256;

/**
 * The version of the code that does a stage's work: a hash over the compiled classes of the
 * packages involved and the resources beside them, so that nobody has to remember to raise a
 * number.
 */
public final class CodeVersion {
  /** Libraries whose version can change a payload: engine, archives, statistics. */
  private static final Pattern COMPUTING =
      Pattern.compile("(api|pytorch|onnxruntime|jna|commons)-");

  private static final String ROOT = "org.facerepro.";
  private static final String SEPARATOR = "/";
  private static final String CLASS = ".class";

  private CodeVersion() {}

  /**
   * Hashes all classes and resources of some packages, single classes, the class that does the
   * work, with what is nested in these, and the names of the libraries that compute.
   *
   * @param code packages and classes by name below {@code org.facerepro}, with {@code /} between
   *     parts
   */
  public static String of(Class<?> worker, List<String> code) {
    return of(worker, code, Own.HASHES);
  }

  /** Does the same for given files of a program, by name below {@code org/facerepro}. */
  static String of(Class<?> worker, List<String> code, SortedMap<String, String> files) {
    StringBuilder hashes = new StringBuilder();
    for (String name : code.stream().sorted().toList()) {
      append(files, file -> file.startsWith(name + SEPARATOR) || isOf(name, file), hashes);
    }
    String own = worker.getName().substring(ROOT.length()).replace('.', '/');
    append(files, file -> isOf(own, file), hashes);
    Environment.libraries().stream()
        .filter(library -> COMPUTING.matcher(library).lookingAt())
        .forEach(library -> hashes.append(library).append('\n'));
    return Sha256.of(hashes.toString()).hex();
  }

  /** Tells whether a file holds a class or one nested in it. */
  private static boolean isOf(String name, String file) {
    return file.equals(name + CLASS) || file.startsWith(name + "$");
  }

  private static void append(
      SortedMap<String, String> files, Predicate<String> chosen, StringBuilder hashes) {
    files.forEach(
        (file, hash) -> {
          if (chosen.test(file)) {
            hashes.append(file).append(' ').append(hash).append('\n');
          }
        });
  }

  /**
   * The hashes of all files of the program, which stay the same while it runs. The work lies
   * outside, because the threads that share it must not wait for this class to be ready.
   */
  private static final class Own {
    static final SortedMap<String, String> HASHES = read();
  }

  private static SortedMap<String, String> read() {
    try {
      URI origin = CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(origin);
      if (Files.isDirectory(path)) {
        return hashes(path);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        return hashes(jar.getPath("/"));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the program cannot read its own classes", e);
    }
  }

  /** Hashes the files of a program by name below {@code org/facerepro}. */
  static SortedMap<String, String> hashes(Path root) throws IOException {
    Path home = root.resolve("org").resolve("facerepro");
    List<Path> found;
    try (Stream<Path> files = Files.walk(home)) {
      found = files.filter(Files::isRegularFile).toList();
    }
    Map<String, String> hashes =
        found.parallelStream()
            .collect(Collectors.toMap(file -> name(home, file), CodeVersion::hash));
    return Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
  }

  private static String name(Path home, Path file) {
    return home.relativize(file).toString().replace('\\', '/');
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file)).hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
