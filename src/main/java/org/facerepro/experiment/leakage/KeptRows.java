package org.facerepro.experiment.leakage;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Embeddings of the sets that were compared last: the tests of one recogniser follow each other, so
 * that each set is embedded by it once and not once a test.
 *
 * @param <K> what tells embeddings apart
 */
final class KeptRows<K> {
  /** Values kept at most, 256 MiB: half a million embeddings of 128 values. */
  static final long MOST_VALUES = 1L << 26;

  private static final float FULL = 0.75f;

  private final Map<K, Neighbours.Rows> kept = new LinkedHashMap<>(16, FULL, true);
  private final long most;
  private long values;

  KeptRows(long most) {
    this.most = most;
  }

  /** Returns rows, embedded if they were not kept; the last ones are kept however many they are. */
  Neighbours.Rows get(K which, Supplier<Neighbours.Rows> embed) {
    Neighbours.Rows known = kept.get(which);
    if (known != null) {
      return known;
    }
    Neighbours.Rows rows = embed.get();
    kept.put(which, rows);
    values += rows.values();
    Iterator<Neighbours.Rows> eldest = kept.values().iterator();
    while (values > most && kept.size() > 1) {
      values -= eldest.next().values();
      eldest.remove();
    }
    return rows;
  }
}
