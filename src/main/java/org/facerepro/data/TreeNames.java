package org.facerepro.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.facerepro.core.CorruptDataException;
import org.jspecify.annotations.Nullable;

/** Finds which of the names asked for a path of an {@link ImageTree} answers to. */
final class TreeNames {
  private final Path root;
  private final Set<String> wanted;
  private final Map<String, String> found = new HashMap<>();

  TreeNames(Path root, Collection<String> wanted) {
    this.root = root;
    this.wanted = new LinkedHashSet<>(wanted);
  }

  /** Returns the name asked for, or null if this path is of no interest. */
  @Nullable String match(String path) {
    String below = path.substring(path.indexOf('/') + 1);
    String name = wanted.contains(path) ? path : below;
    if (!wanted.contains(name)) {
      return null;
    }
    String other = found.putIfAbsent(name, path);
    if (other != null) {
      throw new CorruptDataException(
          "%s holds two files for %s: %s and %s".formatted(root, name, other, path));
    }
    return name;
  }

  void reportMissing(ImageTree.Visitor visitor) {
    for (String name : wanted) {
      if (!found.containsKey(name)) {
        visitor.missing(name);
      }
    }
  }

  /**
   * Brings a path of an archive into the form {@code a/b/c}.
   *
   * @throws CorruptDataException if it is absolute or leads upwards
   */
  static String normal(String path, Path archive) {
    String plain = path;
    while (plain.startsWith("./")) {
      plain = plain.substring(2);
    }
    boolean unsafe =
        plain.startsWith("/")
            || plain.indexOf('\\') >= 0
            || plain.indexOf(':') == 1
            || plain.indexOf('\0') >= 0
            || Arrays.asList(plain.split("/", -1)).contains("..");
    if (unsafe) {
      throw new CorruptDataException(
          archive + " holds the unsafe path " + path + ": it was not made by a trusted tool");
    }
    return plain;
  }
}
