package org.facerepro.face.paint;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.person.HairPlan;

/**
 * How deep inside the hair each place of the head lies in one picture, on a grid of four
 * millimetres: cheap enough to be made anew for every picture, so that hair can change.
 *
 * <p>A worker owns one.
 */
public final class HairField {
  private static final float CELL = 4;
  private static final int COLUMNS = 76;
  private static final int ROWS = 60;
  private static final float LEFT = -CELL * (COLUMNS - 1) / 2;
  private static final float TOP = 122;

  private final float[] depth = new float[COLUMNS * ROWS];

  /** Fills the grid from the hair of one picture. */
  public void fill(HairPlan plan) {
    for (int i = 0; i < COLUMNS; i++) {
      HairPlan.Meridian line = plan.at(LEFT + CELL * i);
      for (int j = 0; j < ROWS; j++) {
        depth[j * COLUMNS + i] = line.depth(TOP - CELL * j);
      }
    }
  }

  /** Where places lie on the grid, found once for all pictures. */
  public static final class Places {
    private final int[] cells;
    private final float[] across;
    private final float[] down;

    /** Makes room for a number of places. */
    public Places(int count) {
      cells = new int[count];
      across = new float[count];
      down = new float[count];
    }

    /** Names a place. */
    public void set(int place, float u, float y) {
      float fx = Kernel.clamp((u - LEFT) / CELL, 0, COLUMNS - 1.001f);
      float fy = Kernel.clamp((TOP - y) / CELL, 0, ROWS - 1.001f);
      int column = (int) fx;
      int row = (int) fy;
      cells[place] = row * COLUMNS + column;
      across[place] = fx - column;
      down[place] = fy - row;
    }
  }

  /** Returns how deep inside the hair a named place lies, mm; negative on bare skin. */
  public float depth(Places places, int place) {
    return between(places.cells[place], places.across[place], places.down[place]);
  }

  /** Returns how deep inside the hair a place lies, mm; negative on bare skin. */
  public float depth(float u, float y) {
    float fx = Kernel.clamp((u - LEFT) / CELL, 0, COLUMNS - 1.001f);
    float fy = Kernel.clamp((TOP - y) / CELL, 0, ROWS - 1.001f);
    int ix = (int) fx;
    int iy = (int) fy;
    return between(iy * COLUMNS + ix, fx - ix, fy - iy);
  }

  private float between(int a, float wx, float wy) {
    float above = depth[a] + (depth[a + 1] - depth[a]) * wx;
    float below = depth[a + COLUMNS] + (depth[a + COLUMNS + 1] - depth[a + COLUMNS]) * wx;
    return above + (below - above) * wy;
  }
}
