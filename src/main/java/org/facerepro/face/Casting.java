package org.facerepro.face;

import org.facerepro.core.Require;

/**
 * Whom a generator draws, and which of the pictures that could be drawn of them: two generators
 * with one seed and different series draw the same people in pictures that have nothing else in
 * common.
 *
 * @param from number of the first subject, from 0
 * @param series name of the stream that pictures are drawn from; empty for the usual one
 */
public record Casting(int from, String series) {
  /** Subjects from the first on in their usual pictures. */
  public static final Casting USUAL = new Casting(0, "");

  public Casting {
    Require.between("from", from, 0L, 10_000_000L);
  }
}
