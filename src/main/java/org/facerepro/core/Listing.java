package org.facerepro.core;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes collections for people, who need not read all of a long one. */
public final class Listing {
  private Listing() {}

  /** Returns the first items with commas between, and {@code ", …"} where there are more. */
  public static String first(int shown, Collection<?> items) {
    return items.stream().limit(shown).map(String::valueOf).collect(Collectors.joining(", "))
        + (items.size() > shown ? ", …" : "");
  }

  /** Returns the first failures with their reasons, each on a line of its own below the text. */
  public static String reasons(int shown, Map<String, String> failures) {
    return failures.entrySet().stream()
        .limit(shown)
        .map(failure -> "%n  %s: %s".formatted(failure.getKey(), failure.getValue()))
        .collect(Collectors.joining());
  }
}
