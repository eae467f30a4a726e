package org.facerepro.archive;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.core.Require;
import org.facerepro.core.Sha256;

/**
 * What an archive holds.
 *
 * @param schema {@code facerepro/manifest/v1}
 * @param entries SHA-256 of every other entry, by name
 */
record Manifest(String schema, Map<String, String> entries) {
  static final String SCHEMA = "facerepro/manifest/v1";
  static final String FILE = "manifest.json";

  Manifest {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    entries = new TreeMap<>(entries);
  }

  static Manifest of(SortedMap<String, byte[]> contents) {
    Map<String, String> hashes = new TreeMap<>();
    contents.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes).hex()));
    return new Manifest(SCHEMA, hashes);
  }
}
