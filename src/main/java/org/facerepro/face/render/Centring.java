package org.facerepro.face.render;

/** How a picture is moved and scaled to the face; the view of the face itself stays as it is. */
public enum Centring {
  /** Not at all. */
  NONE,
  /** The middle of the face's box comes to the middle of the picture, and the box fills 9/10. */
  FACE_BOX,
  /** The mean of the model's landmarks comes to the middle of the picture. */
  LANDMARKS,
  /**
   * Five points come as near as a similarity can bring them to the template of aligned faces; the
   * picture is square.
   */
  FIVE_POINT,
}
