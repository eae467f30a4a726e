package org.facerepro.report.nightly;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.facerepro.core.EnumNames;

/**
 * Something that a person has to look at, because it was otherwise before.
 *
 * @param kind what it is
 * @param experiment id of the specification
 * @param scale embedded, sample or paper
 * @param seeds the seeds it was seen with
 * @param about the gate, stage or metric
 * @param before what it was
 * @param now what it is
 * @param evidence why that is no noise, or what else is known
 * @param rerun the command that does tonight's part again
 */
public record Alarm(
    Kind kind,
    String experiment,
    String scale,
    List<Long> seeds,
    String about,
    String before,
    String now,
    String evidence,
    String rerun) {

  public Alarm {
    seeds = List.copyOf(seeds);
  }

  /** What alarms are raised for. */
  public enum Kind {
    /** A gate, or the run, came to a worse verdict. */
    VERDICT,
    /** A number moved beyond noise, in either direction. */
    MOVED,
    /** A gate of the trial drifted from the accepted reference runs. */
    DRIFT,
    /** The same work gave other bytes. */
    BYTES,
    /** Something that was measured is no longer. */
    GONE,
    /** The archive of the last run does not verify, so that nothing can be held against it. */
    UNSOUND,
    /** The run ended with an error. */
    ERROR;

    /** Returns the name in reports. */
    @JsonValue
    public String id() {
      return EnumNames.of(this);
    }
  }
}
