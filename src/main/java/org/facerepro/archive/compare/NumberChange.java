package org.facerepro.archive.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import org.facerepro.core.EnumNames;
import org.facerepro.metric.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One number of two runs, or its means in two trials.
 *
 * @param stage the verify stage
 * @param metric its path
 * @param first value in the first; absent if it has none
 * @param second value in the second; absent if it has none
 * @param difference second − first; absent where one is missing
 * @param interval of the difference, 95 %; absent where nothing tells its noise
 * @param significance whether the difference is more than the test's noise
 * @param basis what that rests on
 */
public record NumberChange(
    String stage,
    String metric,
    @Nullable Double first,
    @Nullable Double second,
    @Nullable Double difference,
    @Nullable Interval interval,
    Significance significance,
    Basis basis) {

  /** What can be said of a difference. */
  public enum Significance {
    /** The numbers are the same. */
    EQUAL,
    /** Moved by more than the noise of the comparisons, with 95 % confidence. */
    DIFFERENT,
    /** Moved by no more than noise may do. */
    NOT_SHOWN,
    /** There is nothing to judge it by. */
    NOT_TOLD;

    @JsonValue
    @Override
    public String toString() {
      return EnumNames.of(this);
    }
  }

  /** What a judgement rests on. */
  public enum Basis {
    /** The same subjects drawn for both, from the scores of the same comparisons. */
    PAIRED_BOOTSTRAP,
    /** The same seeds in both, each on the same comparisons, which no two seeds share. */
    PAIRED_SEEDS,
    /** The same seeds in both, all on the same comparisons, with the subjects resampled. */
    PAIRED_SEEDS_AND_SUBJECTS,
    /** Means over the seeds of each, by Welch's test. */
    SEEDS,
    /** Whether the two intervals overlap, which is cautious. */
    INTERVALS,
    /** The values alone. */
    VALUES;

    @JsonValue
    @Override
    public String toString() {
      return EnumNames.of(this);
    }
  }
}
