package org.facerepro.face.scene;

/** Shapes the shoulders. */
public final class TorsoBuilder {
  private static final float MASCULINE = 235;
  private static final float FEMININE = 205;

  /** How far the shoulders rise beside the neck, mm. */
  private static final double TRAPEZIUS = 26;

  /**
   * The vertices of a half ellipsoid that rises to the neck, at half widths of 1, 165 and 100 mm.
   */
  private static final double[] UNIT = unit();

  private TorsoBuilder() {}

  private static double[] unit() {
    double[] out = new double[3 * SceneLayout.TORSO_ROWS * SceneLayout.TORSO_COLUMNS];
    int at = 0;
    for (int r = 0; r < SceneLayout.TORSO_ROWS; r++) {
      double polar = StrictMath.toRadians(14 + 76.0 * r / (SceneLayout.TORSO_ROWS - 1));
      double slope = Math.max(0, 1 - 2.6 * r / (SceneLayout.TORSO_ROWS - 1));
      for (int c = 0; c < SceneLayout.TORSO_COLUMNS; c++) {
        double angle = StrictMath.toRadians(-100 + 200.0 * c / (SceneLayout.TORSO_COLUMNS - 1));
        out[at] = StrictMath.sin(polar) * StrictMath.sin(angle);
        double side = StrictMath.sin(angle) * StrictMath.sin(angle);
        out[at + 1] =
            -330 + 165 * StrictMath.cos(polar) + TRAPEZIUS * slope * slope * (0.3 + 0.7 * side);
        out[at + 2] = -40 + 100 * StrictMath.sin(polar) * StrictMath.cos(angle);
        at += 3;
      }
    }
    return out;
  }

  public static void place(float[] positions, SceneLayout layout, boolean masculine) {
    float width = masculine ? MASCULINE : FEMININE;
    int first = 3 * layout.first(Part.TORSO);
    for (int i = 0; i < UNIT.length; i += 3) {
      positions[first + i] = (float) (width * UNIT[i]);
      positions[first + i + 1] = (float) UNIT[i + 1];
      positions[first + i + 2] = (float) UNIT[i + 2];
    }
  }
}
