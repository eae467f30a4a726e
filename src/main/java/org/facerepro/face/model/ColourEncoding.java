package org.facerepro.face.model;

/** What the colour values of a model stand for; 0 is black and 1 is white in both. */
public enum ColourEncoding {
  /** Values of a picture as it is shown and stored in files (sRGB transfer function applied). */
  SRGB,
  /** Values proportional to reflected light. */
  LINEAR;

  /**
   * Returns a value of this encoding in another.
   *
   * <p>Source: IEC 61966-2-1.
   */
  public double to(ColourEncoding other, double value) {
    if (other == this) {
      return value;
    }
    if (other == LINEAR) {
      return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
    return value <= 0.0031308 ? value * 12.92 : 1.055 * StrictMath.pow(value, 1 / 2.4) - 0.055;
  }
}
