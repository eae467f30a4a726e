package org.facerepro.metric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which standard deviation a spread over folds or groups is; peers print either. */
public enum StdKind {
  /** Divided by the number of folds. */
  @JsonProperty("std-population")
  POPULATION,
  /** Divided by the number of folds less one. */
  @JsonProperty("std-sample")
  SAMPLE
}
