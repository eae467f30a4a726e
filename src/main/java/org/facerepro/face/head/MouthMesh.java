package org.facerepro.face.head;

/**
 * What stands in the mouth: upper and lower row of teeth, and the tongue.
 *
 * <p>The paint of the teeth is addressed by the way along the row and by the height over the biting
 * edge, mm, positive towards the gums in both rows.
 */
final class MouthMesh {
  private static final int COLUMNS = 17;
  private static final float ARCH = 24;

  /** How much narrower the lower teeth are: their paint is addressed by as much more. */
  private static final float LOWER_NARROW = 1.35f;

  private MouthMesh() {}

  /** Appends all pieces. */
  static void build(MeshBuilder mesh) {
    row(mesh, HeadPart.UPPER_TEETH, -1.6f, 1, 89);
    row(mesh, HeadPart.LOWER_TEETH, -2.0f, -1, 86.5f);
    tongue(mesh);
  }

  private static SurfacePoint plan(HeadPart part) {
    SurfacePoint middle = BaseHead.place(0, FacePlan.MOUTH_Y);
    return new SurfacePoint(0, 0, FacePlan.MOUTH_Y, middle.z(), part);
  }

  private static void row(MeshBuilder mesh, HeadPart part, float edge, int up, float front) {
    float[] heights = {0, 2.5f, 8, 15};
    int first = mesh.size();
    for (float height : heights) {
      for (int c = 0; c < COLUMNS; c++) {
        double angle = StrictMath.toRadians(-78 + 156.0 * c / (COLUMNS - 1));
        float x = ARCH * (float) StrictMath.sin(angle);
        float z = front - 27 * (1 - (float) StrictMath.cos(angle)) - 0.12f * height;
        float y = FacePlan.HEIGHT_SCALE * FacePlan.MOUTH_Y + edge + up * height;
        float along = ARCH * 1.15f * (float) angle;
        mesh.add(
            plan(part), x, y, z, HeadAtlas.teeth() + (up < 0 ? LOWER_NARROW : 1) * along, height);
      }
    }
    for (int r = 0; r + 1 < heights.length; r++) {
      strip(mesh, first + r * COLUMNS, up < 0);
    }
  }

  private static void strip(MeshBuilder mesh, int first, boolean down) {
    for (int c = 0; c + 1 < COLUMNS; c++) {
      int a = first + c;
      int b = a + COLUMNS;
      if (down) {
        mesh.quad(a, a + 1, b, b + 1);
      } else {
        mesh.quad(b, b + 1, a, a + 1);
      }
    }
  }

  private static void tongue(MeshBuilder mesh) {
    float base = FacePlan.HEIGHT_SCALE * FacePlan.MOUTH_Y;
    int first = mesh.size();
    for (int r = 0; r < 5; r++) {
      for (int c = 0; c < 9; c++) {
        float s = c / 4f - 1;
        float t = r / 4f;
        float y = base - 2 + 6 * t * (1 - s * s) - 10 * (1 - t) * (1 - t) - 3 * s * s;
        mesh.add(
            plan(HeadPart.LOWER_TEETH), 18 * s, y, 80 - 30 * t, HeadAtlas.cavity() + 18 * s, t);
      }
    }
    for (int r = 0; r < 4; r++) {
      for (int c = 0; c < 8; c++) {
        int a = first + r * 9 + c;
        mesh.quad(a + 9, a + 10, a, a + 1);
      }
    }
  }
}
