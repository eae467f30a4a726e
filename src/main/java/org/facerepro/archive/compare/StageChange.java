package org.facerepro.archive.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import org.facerepro.core.EnumNames;

/**
 * One stage of two runs.
 *
 * @param stage its name
 * @param kind kind of work
 * @param outcome how they compare
 */
public record StageChange(String stage, String kind, Outcome outcome) {

  /** How the files of a stage compare. */
  public enum Outcome {
    /** Every byte is the same. */
    EQUAL,
    /** The same work gave other bytes: this is where a rerun differs. */
    OTHER_BYTES,
    /** Other work: its specification, inputs, code or platform differ. */
    OTHER_WORK,
    /** It ran in one of the runs only. */
    ONE_SIDED;

    @JsonValue
    @Override
    public String toString() {
      return EnumNames.of(this);
    }
  }
}
