package org.facerepro.face.head;

import org.facerepro.face.draw.Kernel;

/**
 * The edges of the lids on the undeformed face, seen from the middle of the opening; {@code ex} is
 * the distance from it, mm, negative towards the nose.
 */
public final class LidPlan {
  private static final float TILT = 0.05f;
  private static final float UPPER = 5.2f;
  private static final float LOWER = 4.6f;
  private static final float REACH = 13;

  private LidPlan() {}

  /** Returns 1 in the middle of the opening, 0 at its corners and beyond. */
  public static float inside(float ex) {
    float t = ex / FacePlan.EYE_HALF;
    return Math.max(0, 1 - t * t);
  }

  /** Returns the height of the line from corner to corner above the middle of the opening, mm. */
  public static float slant(float ex) {
    float half = FacePlan.EYE_HALF;
    float fade = 1 - Kernel.step(half, half + 14, Math.abs(ex));
    return TILT * Kernel.clamp(ex, -half, half) * fade;
  }

  /** Returns the height of the upper lid's edge above the middle of the opening, mm. */
  public static float top(float ex) {
    float arch = inside(ex);
    return slant(ex) + UPPER * (float) Math.sqrt(arch) * (0.35f + 0.65f * arch) * bent(ex, -0.12f);
  }

  /** Returns the height of the lower lid's edge, mm; negative in the middle. */
  public static float bottom(float ex) {
    return slant(ex) - LOWER * inside(ex) * bent(ex, 0.2f);
  }

  private static float bent(float ex, float share) {
    return 1 + share * ex / FacePlan.EYE_HALF;
  }

  /** Returns how far a row of the grid is moved to follow the lids' edges, mm. */
  static float rowShift(float x, float row) {
    float ex = Math.abs(x) - FacePlan.EYE_X;
    float d = row - FacePlan.EYE_Y;
    float near = 1 - Kernel.step(FacePlan.EYE_GAP, REACH, Math.abs(d));
    if (near == 0) {
      return 0;
    }
    float edge = d > 0 ? top(ex) - FacePlan.EYE_GAP : bottom(ex) + FacePlan.EYE_GAP;
    float open = inside(ex) > 0 ? edge : slant(ex);
    return near * open;
  }

  /** Returns whether a place lies above the line between the corners of its eye. */
  static boolean upper(SurfacePoint p) {
    float ex = Math.abs(p.x()) - FacePlan.EYE_X;
    return p.y() > FacePlan.EYE_Y + (top(ex) + bottom(ex)) / 2;
  }
}
