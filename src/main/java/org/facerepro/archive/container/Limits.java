package org.facerepro.archive.container;

import org.facerepro.core.Require;

/**
 * How much an archive may unpack to: a small file must fill neither memory nor disk.
 *
 * @param entries the most entries
 * @param bytes the most bytes of all entries together
 */
public record Limits(int entries, long bytes) {
  /** Several times what the scores of the largest protocol take. */
  public static final Limits DEFAULT = new Limits(10_000, 2L << 30);

  public Limits {
    Require.between("entries", entries, 1, Integer.MAX_VALUE);
    Require.between("bytes", bytes, 1, Long.MAX_VALUE);
  }
}
