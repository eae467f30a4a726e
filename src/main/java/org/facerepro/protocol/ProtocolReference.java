package org.facerepro.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.SpecException;

/**
 * How a specification names a protocol: its id, and after it the options that it is read with, such
 * as {@code lfw release=any}.
 *
 * @param options values by name; the protocol's own hold for the rest
 */
public record ProtocolReference(String id, Map<String, String> options) {

  public ProtocolReference {
    // Sorted: keys of stored results are hashes over them.
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /**
   * Reads a reference.
   *
   * @throws SpecException if what follows the id is no {@code option=value}, or comes twice
   */
  public static ProtocolReference parse(String text) {
    List<String> words = List.of(text.strip().split("\\s+"));
    Map<String, String> options = new LinkedHashMap<>();
    for (String word : words.subList(1, words.size())) {
      List<String> sides = List.of(word.split("=", 2));
      if (sides.size() < 2 || options.put(sides.get(0), sides.get(1)) != null) {
        throw new SpecException(
            "protocol '%s': expected option=value, each once, after the id, got '%s'"
                .formatted(text, word));
      }
    }
    return new ProtocolReference(words.get(0), options);
  }
}
