package org.facerepro.archive.container;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which names entries may have: such that mean the same on every system and point nowhere else. */
final class EntryName {
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9@_+=,.-]+");
  private static final int LONGEST = 255;

  private EntryName() {}

  /** Returns what is wrong with a name, if anything is. */
  static Optional<String> problem(String name) {
    if (name.isEmpty()) {
      return Optional.of("has no name");
    }
    if (name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*")) {
      return Optional.of("has an absolute name: entries lie below the archive");
    }
    for (String segment : name.split("/", -1)) {
      if (segment.equals("..") || segment.equals(".")) {
        return Optional.of("has '" + segment + "' in its name: entries lie below the archive");
      }
      if (!SEGMENT.matcher(segment).matches()) {
        return Optional.of("has a name with other signs than letters, digits and @_+=,.-");
      }
    }
    return name.length() > LONGEST
        ? Optional.of("has a name of more than " + LONGEST + " signs")
        : Optional.empty();
  }

  /** Makes a foreign name fit for a message. */
  static String shown(String name) {
    String plain = name.replaceAll("[^\\x21-\\x7e]", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
