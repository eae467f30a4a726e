package org.facerepro.face.basel;

/** How the numbers of a configuration are understood. */
public enum Semantics {
  /**
   * As they are called: {@code variance} is a variance, mixture weights act as their share of the
   * sum, steps of ranges are decimal. A light without colour has the energy asked for; faces come
   * to the true middle of the picture, and a face box holds the whole face.
   */
  CORRECTED,
  /**
   * As the peer's program acts: {@code variance} is used as a standard deviation, every component
   * of a mixture is tested with a fresh random number against the sum of the weights so far, and
   * the numbers of ranges lose their decimals. A light gets its energy before it is greyed, which
   * takes some of it away; faces come to half the picture's side in whole pixels; a face box is
   * that of seven points (ears, nose tip, hair line, chin, brows) where the model names them all.
   */
  EFFECTIVE
}
