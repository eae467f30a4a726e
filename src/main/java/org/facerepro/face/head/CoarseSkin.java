package org.facerepro.face.head;

import java.util.Arrays;

/**
 * The skin's grid with every two by two cells drawn as one where none is open and all lie nearly in
 * a plane: a surface without cracks, for shadows.
 */
final class CoarseSkin {
  /**
   * The sides of a block, left, lower, right, upper: row and column of the first corner, of the way
   * from there to the middle, and of the way to the block beyond.
   */
  private static final int[][] SIDES = {
    {0, 0, 1, 0, 0, -2}, {2, 0, 0, 1, 2, 0}, {2, 2, -1, 0, 0, 2}, {0, 2, 0, -1, -2, 0}
  };

  /** Farthest from the line through its neighbours that a left out vertex may lie, mm. */
  private static final double FLAT = 1.0;

  private final SkinGrid grid;
  private final MeshBuilder fine;
  private final float[] positions;
  private final MeshBuilder out = new MeshBuilder();
  private final int[] outline = new int[8];

  private CoarseSkin(SkinGrid grid, MeshBuilder fine) {
    this.grid = grid;
    this.fine = fine;
    positions = fine.positions();
  }

  /** Returns the triangles; their corners are vertices of the fine grid. */
  static int[] triangles(SkinGrid grid, MeshBuilder fine) {
    CoarseSkin skin = new CoarseSkin(grid, fine);
    for (int r = 0; r + 1 < grid.rowCount(); r += 2) {
      for (int c = 0; c + 1 < grid.columns(); c += 2) {
        skin.block(r, c);
      }
    }
    return skin.out.triangles();
  }

  private void block(int r, int c) {
    if (whole(r, c)) {
      fan(r, c);
      return;
    }
    for (int k = 0; k < 4; k++) {
      int row = r + k / 2;
      int column = c + k % 2;
      if (inside(row, column) && !grid.hole(fine, row, column)) {
        int below = grid.vertex(row + 1, column);
        out.quad(grid.vertex(row, column), grid.vertex(row, column + 1), below, below + 1);
      }
    }
  }

  private boolean inside(int row, int column) {
    return row >= 0 && column >= 0 && row + 1 < grid.rowCount() && column + 1 < grid.columns();
  }

  private boolean whole(int r, int c) {
    for (int k = 0; k < 4; k++) {
      int row = r + k / 2;
      int column = c + k % 2;
      if (!inside(row, column) || grid.hole(fine, row, column)) {
        return false;
      }
    }
    return flat(r, c);
  }

  /** Returns whether the middles of the block's rows and columns lie near those of their ends. */
  private boolean flat(int r, int c) {
    for (int k = 0; k < 3; k++) {
      int left = grid.vertex(r + k, c);
      int upper = grid.vertex(r, c + k);
      if (rise(left, left + 1, left + 2) > FLAT
          || rise(upper, grid.vertex(r + 1, c + k), grid.vertex(r + 2, c + k)) > FLAT) {
        return false;
      }
    }
    return true;
  }

  /** Returns how far a vertex lies from the line through two others, mm. */
  private double rise(int from, int middle, int to) {
    double[] along = way(from, to);
    double[] up = way(from, middle);
    double x = along[1] * up[2] - along[2] * up[1];
    double y = along[2] * up[0] - along[0] * up[2];
    double z = along[0] * up[1] - along[1] * up[0];
    return Math.sqrt(x * x + y * y + z * z) / length(along);
  }

  private double[] way(int from, int to) {
    double[] out = new double[3];
    Arrays.setAll(out, k -> (double) positions[3 * to + k] - positions[3 * from + k]);
    return out;
  }

  private static double length(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }

  /**
   * Draws a block as a fan around the middle of a side that it shares with cells, if any; two and
   * two triangles run around their common edge as those of a cell do.
   */
  private void fan(int r, int c) {
    int n = 0;
    int hub = 0;
    for (int[] side : SIDES) {
      int row = r + side[0];
      int column = c + side[1];
      outline[n++] = grid.vertex(row, column);
      if (split(r + side[4], c + side[5])) {
        hub = n;
        outline[n++] = grid.vertex(row + side[2], column + side[3]);
      }
    }
    for (int i = 1; i + 1 < n; i += 2) {
      out.triangle(outline[(hub + i) % n], outline[(hub + i + 1) % n], outline[hub]);
      if (i + 2 < n) {
        out.triangle(outline[hub], outline[(hub + i + 1) % n], outline[(hub + i + 2) % n]);
      }
    }
  }

  private boolean split(int r, int c) {
    return inside(r, c) && !whole(r, c);
  }
}
