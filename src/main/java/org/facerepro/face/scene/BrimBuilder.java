package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.head.FacePlan;

/**
 * Shapes the peak of a cap, or the round brim of a hat: a sheet of felt whose upper side turns into
 * its underside at the rim, sewn to the cloth of the crown.
 */
final class BrimBuilder {
  static final int COLUMNS = 31;
  static final int ROWS = 6;

  /** Ways from the seam to the rim of the rows: the upper side first, then the underside. */
  private static final float[] OUT = {0, 0.55f, 1, 1, 0.55f, 0};

  private static final float THICKNESS = 2;
  private static final float CAP_LENGTH = 64;
  private static final float CAP_HALF_ANGLE = 61;
  private static final float HAT_LENGTH = 55;
  private static final float HALF_TURN = 180;

  /** How far above its edge the crown's cloth stands off the scalp in full, mm. */
  private static final float WHOLE = 7;

  /** How far the seam runs below that, and how much farther out, as a part. */
  private static final float DOWN = 4;

  private static final float LOOSE = 0.015f;

  private BrimBuilder() {}

  /**
   * Writes the brim's vertices.
   *
   * @param first the first of them
   * @param surface the head in its headwear, whose vertices have been placed
   */
  static void place(
      float[] positions, int first, HeadSurface surface, Headwear headwear, float line) {
    boolean round = headwear == Headwear.BRIMMED;
    for (int c = 0; c < COLUMNS; c++) {
      float even = 2f * c / (COLUMNS - 1) - 1;
      // A peak's outline turns at its ends: columns lie closer there.
      float across = round ? even : even * (1.5f - 0.5f * even * even);
      float degrees = across * (round ? HALF_TURN : CAP_HALF_ANGLE);
      double angle = StrictMath.toRadians(degrees);
      float u = (float) angle * FacePlan.ARC_RADIUS;
      int at = 3 * (first + c);
      surface.place(positions, u, headwear.edge(line, u) + WHOLE, at);
      positions[at] *= 1 + LOOSE;
      positions[at + 1] -= DOWN;
      positions[at + 2] *= 1 + LOOSE;
      for (int r = ROWS - 1; r >= 0; r--) {
        int to = at + 3 * r * COLUMNS;
        System.arraycopy(positions, at, positions, to, 3);
        if (round) {
          round(
              positions, to, OUT[r], (float) StrictMath.sin(angle), (float) StrictMath.cos(angle));
        } else {
          peak(positions, to, OUT[r], across);
        }
        positions[to + 1] -= 2 * r < ROWS ? 0 : THICKNESS;
      }
    }
  }

  /** Moves a place of the seam forward and down; a peak is bent down at both sides. */
  private static void peak(float[] p, int at, float out, float across) {
    float reach = out * CAP_LENGTH * (float) Math.sqrt(Math.max(0, 1 - across * across));
    p[at] *= 1 + 0.05f * out;
    p[at + 1] -= reach * (0.18f + 0.3f * across * across);
    p[at + 2] += reach;
  }

  /** Moves a place of the seam outwards; a brim is turned up at both sides. */
  private static void round(float[] p, int at, float out, float sin, float cos) {
    float reach = HAT_LENGTH * out;
    p[at] += reach * sin;
    p[at + 1] += out * (6 * sin * sin - 8 - 5 * Kernel.clamp(cos));
    p[at + 2] += reach * cos;
  }
}
