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
          -118, 26.5, -110, 38, -95, 51, -75, 61, -50, 67, -25, 71, 0, 73.5, 25, 75.5, 50, 73.5, 70,
          67.5, 88, 57, 102, 44, 110, 31.5, 115, 19, 117.3, 8, 118, 0);
  private static final Curve FRONT =
      Curve.through(
          -118, 76, -110, 86, -95, 91.5, -75, 94.5, -50, 93.5, -25, 92, 0, 92, 25, 93.5, 45, 91.5,
          60, 87, 75, 79, 88, 69, 102, 53, 110, 38, 115, 23, 117.3, 9.5, 118, 0);
  private static final Curve BACK =
      Curve.through(
          -118, 62, -75, 67, -50, 73, -25, 85, 0, 94, 25, 98, 50, 96, 70, 89.5, 88, 78, 102, 61,
          110, 43.5, 115, 26, 117.3, 11, 118, 0);
  private static final Curve NOSE_HEIGHT =
      Curve.through(
          -60, 0, -54.5, 0.8, -51.5, 2.5, -49, 6.5, -46.5, 12, -43.5, 16.5, -39.5, 19.5, -35.5, 20,
          -30, 18.2, -20, 13.2, -8, 8.2, 0, 5.4, 8, 4.6, 18, 2, 26, 0);
  private static final Curve NOSE_HALF =
      Curve.through(
          -60, 9, -52, 13, -47, 15.5, -41, 16, -35, 14.5, -28, 13.5, -20, 13, -8, 12, 3, 12, 18, 20,
          26, 22);
  private static final List<Field> FEATURES =
      List.of(
          // brow ridge, sockets, lids
          Bump.pair(30, 0, 25, 19, 0, 0, -11),
          Bump.pair(31.5, -1, 17, 12, 0, 0, 7.5),
          Bump.pair(28, 18, 30, 12, 0, 0, 3.2),
          Bump.pair(46, 12, 16, 15, 0.5, 0, 2.2),
          Bump.pair(31, 7.5, 22, 6, 0, 0, -1.6),
          Bump.pair(15.5, -2, 9, 12, 0, 0, -5),
          Bump.pair(45, -4, 10, 9, 0, 0, -2.6),
          Bump.pair(31, -14, 22, 6, 0, 0, -1.2),
          Bump.single(0, 24, 20, 16, 0, 0, 1.2),
          // temples, cheekbones, cheeks
          Bump.pair(61, 24, 24, 36, -2, 0, -5.5),
          Bump.pair(50, -20, 26, 18, 1.2, 0, 3.6),
          Bump.pair(36, -30, 26, 24, 0, 0, 3.6),
          Bump.pair(55, -52, 24, 30, -1.4, 0, -2.5),
          Bump.pair(25, -48, 9, 16, 0, 0, -1.5),
          Bump.pair(33, -62, 10, 18, 0, 0, 0.8),
          // nose wings, nostrils, underside
          Bump.pair(13, -44, 8, 8.5, 0.8, 0, 3.2),
          Bump.pair(7, -48.5, 5, 3.6, 0, 1.4, -3.4),
          Bump.single(0, -47, 7, 8, 0, -2, 1.4),
          Bump.single(0, -47, 17, 6, 0, 2.2, 0),
          Bump.single(0, -38, 7, 8, 0, 0, 1.2),
          // lips, philtrum, chin
          Bump.single(0, -70, 44, 36, 0, 0, 5),
          Bump.single(0, -65.5, 26, 7.5, 0, 0, 3.4),
          Bump.pair(6, -63, 7, 4.5, 0, 0, 0.9),
          Bump.single(0, -76.5, 24, 8.5, 0, 0, 4.8),
          Bump.single(0, -70, 29, 4, 0, 0, -3),
          Bump.single(0, -57, 4.5, 8, 0, 0, -1.3),
          Bump.pair(5.5, -57, 4, 8, 0, 0, 0.6),
          Bump.single(0, -88, 24, 9, 0, 0, -4),
          Bump.single(0, -106, 26, 18, 0, 0, 7),
          Bump.pair(30, -98, 14, 16, 0, 0, -1.5),
          Bump.pair(28, -71, 8, 10, 0, 0, -2.2),
          Bump.pair(54, -86, 22, 20, 1.5, 0, 2));
  private static final float NECK_TOP = -130;
  private static final float NECK_HALF = 49.5f;

  /** Height at which the paint of the throat turns back upwards, for the map ends there. */
  private static final float PAINTED = -152;

  private static final float JAW_START = -30;

  private BaseHead() {}

  /** Returns the half width of the head at a height, mm. */
  public static float halfWidth(float y) {
    return HALF_WIDTH.at(y);
  }

  /**
   * Returns the half width of head and throat by which painters tell how far from the middle a
   * place of the paint lies, mm.
   */
  public static float paintedHalfWidth(float y) {
    if (y >= FacePlan.CHIN) {
      return halfWidth(Math.min(y, 100));
    }
    float below = Math.min(1, (FacePlan.CHIN - y) / (FacePlan.CHIN - NECK_TOP));
    return Kernel.mix(halfWidth(FacePlan.CHIN), NECK_HALF, (float) Math.sqrt(below));
  }

  /** Returns the height at which the paint of a place lies: the throat's is laid on twice. */
  static float painted(float y) {
    if (y >= PAINTED) {
      return y;
    }
    float back = 2 * PAINTED - y;
    return back < NECK_TOP ? back : Math.max(PAINTED, 2 * NECK_TOP - back);
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
    float neckX = NECK_HALF * sin;
    float neckZ = -17 + 49 * cos;
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
    return Kernel.mix(FacePlan.CHIN, -66, Kernel.step(36, 104, degrees));
  }

  private static float bentToJaw(float row, float jawLine) {
    if (row >= JAW_START) {
      return row;
    }
    return JAW_START + (row - JAW_START) * (jawLine - JAW_START) / (FacePlan.CHIN - JAW_START);
  }
}
