package org.facerepro.archive.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import org.facerepro.core.EnumNames;

/**
 * One thing for which a submission cannot be taken.
 *
 * @param place file or entry, below the folder of results
 * @param kind which rule it breaks
 * @param problem what is wrong, and what to do
 */
public record Fault(String place, Kind kind, String problem) {

  /** The rules. */
  public enum Kind {
    /** Which files lie where. */
    STRUCTURE,
    /** What a result must say of itself. */
    FIELDS,
    /** Every byte as it was packed. */
    HASHES,
    /** Every number follows from the scores. */
    RECOMPUTATION,
    /** Terms are stated, and nothing is in it that may not be passed on. */
    LICENCE,
    /** What training and test sets share is told. */
    LEAKAGE,
    /** A signature belongs to its archive. */
    SIGNATURE,
    /** The index lists what is there. */
    INDEX;

    @JsonValue
    @Override
    public String toString() {
      return EnumNames.of(this);
    }
  }
}
