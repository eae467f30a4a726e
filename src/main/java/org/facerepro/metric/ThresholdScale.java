package org.facerepro.metric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a fold's threshold is compared with. */
public enum ThresholdScale {
  /** Accept ⇔ similarity ≥ threshold. */
  @JsonProperty("similarity")
  SIMILARITY,
  /** Accept ⇔ 2 − 2·similarity &lt; threshold. */
  @JsonProperty("squared-distance")
  SQUARED_DISTANCE
}
