package org.facerepro.face.law;

/**
 * Named laws of many controls. What the published descriptions leave open is our own choice and
 * says so.
 */
public enum Preset {
  /** Clean computer graphics; also what holds where no law is set. Our own choice throughout. */
  GRAPHICS(PresetLaws.graphics()),

  /** Stand-in for press photographs: a worse camera than that of graphics. Our own choice. */
  PROXY_REAL(PresetLaws.proxyReal()),

  /**
   * Pose of the Basel generator's random example (Kortylewski and others, 2018): yaw 0.6 uniform on
   * ±90°, 0.2 normal with a standard deviation of 2°, 0.2 frontal; pitch normal with 30°; no roll;
   * a camera at 1 m; nothing worn; a perfect detector; coefficients of identity with a standard
   * deviation of 1. The clean sensor is our choice.
   */
  KORTYLEWSKI(PresetLaws.kortylewski()),

  /**
   * Pose and accessories of DigiFace-1M: truncated normal yaw on ±90° and pitch on ±30°, both with
   * a density at the edge of a thousandth of that in the middle; make-up and glasses 15 %, headwear
   * 15 %, face wear 1 %. Roll like pitch is our choice.
   */
  DIGIFACE(PresetLaws.digiface()),

  /** Nearly frontal heads: yaw within ±10°, pitch within ±8°, roll within ±6°. Our own choice. */
  FRONTAL(PresetLaws.pose(4, 10, 3, 8, 2, 6)),

  /** Yaw uniform on ±90°, pitch within ±45°, roll within ±40°. Our own choice. */
  WIDE_POSE(PresetLaws.widePose());

  // laws are immutable
  @SuppressWarnings("ImmutableEnumChecker")
  private final Laws laws;

  Preset(Laws laws) {
    this.laws = laws;
  }

  /** Returns the laws of this preset alone. */
  public Laws laws() {
    return laws;
  }
}
