package org.facerepro.image;

import org.facerepro.core.Require;

/**
 * How a training picture is varied, each kind on its own.
 *
 * @param flip probability of a mirror image
 * @param jitter largest shift of the crop from the centre, in pixels, in each direction, 0 to 64;
 *     what lies outside the stored picture repeats its edge
 * @param scale largest relative change of size, 0 to 0.5
 * @param rotation largest turn in degrees, either way, 0 to 45
 * @param colour change of colours
 * @param degradation loss of detail
 */
public record AugmentSpec(
    double flip,
    int jitter,
    double scale,
    double rotation,
    ColourJitter colour,
    Degradation degradation)
    implements Augmentation {

  /** The centre crop, unchanged. */
  public static final AugmentSpec NONE =
      new AugmentSpec(0, 0, 0, 0, ColourJitter.NONE, Degradation.NONE);

  /** Mirroring alone, as ArcFace is trained on real faces. */
  public static final AugmentSpec FLIP =
      new AugmentSpec(0.5, 0, 0, 0, ColourJitter.NONE, Degradation.NONE);

  /**
   * Variation that rendered faces lack and photographs have; kinds as in the augmentation of
   * DigiFace-1M (Bae et al., WACV 2023), milder for pictures that are small already.
   */
  public static final AugmentSpec STRONG =
      new AugmentSpec(
          0.5,
          3,
          0.08,
          6,
          new ColourJitter(0.12, 0.25, 0.35, 0.4, 0.1),
          new Degradation(0.15, 0.4, 0.15, 1.2, 0.25, 0.04, 0.1, 0.4));

  public AugmentSpec {
    Require.between("flip", flip, 0, 1);
    Require.between("jitter", jitter, 0, 64);
    Require.between("scale", scale, 0, 0.5);
    Require.between("rotation", rotation, 0, 45);
  }
}
