package org.facerepro.experiment.trial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs of the same stages that were accepted earlier. */
final class Reference {
  private final @Nullable Trial trial;
  private final String says;

  private Reference(@Nullable Trial trial, String says) {
    this.trial = trial;
    this.says = says;
  }

  static Reference of(Trial trial) {
    return new Reference(trial, "seeds " + trial.seeds());
  }

  static Reference none(String reason) {
    return new Reference(null, reason);
  }

  /** Returns the values that a number had, if there are any. */
  Optional<double[]> values(String metric) {
    return Optional.ofNullable(trial)
        .flatMap(stored -> stored.metric(metric))
        .map(Trial.TrialMetric::array);
  }

  String says() {
    return says;
  }
}
