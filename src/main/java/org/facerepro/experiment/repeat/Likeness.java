package org.facerepro.experiment.repeat;

import com.fasterxml.jackson.annotation.JsonValue;
import org.facerepro.core.EnumNames;

/** How alike two runs of a stage are; ordered from the same to not at all. */
public enum Likeness {
  /** Every file has the same bytes. */
  BIT_EQUAL,
  /** The same files with the same content, but for numbers that rounding explains. */
  CLOSE,
  /** Other numbers, but no test that rests on them comes to another result than noise explains. */
  STATISTICALLY_EQUAL,
  /** Something else came out. */
  DIFFERENT,
  /** One of the runs, or both, could not run the stage. */
  NOT_RUN;

  @JsonValue
  @Override
  public String toString() {
    return EnumNames.of(this);
  }
}
