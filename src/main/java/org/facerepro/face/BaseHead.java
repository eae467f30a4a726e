package org.facerepro.face;

import java.util.List;

/**
 * The undeformed head as a function of angle and height: an egg with a neck, a nose and a sum of
 * bumps, in the proportions of adult anthropometry (eye distance 63 mm, eyes to chin 118 mm).
 */
final class BaseHead {
  private static final Curve HALF_WIDTH =
      Curve.through(
          -118, 25, -110, 35, -95, 48, -75, 59, -50, 67.5, -25, 71.5, 0, 74, 25, 75.5, 50, 74, 70,
          69, 88, 60, 102, 47, 112, 30, 118, 0);
  private static final Curve FRONT =
      Curve.through(
          -118, 78, -110, 87, -95, 92, -75, 95, -50, 94, -25, 92, 0, 92, 25, 93, 50, 89, 70, 81, 88,
          69, 102, 52, 112, 32, 118, 0);
  private static final Curve BACK =
      Curve.through(
          -118, 40, -75, 56, -50, 66, -25, 80, 0, 91, 25, 96, 50, 95, 70, 89, 88, 79, 102, 64, 112,
          44, 118, 0);
  private static final Curve NOSE_HEIGHT =
      Curve.through(
          -66, 0, -60, 1.5, -55, 3, -51, 8, -47, 17, -43, 22.5, -38, 24.5, -32, 21, -20, 13.5, -8,
          6.5, 3, 1.5, 14, 0);
  private static final Curve NOSE_HALF =
      Curve.through(-66, 6, -56, 10, -50, 20, -42, 21, -34, 18, -20, 15, -8, 13, 3, 12, 14, 16);
  private static final List<Field> FEATURES =
      List.of(
          Bump.pair(31, 1, 24, 17, 0, 0, -11),
          Bump.pair(31.5, -0.5, 17, 12, 0, 0, 8),
          Bump.pair(28, 19, 32, 12, 0, 0, 5),
          Bump.single(0, 21, 20, 15, 0, 0, 3),
          Bump.pair(45, -27, 32, 25, 1, 0, 10),
          Bump.pair(13.5, -44, 9, 9, 0, 0, 5),
          Bump.single(0, -70, 42, 36, 0, 0, 5),
          Bump.single(0, -65, 27, 7, 0, 0, 3.5),
          Bump.single(0, -76.5, 23, 8, 0, 0, 4.5),
          Bump.single(0, -70, 30, 4, 0, 0, -3),
          Bump.single(0, -58, 5, 8, 0, 0, -1.5),
          Bump.single(0, -88, 28, 9, 0, 0, -4),
          Bump.single(0, -104, 26, 19, 0, 0, 7),
          Bump.pair(29, -71, 9, 9, 0, 0, -2.5));
  private static final float NECK_TOP = -130;
  private static final float JAW_START = -30;

  private BaseHead() {}

  /** Returns the half width of the head at a height, mm. */
  static float halfWidth(float y) {
    return HALF_WIDTH.at(y);
  }

  /**
   * Writes the surface point of a row of the grid.
   *
   * @param theta angle from the middle of the face, radians
   * @param row height in the middle of the face, mm; below the chin it counts on along the throat
   */
  static SurfacePoint place(double theta, float row) {
    float sin = (float) StrictMath.sin(theta);
    float cos = (float) StrictMath.cos(theta);
    float u = (float) theta * FacePlan.ARC_RADIUS;
    if (row >= FacePlan.CHIN) {
      float y = bentToJaw(row, jawLine(theta));
      return onEgg(u, sin, cos, y);
    }
    float below = FacePlan.CHIN - row;
    SurfacePoint jaw = onEgg(u, sin, cos, jawLine(theta));
    float neckX = 57 * sin;
    float neckZ = -18 + 54 * cos;
    float t = Math.min(1, below / 12);
    float drop = below <= 12 ? 0 : below - 12;
    float y = Kernel.mix(jaw.y(), NECK_TOP, t * t) - drop;
    float flare = 1 + drop * 0.002f;
    return new SurfacePoint(
        u, Kernel.mix(jaw.x(), neckX, t) * flare, y, Kernel.mix(jaw.z(), neckZ, t) - drop * 0.15f);
  }

  /** Adds nose, brows, sockets, lips and chin to {@code out[at…]}. */
  static void addFeatures(SurfacePoint p, float[] out, int at) {
    float front = p.front();
    if (front > 0 && p.y() >= FacePlan.CHIN) {
      float half = NOSE_HALF.at(p.y()) * 1.25f;
      float s = 1 - p.x() * p.x() / (half * half);
      if (s > 0) {
        out[at + 2] += NOSE_HEIGHT.at(p.y()) * s * (float) Math.sqrt(s) * front;
      }
      for (Field feature : FEATURES) {
        feature.add(p, 1, out, at);
      }
    }
    addEar(p, out, at);
  }

  private static void addEar(SurfacePoint p, float[] out, int at) {
    float side = Math.abs(p.u()) - 118;
    float lobe = Kernel.bell(side, p.y() + 4, 15, 36);
    float w = Kernel.step(0, 0.45f, lobe);
    out[at] += Math.signum(p.u()) * 15 * w;
    out[at + 2] -= 7 * w;
  }

  private static SurfacePoint onEgg(float u, float sin, float cos, float y) {
    float depth = cos >= 0 ? FRONT.at(y) : BACK.at(y);
    return new SurfacePoint(u, HALF_WIDTH.at(y) * sin, y, depth * cos);
  }

  private static float jawLine(double theta) {
    float degrees = (float) StrictMath.toDegrees(Math.abs(theta));
    return Kernel.mix(FacePlan.CHIN, -66, Kernel.step(38, 108, degrees));
  }

  private static float bentToJaw(float row, float jawLine) {
    if (row >= JAW_START) {
      return row;
    }
    return JAW_START + (row - JAW_START) * (jawLine - JAW_START) / (FacePlan.CHIN - JAW_START);
  }
}
