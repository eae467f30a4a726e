package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;

/** The entries of an archive by name, read without trust in what they hold. */
final class Contents {
  private final SortedMap<String, byte[]> entries;

  Contents(SortedMap<String, byte[]> entries) {
    this.entries = entries;
  }

  Set<String> names() {
    return entries.keySet();
  }

  /**
   * Returns the bytes of an entry.
   *
   * @throws CorruptDataException if there is no such entry
   */
  byte[] bytes(String entry) {
    byte[] content = entries.get(entry);
    if (content == null) {
      throw new CorruptDataException(entry + " is missing");
    }
    return content;
  }

  String text(String entry) {
    return new String(bytes(entry), StandardCharsets.UTF_8);
  }

  /**
   * Returns an entry as a JSON object.
   *
   * @throws CorruptDataException if it is missing or anything else
   */
  JsonNode object(String entry) {
    JsonNode tree = Json.read(bytes(entry), JsonNode.class, entry);
    if (!tree.isObject()) {
      throw new CorruptDataException(
          "%s is not valid: expected an object, got %s".formatted(entry, tree.getNodeType()));
    }
    return tree;
  }

  /**
   * Returns an entry as a record.
   *
   * @throws CorruptDataException if it is missing or not of exactly this form
   */
  <T> T read(String entry, Class<T> type) {
    object(entry);
    return Json.read(bytes(entry), type, entry);
  }

  /** Returns an entry that is one flat object of texts. */
  Map<String, String> texts(String entry) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : object(entry).properties()) {
      if (!member.getValue().isTextual()) {
        throw new CorruptDataException(
            "%s is not valid: %s is no text".formatted(entry, member.getKey()));
      }
      texts.put(member.getKey(), member.getValue().textValue());
    }
    return texts;
  }
}
