package org.facerepro.protocol.convert;

import org.facerepro.core.Require;
import org.facerepro.core.Sha256;

/**
 * A part of the people of a set, told by their names alone: each has a fixed place from 0 to 1, the
 * start of the SHA-256 of the name. Parts that do not overlap share nobody, whatever else is in the
 * sets.
 *
 * @param from first place that belongs to the part, 0 to below 1
 * @param to first place after it, above {@code from}, at most 1
 */
public record PeopleShare(double from, double to) {
  private static final int DIGITS = 8;
  private static final double PLACES = 0x1p32;

  public PeopleShare {
    Require.between("from", from, 0, 1);
    Require.between("to", to, 0, 1);
    Require.that(from < to, "to", "more than from, " + from, to);
  }

  /** Returns whether a person belongs to the part. */
  public boolean holds(String person) {
    String start = Sha256.of(person).hex().substring(0, DIGITS);
    double place = Long.parseLong(start, 16) / PLACES;
    return place >= from && place < to;
  }
}
