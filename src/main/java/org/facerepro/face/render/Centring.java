package org.facerepro.face.render;

/** How a picture is moved and scaled to the face; the view of the face itself stays as it is. */
public enum Centring {
  /** Not at all. */
  NONE,
  /** The middle of the face's box comes to the middle of the picture, and the box fills 9/10. */
  FACE_BOX,
  /** The mean of both pupils and the nose tip comes to the middle of the picture. */
  LANDMARKS,
  /**
   * As {@link #LANDMARKS}, but to the middle in whole pixels, rounded down, as the Basel generator
   * divides.
   */
  LANDMARKS_BASEL,
  /**
   * As the Basel generator acts: the midpoint of the nose's wings comes to the middle in whole
   * pixels, rounded down, and the longer side of the box of ears, nose tip, hair line, chin and
   * brows fills the picture. As {@link #FACE_BOX} where the model does not name these points.
   */
  FACE_BOX_BASEL,
  /**
   * Five points come as near as a similarity can bring them to the template of aligned faces; the
   * picture is square.
   */
  FIVE_POINT,
}
