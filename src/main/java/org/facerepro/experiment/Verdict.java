package org.facerepro.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;

/** What a gate, a run or an experiment came to; ordered from best to worst. */
public enum Verdict {
  /** Every gate holds. */
  PASS,
  /** Moved beyond noise but inside the limit, or suspiciously better. */
  DRIFT,
  /** Something could not run; said with the reason, never shown as passed. */
  NOT_RUN,
  /** A gate does not hold. */
  FAIL;

  /** Returns the worst of several verdicts; {@code PASS} of none. */
  public static Verdict worst(Collection<Verdict> verdicts) {
    return verdicts.stream().max(Verdict::compareTo).orElse(PASS);
  }

  @JsonValue
  @Override
  public String toString() {
    return name();
  }
}
