package org.facerepro.face.head;

/**
 * The front of an eyeball with the bulge of the cornea, looking straight ahead, and the flesh
 * around it; its paint is addressed by the distances from the optical axis, mm.
 */
final class EyeballMesh {
  private static final int SECTORS = 16;
  private static final double[] RINGS = {9, 18, 26, 33, 45, 62, 82, 90};
  static final float CORNEA_RADIUS = 6.4f;
  static final float CORNEA_RISE = 0.9f;

  /** Radius of the flesh that closes the corners of the lids, in radii of the ball. */
  private static final float BRIM = 1.2f;

  /**
   * Its height over the ball's centre, and the rise of its nasal and fall of its outer edge, mm.
   */
  private static final float BRIM_DEPTH = 4;

  private static final float BRIM_TILT = 2.4f;

  private EyeballMesh() {}

  /** Appends the ball of the right ({@code side = 1}) or left half of the picture. */
  static void build(MeshBuilder mesh, int side) {
    float x = side * FacePlan.EYE_X;
    SurfacePoint middle = BaseHead.place(angle(side), FacePlan.EYE_Y);
    SurfacePoint plan =
        new SurfacePoint(middle.u(), x, FacePlan.EYE_Y, middle.z(), HeadPart.EYEBALL);
    int apex = vertex(mesh, plan, side, 0, 0);
    int previous = -1;
    for (double polar : RINGS) {
      int first = mesh.size();
      for (int i = 0; i < SECTORS; i++) {
        vertex(mesh, plan, side, polar, 360.0 * i / SECTORS);
      }
      for (int i = 0; i < SECTORS; i++) {
        int j = (i + 1) % SECTORS;
        if (previous < 0) {
          mesh.triangle(apex, first + i, first + j);
        } else {
          mesh.triangle(previous + i, first + i, first + j);
          mesh.triangle(previous + i, first + j, previous + j);
        }
      }
      previous = first;
    }
  }

  static double angle(int side) {
    return side * StrictMath.asin(FacePlan.EYE_X / BaseHead.halfWidth(FacePlan.EYE_Y));
  }

  private static int vertex(
      MeshBuilder mesh, SurfacePoint plan, int side, double polar, double around) {
    double p = StrictMath.toRadians(polar);
    double a = StrictMath.toRadians(around);
    float ring = FacePlan.EYEBALL_RADIUS * (float) StrictMath.sin(p);
    float dx = ring * (float) StrictMath.cos(a);
    float dy = ring * (float) StrictMath.sin(a);
    float t = ring / CORNEA_RADIUS;
    float bulge = t < 1 ? CORNEA_RISE * (1 - t * t) : 0;
    float dz = FacePlan.EYEBALL_RADIUS * (float) StrictMath.cos(p) + bulge;
    if (polar == 90) {
      dx *= BRIM;
      dy *= BRIM;
      dz = BRIM_DEPTH - BRIM_TILT * side * (float) StrictMath.cos(a);
    }
    float y = FacePlan.HEIGHT_SCALE * FacePlan.EYE_Y + dy;
    return mesh.add(
        plan, side * FacePlan.EYE_X + dx, y, FacePlan.EYEBALL_Z + dz, HeadAtlas.eye(side) + dx, dy);
  }
}
