package org.facerepro.image;

import org.facerepro.core.Require;

/**
 * How far the colours of a picture are moved at random; every range is uniform.
 *
 * @param brightness largest shift, as a part of the full range, 0 to 1
 * @param contrast largest relative change of contrast about mid-grey, 0 to 0.9
 * @param gamma largest exponent is {@code 1 + gamma}, the smallest its inverse, 0 to 2
 * @param saturation largest relative change of saturation, 0 to 1
 * @param grey probability of a picture without colour
 */
public record ColourJitter(
    double brightness, double contrast, double gamma, double saturation, double grey) {

  /** Colours as they are. */
  public static final ColourJitter NONE = new ColourJitter(0, 0, 0, 0, 0);

  public ColourJitter {
    Require.between("brightness", brightness, 0, 1);
    Require.between("contrast", contrast, 0, 0.9);
    Require.between("gamma", gamma, 0, 2);
    Require.between("saturation", saturation, 0, 1);
    Require.between("grey", grey, 0, 1);
  }
}
