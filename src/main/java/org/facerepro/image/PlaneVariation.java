package org.facerepro.image;

import org.facerepro.core.Rng;

/** Makes a varied picture out of a stored one; not thread-safe. */
interface PlaneVariation {

  /**
   * Varies a picture.
   *
   * @param source three planes of the stored side, values in [-1, 1]
   * @param target three planes of the network's side; values may leave [-1, 1]
   */
  void vary(float[] source, Rng rng, float[] target);
}
