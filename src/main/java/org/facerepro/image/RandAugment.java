package org.facerepro.image;

import org.facerepro.core.Require;

/**
 * RandAugment (Cubuk et al. 2020): some operations drawn evenly from fourteen, all of one
 * magnitude, with the ranges that torchvision gives to 31 magnitudes. The operations: none, shear
 * and shift along x and y, turn, brightness, colour, contrast, sharpness, fewer bits, inverted
 * highlights, stretched range, equalised histogram.
 *
 * <p>All operations on geometry are done first, in one interpolation, and the picture's edge
 * repeats outside: that is our choice.
 *
 * @param operations drawn for each picture, with repetition
 * @param magnitude 0 to 30
 * @param flip probability of a mirror image
 * @param jitter largest shift of the crop, in pixels, in each direction
 */
public record RandAugment(int operations, int magnitude, double flip, int jitter)
    implements Augmentation {
  static final int GREATEST = 30;

  public RandAugment {
    Require.between("operations", operations, 0, 16);
    Require.between("magnitude", magnitude, 0, GREATEST);
    Require.between("flip", flip, 0, 1);
    Require.between("jitter", jitter, 0, 64);
  }
}
