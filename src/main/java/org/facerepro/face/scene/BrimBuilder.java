package org.facerepro.face.scene;

import org.facerepro.face.head.FacePlan;

/** Shapes the brim of a cap. */
public final class BrimBuilder {
  public static final int COLUMNS = 13;
  public static final int ROWS = 3;
  private static final float LENGTH = 62;
  private static final float HALF_ANGLE = 68;

  private BrimBuilder() {}

  public static void place(float[] positions, int first, float line) {
    int at = 3 * first;
    for (int r = 0; r < ROWS; r++) {
      float out = (float) r / (ROWS - 1);
      for (int c = 0; c < COLUMNS; c++) {
        float across = 2f * c / (COLUMNS - 1) - 1;
        double angle = StrictMath.toRadians(across * HALF_ANGLE);
        float sin = (float) StrictMath.sin(angle);
        float cos = (float) StrictMath.cos(angle);
        float u = (float) angle * FacePlan.ARC_RADIUS;
        positions[at] = 78 * sin * (1 + 0.06f * out);
        positions[at + 1] =
            FacePlan.HEIGHT_SCALE * (line - 0.0012f * u * u) - out * (10 + 8 * across * across) + 1;
        positions[at + 2] = 94 * (float) Math.sqrt(cos) + LENGTH * out * cos;
        at += 3;
      }
    }
  }
}
