package org.facerepro.face;

/** Where things are on the undeformed head, mm; what shapes, paint and landmarks agree on. */
final class FacePlan {
  /** Radius that turns the angle around the head into the arc {@code u}. */
  static final float ARC_RADIUS = 73;

  /**
   * Height of the mean head against the plan's: the plan is drawn in the proportions of a template.
   */
  static final float HEIGHT_SCALE = 0.95f;

  static final float EYE_X = 31.5f;

  /** Middle of the lid opening; detectors put the eye's point a little above it. */
  static final float EYE_Y = -2.5f;

  static final float MOUTH_Y = -70;
  static final float MOUTH_HALF = 26;

  /** Half height of the strip of mesh between the closed lips. */
  static final float MOUTH_GAP = 0.7f;

  static final float TOP = 118;
  static final float CHIN = -118;

  private FacePlan() {}
}
