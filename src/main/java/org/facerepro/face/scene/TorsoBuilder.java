package org.facerepro.face.scene;

/** Shapes the shoulders. */
public final class TorsoBuilder {
  private TorsoBuilder() {}

  public static void place(float[] positions, SceneLayout layout, boolean masculine) {
    float width = masculine ? 235 : 205;
    int at = 3 * layout.first(Part.TORSO);
    for (int r = 0; r < SceneLayout.TORSO_ROWS; r++) {
      double polar = StrictMath.toRadians(14 + 76.0 * r / (SceneLayout.TORSO_ROWS - 1));
      for (int c = 0; c < SceneLayout.TORSO_COLUMNS; c++) {
        double angle = StrictMath.toRadians(-100 + 200.0 * c / (SceneLayout.TORSO_COLUMNS - 1));
        positions[at] = (float) (width * StrictMath.sin(polar) * StrictMath.sin(angle));
        positions[at + 1] = (float) (-330 + 165 * StrictMath.cos(polar));
        positions[at + 2] = (float) (-40 + 100 * StrictMath.sin(polar) * StrictMath.cos(angle));
        at += 3;
      }
    }
  }
}
