package org.facerepro.protocol.multipie;

import org.facerepro.core.Require;

/**
 * What the papers leave open.
 *
 * @param galleryShot 7 is the flash at the frontal camera, 0 no flash, 6 what some code takes for
 *     "illumination 7" counted from 1
 * @param frontal which frontal images are probes
 * @param raised whether the two raised cameras are probes
 * @param lastShot whether shot 19, the second without flash, is a probe
 * @param secondNeutral whether recording 2 of session 4, neutral too, is a probe
 * @param maxYaw largest absolute yaw of probes in degrees
 * @param pooling whether left and right are pooled
 * @param parts what is measured apart
 * @param cut what the first subjects are
 * @param missing images that the tree lacks
 */
record SettingOptions(
    int galleryShot,
    FrontalProbes frontal,
    boolean raised,
    boolean lastShot,
    boolean secondNeutral,
    int maxYaw,
    YawPooling pooling,
    PieParts parts,
    SubjectCut cut,
    MissingImages missing) {

  /** Twenty lights, thirteen cameras, no frontal probe; gallery under the frontal flash. */
  static final SettingOptions STANDARD =
      new SettingOptions(
          7,
          FrontalProbes.NONE,
          false,
          true,
          false,
          90,
          YawPooling.ABSOLUTE,
          PieParts.YAW,
          SubjectCut.POSITION,
          MissingImages.LEFT_OUT);

  SettingOptions {
    Require.between("galleryShot", galleryShot, 0, PieImage.SHOTS - 1);
    Require.between("maxYaw", maxYaw, 0, 90);
  }
}
