package org.facerepro.face.head;

import java.util.List;
import org.facerepro.face.draw.Curve;
import org.facerepro.face.draw.Kernel;

/**
 * The undeformed head as a function of angle and height: an egg with a neck, a nose and a sum of
 * bumps, in the proportions of adult anthropometry (eye distance 63 mm, eyes to chin 118 mm).
 */
public final class BaseHead {
  private static final Curve HALF_WIDTH =
      Curve.through(
          -118, 26, -110, 37, -95, 50, -75, 60.5, -50, 68.5, -25, 72, 0, 74, 25, 75.5, 50, 72.5, 70,
          66, 88, 55, 102, 42, 112, 27, 118, 0);
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
          -60, 0, -53, 1, -49, 2.5, -46, 6.5, -43, 12, -39.5, 17, -35, 19, -30, 17.5, -20, 12.5, -8,
          8, 3, 5, 18, 0);
  private static final Curve NOSE_HALF =
      Curve.through(
          -60, 8, -50, 12, -45, 18, -39, 19.5, -32, 16.5, -20, 13.5, -8, 12, 3, 12.5, 18, 20);
  private static final List<Field> FEATURES =
      List.of(
          Bump.pair(30, 0, 26, 20, 0, 0, -13.5),
          Bump.pair(31.5, -0.5, 17, 12, 0, 0, 7),
          Bump.pair(30, 20, 27, 17, 0, 0, 3),
          Bump.pair(60, 20, 24, 34, -1.5, 0, -5),
          Bump.single(0, 24, 24, 24, 0, 0, 1.5),
          Bump.pair(44, -32, 38, 40, 1, 0, 5),
          Bump.pair(12.5, -39.5, 9, 10, 0, 0, 3.5),
          Bump.single(0, -70, 46, 40, 0, 0, 4.5),
          Bump.single(0, -65, 28, 8, 0, 0, 3),
          Bump.single(0, -77, 26, 10, 0, 0, 3.8),
          Bump.single(0, -70, 30, 4.5f, 0, 0, -2.5),
          Bump.single(0, -57, 5, 8, 0, 0, -1.2),
          Bump.single(0, -89, 26, 11, 0, 0, -2.5),
          Bump.single(0, -105, 32, 22, 0, 0, 6),
          Bump.pair(29, -71, 9, 9, 0, 0, -1.5));
  private static final float NECK_TOP = -130;
  private static final float JAW_START = -30;

  private BaseHead() {}

  /** Returns the half width of the head at a height, mm. */
  public static float halfWidth(float y) {
    return HALF_WIDTH.at(y);
  }

  /**
   * Writes the surface point of a row of the grid.
   *
   * @param theta angle from the middle of the face, radians
   * @param row height in the middle of the face, mm; below the chin it counts on along the throat
   */
  public static SurfacePoint place(double theta, float row) {
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
  public static void addFeatures(SurfacePoint p, float[] out, int at) {
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
    float lobe = Kernel.bell(side, p.y() + 6, 13, 34);
    float w = Kernel.step(0, 0.45f, lobe);
    out[at] += Math.signum(p.u()) * 11 * w;
    out[at + 2] -= 7 * w;
  }

  private static SurfacePoint onEgg(float u, float sin, float cos, float y) {
    float z = cos >= 0 ? FRONT.at(y) * flattened(cos) : BACK.at(y) * cos;
    return new SurfacePoint(u, HALF_WIDTH.at(y) * sin, y, z);
  }

  /** Makes the face flatter than an ellipse: the cosine to the power 2/3, nearly. */
  private static float flattened(float cos) {
    float root = (float) Math.sqrt(cos);
    return 0.5f * root * ((float) Math.sqrt(Math.sqrt(root)) + (float) Math.sqrt(root));
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
