package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.head.HeadMesh;

/** Finds where places of the skin above the brows lie on a head as it is shaped now; immutable. */
final class HeadSurface {
  /** A row of the grid on which no vertex has been moved to follow lids or jaw. */
  private static final int STRAIGHT = 8;

  private final float[] us;
  private final float[] vs;

  HeadSurface(HeadMesh mesh) {
    us = new float[mesh.skinColumns()];
    vs = new float[mesh.skinRows()];
    for (int c = 0; c < us.length; c++) {
      us[c] = mesh.u(STRAIGHT * us.length + c);
    }
    for (int r = 0; r < vs.length; r++) {
      vs[r] = mesh.v(r * us.length);
    }
  }

  /**
   * Writes the place of a point of the skin.
   *
   * @param positions all vertices, the grid of the skin first
   * @param u arc around the head from the middle of the face, mm
   * @param v height on the undeformed head above the brows, mm
   * @param at where to write the place
   */
  void place(float[] positions, float u, float v, int at) {
    int column = 0;
    while (column < us.length - 2 && us[column + 1] <= u) {
      column++;
    }
    int row = 0;
    while (row < vs.length - 2 && vs[row + 1] >= v) {
      row++;
    }
    float across = Kernel.clamp((u - us[column]) / (us[column + 1] - us[column]));
    float down = Kernel.clamp((vs[row] - v) / (vs[row] - vs[row + 1]));
    int upper = 3 * (row * us.length + column);
    int lower = upper + 3 * us.length;
    for (int k = 0; k < 3; k++) {
      float above = Kernel.mix(positions[upper + k], positions[upper + 3 + k], across);
      float below = Kernel.mix(positions[lower + k], positions[lower + 3 + k], across);
      positions[at + k] = Kernel.mix(above, below, down);
    }
  }
}
