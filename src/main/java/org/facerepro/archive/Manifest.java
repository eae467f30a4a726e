package org.facerepro.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.facerepro.archive.container.Content;
import org.facerepro.core.Require;

/**
 * What an archive holds; its first entry, so that all that follows can be checked as it is read.
 *
 * @param schema {@code facerepro/manifest/v1}
 * @param entries every other entry, by name
 */
record Manifest(String schema, Map<String, Entry> entries) {
  static final String SCHEMA = "facerepro/manifest/v1";
  static final String FILE = "manifest.json";

  Manifest {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    entries = new TreeMap<>(entries);
  }

  /**
   * One entry.
   *
   * @param bytes its length
   * @param sha256 its digest
   */
  record Entry(long bytes, String sha256) {
    Entry {
      Require.between("bytes", bytes, 0, Long.MAX_VALUE);
    }
  }

  /** Hashes contents, several at a time. */
  static Manifest of(SortedMap<String, Content> contents) throws IOException {
    Map<String, Entry> entries = new ConcurrentHashMap<>();
    try {
      contents.entrySet().parallelStream()
          .forEach(each -> entries.put(each.getKey(), entry(each.getValue())));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Manifest(SCHEMA, entries);
  }

  private static Entry entry(Content content) {
    try {
      return new Entry(content.size(), content.sha256().hex());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns this manifest with another entry. */
  Manifest with(String name, byte[] content) {
    Map<String, Entry> all = new TreeMap<>(entries);
    all.put(name, entry(Content.of(content)));
    return new Manifest(schema, all);
  }
}
