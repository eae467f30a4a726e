package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.person.HairPlan;
import org.facerepro.face.person.Subject;

/** Shapes the two sheets of long hair that fall beside face and neck. */
public final class LocksBuilder {
  private LocksBuilder() {}

  /**
   * Writes the locks' vertices.
   *
   * @param sway per-picture shift of the front edges, radians
   */
  public static void place(
      float[] positions, SceneLayout layout, HairPlan plan, Subject s, float sway) {
    float wide = 1 + 0.03f * s.shape(ShapeComponent.FACE_WIDTH);
    float volume = plan.sideVolume();
    int at = 3 * layout.first(Part.LOCKS);
    for (int r = 0; r < SceneLayout.LOCK_ROWS; r++) {
      float t = (float) r / (SceneLayout.LOCK_ROWS - 1);
      float y = Kernel.mix(88, plan.length(), t);
      float round = Kernel.step(96, 40, y);
      float spread = Kernel.step(20, -120, y);
      double front = StrictMath.toRadians(58 + 8 * Kernel.step(20, 80, y) - 6 * spread) + sway;
      float rx = Kernel.mix(50, 76, round) * wide + volume * (0.6f + 0.5f * spread);
      float rz = Kernel.mix(60, 86, round) + volume * 0.6f - 16 * spread;
      for (int c = 0; c < SceneLayout.LOCK_COLUMNS; c++) {
        float side = 2f * c / (SceneLayout.LOCK_COLUMNS - 1) - 1;
        double angle = StrictMath.PI + side * (StrictMath.PI - front);
        float wave = 1 + 0.02f * (float) StrictMath.sin(3 * r + 2.3 * c);
        positions[at] = (float) StrictMath.sin(angle) * rx * wave;
        positions[at + 1] = y;
        positions[at + 2] = -6 + (float) StrictMath.cos(angle) * rz * wave;
        at += 3;
      }
    }
  }
}
