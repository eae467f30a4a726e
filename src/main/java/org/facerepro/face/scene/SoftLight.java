package org.facerepro.face.scene;

import org.facerepro.face.law.Draws;

/** Where the soft light of pictures comes from in place of the built-in places. */
@FunctionalInterface
public interface SoftLight {

  /**
   * Draws the light of a picture.
   *
   * @return what a surface of albedo 1 gives off, as factors {@code [3, 9]} of 1, y, z, x, xy, yz,
   *     3z² − 1, xz, x² − y² of its normal in camera space, for red, green and blue
   */
  double[] factors(Draws draws);
}
