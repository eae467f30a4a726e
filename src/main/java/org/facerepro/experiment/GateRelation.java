package org.facerepro.experiment;

import java.util.HashSet;
import java.util.List;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * A gate that compares metrics with each other.
 *
 * <p>Without {@code confidence} each run is judged by its observed values. With it the gate belongs
 * to the trial: a strict step holds if the difference of the means is shown to be above 0 with that
 * confidence, one-sided; a step that is not strict fails if it is shown to be below 0. A gate of
 * several strict steps needs no stricter level for each, because it holds only if all do.
 */
public interface GateRelation {
  /** Returns the confidence with which the steps are to hold; none for observed values. */
  @Nullable Double confidence();

  /** Returns the comparisons that make up the claim. */
  List<Step> steps();

  /** Whether the gate needs the runs of all seeds. */
  default boolean overTrial() {
    return confidence() != null;
  }

  /** Decides on the observed values of one run. */
  default boolean holds(double... values) {
    return steps().stream().allMatch(step -> step.holds(values));
  }

  /**
   * One comparison.
   *
   * @param above position of the metric that is to be larger
   * @param below position of the metric that is to be smaller
   * @param strict whether they may not be level
   */
  record Step(int above, int below, boolean strict) {
    boolean holds(double... values) {
      return strict ? values[above] > values[below] : values[above] >= values[below];
    }
  }

  /** Requires a probability that can be had. */
  static void check(@Nullable Double confidence) {
    if (confidence != null) {
      Require.between("confidence", confidence, 0.5, 0.9999);
    }
  }

  /** Requires two metrics or more, none twice. */
  static List<String> checked(List<String> order, String because) {
    Require.text("because", because);
    Require.that(order.size() > 1, "order", "two metrics or more", order);
    order.forEach(metric -> StageMetric.parse("order", metric));
    Require.that(
        new HashSet<>(order).size() == order.size(), "order", "metrics that differ", order);
    return List.copyOf(order);
  }

  /** Reads the metrics. */
  static List<StageMetric> metrics(List<String> order) {
    return order.stream().map(metric -> StageMetric.parse("order", metric)).toList();
  }
}
