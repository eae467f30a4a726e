package org.facerepro.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import org.facerepro.core.EnumNames;

/** How far a stage is. */
public enum StageStatus {
  /** Its artifact lies complete in the store. */
  CACHED,
  /** It will have to run. */
  TO_RUN,
  /** It cannot run; the reason says what is missing. */
  NOT_RUN;

  @JsonValue
  @Override
  public String toString() {
    return EnumNames.of(this);
  }
}
