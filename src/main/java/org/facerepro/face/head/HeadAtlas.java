package org.facerepro.face.head;

/**
 * Which paint a texture coordinate {@code u} means: skin around 0, and far away from it the pieces
 * that have their own.
 */
public final class HeadAtlas {
  /** Number of the pieces that {@link #piece} tells apart. */
  public static final int PIECES = 5;

  private static final float EYE = 1000;
  private static final float TEETH = 2000;
  private static final float CAVITY = 3000;
  private static final float HALF = 400;

  private HeadAtlas() {}

  static float eye(int side) {
    return side > 0 ? EYE : -EYE;
  }

  static float teeth() {
    return TEETH;
  }

  static float cavity() {
    return CAVITY;
  }

  public static boolean isSkin(float u) {
    return Math.abs(u) < HALF;
  }

  public static boolean isEye(float u) {
    return Math.abs(Math.abs(u) - EYE) < HALF;
  }

  /** Returns the number of the piece: eyes, skin, teeth, cavity. */
  public static int piece(float u) {
    return Math.round(u / EYE) + 1;
  }

  /** Returns whether the teeth are meant. */
  public static boolean isTeeth(float u) {
    return Math.abs(u - TEETH) < HALF;
  }

  /** Returns the distance from the optical axis to the right of the picture, mm. */
  public static float eyeX(float u) {
    return u > 0 ? u - EYE : u + EYE;
  }

  /** Returns the way along the row of teeth from its middle, mm. */
  public static float teethX(float u) {
    return u - TEETH;
  }
}
