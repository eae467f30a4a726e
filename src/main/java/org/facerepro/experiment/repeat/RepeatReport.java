package org.facerepro.experiment.repeat;

import java.util.List;
import org.facerepro.experiment.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Two runs of one specification, scale and seed, stage by stage.
 *
 * @param schema {@value #SCHEMA}
 * @param experiment id of the specification
 * @param scale embedded, sample or paper
 * @param seed root seed
 * @param likeness the worst of all stages that ran
 * @param firstDifference the first stage that is not bit-equal; absent where all are
 * @param stages in running order
 */
public record RepeatReport(
    String schema,
    String experiment,
    String scale,
    long seed,
    Likeness likeness,
    @Nullable String firstDifference,
    List<StageRepeat> stages) {

  /** What the first key of the JSON form says. */
  public static final String SCHEMA = "facerepro/repeat/v1";

  public RepeatReport {
    stages = List.copyOf(stages);
  }

  /**
   * One stage of both runs.
   *
   * @param stage its name
   * @param kind kind of work
   * @param likeness how alike
   * @param evidence how close, or what differs
   */
  public record StageRepeat(String stage, String kind, Likeness likeness, String evidence) {}

  /** Returns what a reproduction is worth: other results fail, other bits drift. */
  public Verdict verdict() {
    return switch (likeness) {
      case BIT_EQUAL, CLOSE -> Verdict.PASS;
      case STATISTICALLY_EQUAL -> Verdict.DRIFT;
      case DIFFERENT -> Verdict.FAIL;
      case NOT_RUN -> Verdict.NOT_RUN;
    };
  }
}
