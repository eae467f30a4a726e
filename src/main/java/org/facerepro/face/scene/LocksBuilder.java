package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.person.HairDay;
import org.facerepro.face.person.HairPlan;
import org.facerepro.face.person.Subject;

/** Shapes the two sheets of long hair that fall beside face and neck. */
public final class LocksBuilder {
  private LocksBuilder() {}

  /** Writes the locks' vertices; the day says how far their front edges fall over the cheeks. */
  public static void place(
      float[] positions, SceneLayout layout, HairPlan plan, Subject s, HairDay day) {
    float wide = 1 + 0.03f * s.shape(ShapeComponent.FACE_WIDTH);
    float volume = plan.sideVolume();
    double waves = 0.014 + 0.03 * plan.curl() + 0.012 * day.mess();
    double phase = 0.01 * day.wisps();
    int at = 3 * layout.first(Part.LOCKS);
    for (int r = 0; r < SceneLayout.LOCK_ROWS; r++) {
      float t = (float) r / (SceneLayout.LOCK_ROWS - 1);
      float y = Kernel.mix(88, plan.length(), t);
      float round = Kernel.step(96, 40, y);
      float spread = Kernel.step(20, -120, y);
      double front = StrictMath.toRadians(58 + 8 * Kernel.step(20, 80, y) - 6 * spread);
      float rx = Kernel.mix(50, 76, round) * wide + volume * (0.6f + 0.5f * spread);
      float rz = Kernel.mix(60, 86, round) + volume * 0.6f - 16 * spread;
      for (int c = 0; c < SceneLayout.LOCK_COLUMNS; c++) {
        float side = 2f * c / (SceneLayout.LOCK_COLUMNS - 1) - 1;
        double edge = front - (side < 0 ? day.forwardLeft() : day.forwardRight()) * round;
        double angle = StrictMath.PI + side * (StrictMath.PI - edge);
        float wave = 1 + (float) (waves * StrictMath.sin(1.7 * r + 2.3 * c + phase));
        positions[at] = (float) StrictMath.sin(angle) * rx * wave;
        positions[at + 1] = y;
        positions[at + 2] = -6 + (float) StrictMath.cos(angle) * rz * wave;
        at += 3;
      }
    }
  }
}
