package org.facerepro.image;

import org.facerepro.core.Require;

/**
 * The augmentation of DigiFace-1M (Bae et al., WACV 2023): scale, turn, shift and shifted corners
 * always; brightness 0.15, contrast 0.3, hue 0.1, saturation 0.1, grey 0.01, aspect ratio 0.1, blur
 * 0.05, motion blur 0.05, noise 0.035, low resolution 0.01 and JPEG 0.05 as probabilities, which
 * are published. How far each goes is not, and is our choice; lengths are parts of the side.
 *
 * @param flip probability of a mirror image
 * @param strength factor on all ranges; 1 is our choice for aligned faces
 */
public record DigiFace(double flip, double strength) implements Augmentation {
  static final double ASPECT = 0.1;
  static final double BRIGHTNESS = 0.15;
  static final double CONTRAST = 0.3;
  static final double HUE = 0.1;
  static final double SATURATION = 0.1;
  static final double GREY = 0.01;
  static final double LOW_RESOLUTION = 0.01;
  static final double BLUR = 0.05;
  static final double MOTION_BLUR = 0.05;
  static final double NOISE = 0.035;
  static final double JPEG = 0.05;

  public DigiFace {
    Require.between("flip", flip, 0, 1);
    Require.between("strength", strength, 0, 2);
  }
}
