package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.person.HairDay;
import org.facerepro.face.person.HairPlan;
import org.facerepro.face.person.Subject;

/**
 * Shapes the sheet of long hair around the back of the head: it leaves the crown, follows neck and
 * shoulders, and ends in tips of different lengths.
 */
public final class LocksBuilder {
  private static final float CROWN = 88;

  /** Height from which on hair that is long enough lies on the shoulders, mm. */
  private static final float SHOULDERS = -135;

  /** Half width at which hair passes over the ears, and their height, mm. */
  private static final float OVER_EARS = 92;

  private static final float EAR = -7;

  private final float wide;
  private final float volume;
  private final float length;
  private final double waves;

  /** How uneven the tips are: long hair more than short. */
  private final float cut;

  private final double phase;
  private final HairDay day;

  private LocksBuilder(HairPlan plan, Subject s, HairDay day) {
    this.day = day;
    wide = 1 + 0.03f * s.shape(ShapeComponent.FACE_WIDTH);
    volume = plan.sideVolume();
    length = plan.length();
    waves = 0.012 + 0.03 * plan.curl() + 0.012 * day.mess();
    cut = 0.35f + 0.65f * Kernel.step(-80, -150, length);
    phase = 0.01 * day.wisps();
  }

  /** Writes the locks' vertices; the day says how far their front edges fall over the cheeks. */
  public static void place(
      float[] positions, SceneLayout layout, HairPlan plan, Subject s, HairDay day) {
    LocksBuilder locks = new LocksBuilder(plan, s, day);
    int at = 3 * layout.first(Part.LOCKS);
    for (int c = 0; c < SceneLayout.LOCK_COLUMNS; c++) {
      locks.column(positions, at + 3 * c, c);
    }
  }

  private void column(float[] positions, int first, int c) {
    float side = 2f * c / (SceneLayout.LOCK_COLUMNS - 1) - 1;
    float end = length + 16 * side * side;
    float tip = tip(c);
    float near = side * side * side * side;
    float tucked = 1 - 0.06f * near * near;
    for (int r = 0; r < SceneLayout.LOCK_ROWS; r++) {
      float t = (float) r / (SceneLayout.LOCK_ROWS - 1);
      float y = Kernel.mix(CROWN, end, t) + tip * t * t * t * t;
      float round = Kernel.step(96, 40, y);
      float fall = Kernel.step(-45, -115, y);
      float rest = Kernel.step(SHOULDERS, SHOULDERS - 50, y);
      float thin = 1 - 0.09f * Kernel.step(0.72f, 1, t) * (1 - rest);
      float wave =
          tucked * thin + (float) (waves * StrictMath.sin(1.9 * r + 1.6 * c + phase)) * round;
      double angle = StrictMath.PI + side * (StrictMath.PI - edge(side, y, round));
      float bare = Kernel.mix(50, 76, round) * wide + volume * (0.6f + 0.3f * fall);
      float rx = bare + Math.max(0, OVER_EARS - bare) * Kernel.bell(0, y - EAR, 1, 58);
      float rz = Kernel.mix(60, 86, round) + volume * 0.6f;
      float x = (rx - 11 * fall + 26 * rest) * wave;
      float z = (rz - 24 * fall + 12 * rest) * wave;
      int at = first + 3 * r * SceneLayout.LOCK_COLUMNS;
      positions[at] = (float) StrictMath.sin(angle) * x;
      positions[at + 1] = y;
      positions[at + 2] = -6 + (float) StrictMath.cos(angle) * z;
    }
  }

  /** Returns how much shorter or longer than all a lock is, mm: bundles, and tips within them. */
  private float tip(int c) {
    double bundle = 5 * StrictMath.sin(1.1 * c + phase) + 4 * StrictMath.sin(2.3 * c + 2 * phase);
    return cut * ((float) bundle + ((c & 1) == 0 ? 3.5f : -3.5f));
  }

  /** Returns the angle from the middle of the face at which the sheet's edge lies, radians. */
  private double edge(float side, float y, float round) {
    double sway = 3.5 * StrictMath.sin(0.035 * y + phase + side);
    double degrees = 58 + 8 * Kernel.step(20, 80, y) - 6 * Kernel.step(20, -120, y) + sway * round;
    return StrictMath.toRadians(degrees)
        - (side < 0 ? day.forwardLeft() : day.forwardRight()) * round;
  }
}
