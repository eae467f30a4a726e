package org.facerepro.image;

import org.facerepro.core.Require;

/**
 * How pictures lose detail at random; each kind with a probability and a largest strength.
 *
 * @param lowResolution probability of a way down to a smaller size and up again
 * @param lowestResolution smallest such size, as a part of the side, 0.05 to 1
 * @param blur probability of a Gaussian blur
 * @param blurDeviation largest standard deviation of the blur in pixels, 0 to 4
 * @param noise probability of grain, independent in each pixel and channel
 * @param noiseDeviation largest standard deviation of the grain, as a part of the full range, 0 to
 *     0.5
 * @param cutOut probability of a square of mid-grey (DeVries and Taylor 2017)
 * @param cutOutSide largest side of that square, as a part of the side, 0 to 1
 */
public record Degradation(
    double lowResolution,
    double lowestResolution,
    double blur,
    double blurDeviation,
    double noise,
    double noiseDeviation,
    double cutOut,
    double cutOutSide) {

  /** Full detail. */
  public static final Degradation NONE = new Degradation(0, 1, 0, 0, 0, 0, 0, 0);

  public Degradation {
    Require.between("lowResolution", lowResolution, 0, 1);
    Require.between("lowestResolution", lowestResolution, 0.05, 1);
    Require.between("blur", blur, 0, 1);
    Require.between("blurDeviation", blurDeviation, 0, 4);
    Require.between("noise", noise, 0, 1);
    Require.between("noiseDeviation", noiseDeviation, 0, 0.5);
    Require.between("cutOut", cutOut, 0, 1);
    Require.between("cutOutSide", cutOutSide, 0, 1);
  }
}
