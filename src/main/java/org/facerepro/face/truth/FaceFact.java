package org.facerepro.face.truth;

import org.facerepro.core.EnumNames;

/** A number that a picture was drawn from and that attribute rules ask about. */
public enum FaceFact {
  MASCULINE("0 or 1"),
  AGE("years"),
  MELANIN("0 fair to 1 dark"),
  EYE_FOLD("0 to 1"),
  HAIR_DARKNESS("0 blond to 1 black, before greying"),
  GREYNESS("0 to 1"),
  BALD("0 or 1"),
  HAIR_CURL("0 straight to 1 curled"),
  HAIR_LONG("0 or 1"),
  FRINGE("0 or 1"),
  TEMPLE_RECESSION("standard deviations"),
  MOUSTACHE("0 or 1"),
  CHIN_BEARD("0 or 1"),
  JAW_BEARD("0 or 1"),
  SIDEBURNS("0 or 1"),
  STUBBLE("0 clean-shaven to 1"),
  LIPSTICK("0 to 1"),
  MAKE_UP("0 to 1, the strongest part of it"),
  GLASSES("0 or 1"),
  DARK_LENSES("0 or 1"),
  HAT("0 or 1"),
  MASK("0 or 1"),
  OCCLUDER("0 or 1"),
  CHEEK_REDNESS("standard deviations"),
  SKIN_SHINE("standard deviations"),
  EYE_BAGS("standard deviations"),
  FRECKLES("standard deviations"),
  BROW_THICKNESS("standard deviations"),
  BROW_ARCH("standard deviations"),
  IRIS_LIGHTNESS("0 brown to 1 blue"),
  LIP_HEIGHT("standard deviations, mean of both lips"),
  CHEEKBONE_HEIGHT("standard deviations"),
  CHEEK_FULLNESS("standard deviations"),
  JAW_WIDTH("standard deviations"),
  FACE_HEIGHT("standard deviations"),
  NOSE_WIDTH("standard deviations"),
  NOSE_PROJECTION("standard deviations"),
  NOSE_TIP_WIDTH("standard deviations"),
  SMILE("0 at rest to 1 strong"),
  MOUTH_OPENING("mm between the lips"),
  EYES_CLOSED("0 open to 1 closed"),
  BROW_RAISE("0 at rest to 1 strong"),
  BROW_LOWER("0 at rest to 1 strong"),
  YAW("degrees, positive to the right of the picture"),
  PITCH("degrees, positive upwards"),
  ROLL("degrees"),
  LIGHT_AZIMUTH("degrees of the key light, positive from the right of the picture"),
  LIGHT_ELEVATION("degrees of the key light"),
  KEY_SHARE("share of the light that comes from the key light");

  private final String unit;

  FaceFact(String unit) {
    this.unit = unit;
  }

  /** Returns the unit or the range. */
  public String unit() {
    return unit;
  }

  /** Returns the written name, such as {@code eye-fold}. */
  public String label() {
    return EnumNames.of(this);
  }
}
