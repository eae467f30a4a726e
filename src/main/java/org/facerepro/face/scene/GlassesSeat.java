package org.facerepro.face.scene;

import java.util.stream.IntStream;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.SurfacePoint;

/** Where spectacles rest on a head: eyes, nose and ears; immutable. */
final class GlassesSeat {
  /** Air between frame and skin, mm. */
  private static final float AIR = 1.2f;

  private static final float NOSE_HALF = 18;
  private static final float NOSE_LOW = -22;
  private static final float NOSE_HIGH = 20;
  private static final float EAR_X = 73;
  private static final float EAR_Y = 4;
  private static final float EAR_Z = -16;

  private final int eyes;
  private final int[] nose;
  private final int[] ears;

  GlassesSeat(HeadMesh mesh) {
    eyes = 3 * mesh.firstLandmark();
    int end = mesh.skinColumns() * mesh.skinRows();
    nose = IntStream.range(0, end).filter(i -> isNose(mesh.point(i))).toArray();
    ears = new int[] {ear(mesh, end, -1), ear(mesh, end, 1)};
  }

  private static boolean isNose(SurfacePoint p) {
    return p.front() > 0 && Math.abs(p.x()) < NOSE_HALF && p.y() > NOSE_LOW && p.y() < NOSE_HIGH;
  }

  private static int ear(HeadMesh mesh, int end, int side) {
    return IntStream.range(0, end)
        .boxed()
        .min((a, b) -> Float.compare(off(mesh.point(a), side), off(mesh.point(b), side)))
        .orElseThrow();
  }

  private static float off(SurfacePoint p, int side) {
    float x = p.x() - side * EAR_X;
    float y = p.y() - EAR_Y;
    float z = p.z() - EAR_Z;
    return x * x + y * y + z * z;
  }

  /** Returns the offset of the left eye's landmark in positions; the right eye's follows it. */
  int eyes() {
    return eyes;
  }

  /** Returns how far to the side a temple lies over an ear, mm. */
  float earX(float[] positions, int side) {
    return Math.abs(positions[3 * ears[side < 0 ? 0 : 1]]) + AIR;
  }

  /** Returns how deep a temple ends, behind an ear's upper root, mm. */
  float earZ(float[] positions, int side) {
    return positions[3 * ears[side < 0 ? 0 : 1] + 2];
  }

  /**
   * Returns the depth in front of the nose's skin within a window, mm.
   *
   * @param from least distance from the middle, mm
   * @param to largest distance from the middle
   * @param low lowest height
   * @param high largest height
   * @param curve how much a place farther from the middle counts as nearer, per mm²
   */
  float before(float[] positions, float from, float to, float low, float high, float curve) {
    float front = 0;
    for (int i : nose) {
      float x = Math.abs(positions[3 * i]);
      float y = positions[3 * i + 1];
      if (x >= from && x <= to && y >= low && y <= high) {
        front = Math.max(front, positions[3 * i + 2] + AIR + curve * x * x);
      }
    }
    return front;
  }
}
