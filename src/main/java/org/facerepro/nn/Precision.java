package org.facerepro.nn;

/** What numbers convolutions are computed in; weights and all else are float32. */
public enum Precision {
  FLOAT32,
  /**
   * Pictures and weights rounded to eight bits of mantissa for each convolution, there and back.
   */
  BFLOAT16
}
