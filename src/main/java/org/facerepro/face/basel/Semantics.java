package org.facerepro.face.basel;

/** How the numbers of a configuration are understood. */
public enum Semantics {
  /**
   * As they are called: {@code variance} is a variance, mixture weights act as their share of the
   * sum, steps of ranges are decimal.
   */
  CORRECTED,
  /**
   * As the peer's program acts: {@code variance} is used as a standard deviation, every component
   * of a mixture is tested with a fresh random number against the sum of the weights so far, and
   * the numbers of ranges lose their decimals.
   */
  EFFECTIVE
}
