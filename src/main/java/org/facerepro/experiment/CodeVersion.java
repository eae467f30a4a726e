package org.facerepro.experiment;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.Sha256;

/**
 * The version of the code that does a stage's work: a hash over the compiled classes of the
 * packages involved, so that nobody has to remember to raise a number.
 */
final class CodeVersion {
  private CodeVersion() {}

  /**
   * Hashes all classes of some packages.
   *
   * @param packages simple names below {@code org.facerepro}
   */
  static String of(List<String> packages) {
    try {
      URI origin = CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(origin);
      if (Files.isDirectory(path)) {
        return hash(path, packages);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        return hash(jar.getPath("/"), packages);
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the program cannot read its own classes", e);
    }
  }

  private static String hash(Path root, List<String> packages) throws IOException {
    StringBuilder hashes = new StringBuilder();
    for (String name : packages.stream().sorted().toList()) {
      Path folder = root.resolve("org").resolve("facerepro").resolve(name);
      try (Stream<Path> classes = Files.list(folder)) {
        for (Path file : classes.filter(CodeVersion::isClass).sorted().toList()) {
          hashes.append(file.getFileName()).append(' ');
          hashes.append(Sha256.of(Files.readAllBytes(file)).hex()).append('\n');
        }
      }
    }
    return Sha256.of(hashes.toString()).hex();
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class");
  }
}
