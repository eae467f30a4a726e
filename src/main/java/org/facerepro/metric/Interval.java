package org.facerepro.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.facerepro.core.Require;
import org.facerepro.core.SpecException;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 * @param level probability of covering, between 0 and 1
 * @param method how it was made
 */
public record Interval(double low, double high, double level, Method method) {

  public Interval {
    Require.that(low <= high, "low", "a number of at most " + high, low);
    Require.that(level > 0 && level < 1, "level", "a number between 0 and 1", level);
  }

  /** How an interval is made. */
  public enum Method {
    /** Score interval of a proportion of independent trials. */
    WILSON("wilson"),
    /** Exact interval of a proportion of independent trials, never covering too rarely. */
    CLOPPER_PEARSON("clopper-pearson"),
    /** Upper bound 3/n of a rate of which no event was seen in n trials. */
    RULE_OF_THREE("rule-of-three"),
    /** Normal interval of an area by the variance of its structural components. */
    DELONG("delong"),
    /** Percentiles over comparisons resampled within each class. */
    BOOTSTRAP_PAIR("bootstrap-pair"),
    /** Percentiles over resampled subjects. */
    BOOTSTRAP_SUBJECT("bootstrap-subject"),
    /** Student's interval of a mean over seeds. */
    STUDENT_SEEDS("student-seeds"),
    /** Welch's interval of the difference of two means, each over its own seeds. */
    WELCH_SEEDS("welch-seeds"),
    /** Mean over seeds on the same comparisons, with the error that they share. */
    SEEDS_SUBJECTS("seeds-subjects");

    private final String id;

    Method(String id) {
      this.id = id;
    }

    /** Returns the name used in reports. */
    @JsonValue
    public String id() {
      return id;
    }

    @JsonCreator
    static Method of(String id) {
      return Arrays.stream(values())
          .filter(method -> method.id.equals(id))
          .findFirst()
          .orElseThrow(() -> new SpecException("interval method '" + id + "' is unknown"));
    }
  }
}
