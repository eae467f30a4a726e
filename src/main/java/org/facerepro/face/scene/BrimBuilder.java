package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.head.FacePlan;

/** Shapes the brim of a cap, or the round one of a hat. */
public final class BrimBuilder {
  public static final int COLUMNS = 25;
  public static final int ROWS = 3;
  private static final float CAP_LENGTH = 62;
  private static final float HAT_LENGTH = 55;
  private static final float CAP_HALF_ANGLE = 68;
  private static final float HALF_TURN = 180;

  private BrimBuilder() {}

  public static void place(float[] positions, int first, Headwear headwear, float line) {
    boolean round = headwear == Headwear.BRIMMED;
    int at = 3 * first;
    for (int r = 0; r < ROWS; r++) {
      float out = (float) r / (ROWS - 1);
      for (int c = 0; c < COLUMNS; c++) {
        float across = 2f * c / (COLUMNS - 1) - 1;
        double angle = StrictMath.toRadians(across * (round ? HALF_TURN : CAP_HALF_ANGLE));
        float sin = (float) StrictMath.sin(angle);
        float cos = (float) StrictMath.cos(angle);
        if (round) {
          round(positions, at, line, out, sin, cos);
        } else {
          cap(positions, at, line, out, across, (float) angle, sin, cos);
        }
        at += 3;
      }
    }
  }

  private static void cap(
      float[] p, int at, float line, float out, float across, float angle, float sin, float cos) {
    float u = angle * FacePlan.ARC_RADIUS;
    p[at] = 78 * sin * (1 + 0.06f * out);
    p[at + 1] =
        FacePlan.HEIGHT_SCALE * (line - 0.0012f * u * u) - out * (10 + 8 * across * across) + 1;
    p[at + 2] = 94 * (float) Math.sqrt(cos) + CAP_LENGTH * out * cos;
  }

  private static void round(float[] p, int at, float line, float out, float sin, float cos) {
    float reach = HAT_LENGTH * out;
    float front = Kernel.clamp(0.5f + 0.5f * cos);
    p[at] = (80 + reach) * sin;
    p[at + 1] = FacePlan.HEIGHT_SCALE * (line - 14 + 15 * front) - 8 * out + 6 * out * sin * sin;
    p[at + 2] = (94 + reach) * cos - 2;
  }
}
