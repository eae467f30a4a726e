package org.facerepro.face.head;

/** Where things are on the undeformed head, mm; what shapes, paint and landmarks agree on. */
public final class FacePlan {
  /** Radius that turns the angle around the head into the arc {@code u}. */
  public static final float ARC_RADIUS = 73;

  /**
   * Height of the mean head against the plan's: eyes and mouth are as far apart, against the two
   * eyes, as on frontal pictures of LFW's training people.
   */
  public static final float HEIGHT_SCALE = 1.0125f;

  public static final float EYE_X = 31.5f;

  /** Middle of the lid opening; detectors put the eye's point a little above it. */
  public static final float EYE_Y = -2.2f;

  /** Half width of the lid opening. */
  public static final float EYE_HALF = 14.5f;

  /** Half height of the slit between the lids beyond their corners. */
  public static final float EYE_GAP = 0.2f;

  public static final float EYEBALL_RADIUS = 12.1f;

  /** Depth of the eyeball's centre. */
  public static final float EYEBALL_Z = 69.5f;

  public static final float MOUTH_Y = -70;
  public static final float MOUTH_HALF = 25;

  /** Half height of the strip of mesh between the closed lips. */
  public static final float MOUTH_GAP = 0.3f;

  public static final float TOP = 118;
  public static final float CHIN = -118;

  private FacePlan() {}
}
