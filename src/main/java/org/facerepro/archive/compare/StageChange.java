package org.facerepro.archive.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.facerepro.core.EnumNames;
import org.facerepro.experiment.RunResult;

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

  /** Compares the stages of two runs, those of the first before those that only the second has. */
  static List<StageChange> between(RunResult first, RunResult second) {
    Set<String> names = new LinkedHashSet<>();
    first.stages().forEach(stage -> names.add(stage.name()));
    second.stages().forEach(stage -> names.add(stage.name()));
    List<StageChange> changes = new ArrayList<>();
    for (String name : names) {
      Optional<RunResult.StageRecord> one = first.stage(name);
      Optional<RunResult.StageRecord> two = second.stage(name);
      String kind = one.or(() -> two).map(RunResult.StageRecord::kind).orElse("");
      changes.add(new StageChange(name, kind, outcome(one, two)));
    }
    return changes;
  }

  private static Outcome outcome(
      Optional<RunResult.StageRecord> first, Optional<RunResult.StageRecord> second) {
    String one = first.map(RunResult.StageRecord::payload).orElse(null);
    String two = second.map(RunResult.StageRecord::payload).orElse(null);
    if (one == null || two == null) {
      return Outcome.ONE_SIDED;
    }
    if (one.equals(two)) {
      return Outcome.EQUAL;
    }
    boolean sameWork =
        Objects.equals(
            first.map(RunResult.StageRecord::key), second.map(RunResult.StageRecord::key));
    return sameWork ? Outcome.OTHER_BYTES : Outcome.OTHER_WORK;
  }
}
