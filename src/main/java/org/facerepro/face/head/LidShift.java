package org.facerepro.face.head;

import org.facerepro.face.draw.Kernel;

/**
 * Moves the edges of the lids up or down, most in the middle of the opening; the skin follows less
 * and less away from the edge.
 *
 * @param upper rise of the upper lid's edge, mm
 * @param lower rise of the lower lid's edge, mm
 * @param left share of the movement at the eye at positive x
 * @param right share of the movement at the eye at negative x
 */
public record LidShift(float upper, float lower, float left, float right) implements Field {
  private static final float REACH = 9;

  public static LidShift both(double upper, double lower) {
    return new LidShift((float) upper, (float) lower, 1, 1);
  }

  /** Moves the lids of one eye: {@code side} 1 at positive x, -1 at negative x. */
  public static LidShift one(int side, double upper, double lower) {
    return new LidShift((float) upper, (float) lower, side > 0 ? 1 : 0, side > 0 ? 0 : 1);
  }

  @Override
  public void add(SurfacePoint p, float amount, float[] out, int at) {
    if (p.part() != HeadPart.SKIN || p.front() == 0) {
      return;
    }
    float ex = Math.abs(p.x()) - FacePlan.EYE_X;
    float inside = LidPlan.inside(ex);
    float dy = p.y() - FacePlan.EYE_Y;
    if (inside == 0 || Math.abs(dy) > REACH + 5) {
      return;
    }
    boolean above = LidPlan.upper(p);
    float edge = above ? LidPlan.top(ex) : LidPlan.bottom(ex);
    float away = above ? dy - edge : edge - dy;
    float near = away >= 0 ? 1 - Kernel.step(0, REACH, away) : Kernel.clamp(1 + away / 4);
    float side = p.x() > 0 ? left : right;
    out[at + 1] += amount * side * (above ? upper : lower) * near * (float) Math.sqrt(inside);
  }
}
