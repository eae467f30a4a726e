package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.archive.container.Content;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;

/** The entries of an archive by name, read without trust in what they hold. */
final class Contents {
  private final SortedMap<String, String> hashes = new TreeMap<>();
  private final Map<String, byte[]> held = new HashMap<>();
  private final Map<String, Path> unpacked = new HashMap<>();

  Contents() {}

  Contents(SortedMap<String, byte[]> entries) {
    entries.forEach((name, bytes) -> hold(name, Sha256.of(bytes).hex(), bytes));
  }

  /** Takes an entry of which nothing but the digest is kept. */
  void note(String name, String sha256) {
    hashes.put(name, sha256);
  }

  /** Takes an entry with its bytes. */
  void hold(String name, String sha256, byte[] bytes) {
    hashes.put(name, sha256);
    held.put(name, bytes);
  }

  /** Takes an entry whose bytes lie in a file of its own. */
  void unpack(String name, String sha256, Path file) {
    hashes.put(name, sha256);
    unpacked.put(name, file);
  }

  /** Returns the entries of a folder under the names that they have within it. */
  Contents below(String folder) {
    Contents part = new Contents();
    hashes.tailMap(folder).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(folder))
        .forEach(entry -> part.take(this, entry.getKey(), folder.length()));
    return part;
  }

  private void take(Contents whole, String name, int from) {
    String own = name.substring(from);
    hashes.put(own, whole.sha256(name));
    Optional.ofNullable(whole.held.get(name)).ifPresent(bytes -> held.put(own, bytes));
    Optional.ofNullable(whole.unpacked.get(name)).ifPresent(file -> unpacked.put(own, file));
  }

  Set<String> names() {
    return hashes.keySet();
  }

  /**
   * Returns the digest of an entry.
   *
   * @throws CorruptDataException if there is no such entry
   */
  String sha256(String entry) {
    String hash = hashes.get(entry);
    if (hash == null) {
      throw new CorruptDataException(entry + " is missing");
    }
    return hash;
  }

  /**
   * Returns the bytes of an entry.
   *
   * @throws CorruptDataException if there is no such entry, or one that no one reads as a whole
   */
  byte[] bytes(String entry) {
    byte[] content = held.get(entry);
    if (content == null) {
      throw new CorruptDataException(entry + " is missing");
    }
    return content;
  }

  /** Returns an entry to pack it again. */
  Content content(String entry) {
    Path file = unpacked.get(entry);
    return file == null ? Content.of(bytes(entry)) : Content.of(file);
  }

  /** Returns whether the bytes of an entry are in memory, which those of arrays are not. */
  boolean holds(String entry) {
    return held.containsKey(entry);
  }

  /** Lays an entry down as a file. */
  void layDown(String entry, Path target) throws IOException {
    Path file = unpacked.get(entry);
    if (file == null) {
      Files.write(target, bytes(entry));
    } else {
      Files.deleteIfExists(target);
      Files.copy(file, target);
    }
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
