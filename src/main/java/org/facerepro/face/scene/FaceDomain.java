package org.facerepro.face.scene;

/** A kind of picture; two domains never share a subject. */
public enum FaceDomain {
  /** Clean computer graphics: moderate light, little skin detail, a noiseless camera. */
  GRAPHICS,
  /**
   * Stand-in for photographs where no real face may be used: harder light, skin detail, blur,
   * sensor noise, exposure and white-balance errors.
   */
  PROXY_REAL;

  /** Returns the name that seeds and labels carry, such as {@code proxy-real}. */
  public String label() {
    return this == GRAPHICS ? "graphics" : "proxy-real";
  }
}
