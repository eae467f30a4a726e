package org.facerepro.face.head;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.face.draw.Kernel;

/**
 * Closes the lips over whatever opening there is, and keeps the lower lip below the upper one;
 * immutable.
 */
public final class LipRest {
  /** Gap between lips that touch, mm. */
  private static final float SEALED = 0.1f;

  /** Shares of a closing that the lips go: the lower lip has the longer way. */
  private static final float LOWER_WAY = 2 / 3f;

  /** Heights up to which skin follows the edges, mm. */
  private static final float ABOVE = 22;

  private static final float BELOW = 26;

  private final int[] upper;
  private final int[] lower;

  /** The vertices that follow the edges, before which column each lies, and how far behind it. */
  private final int[] moved;

  private final int[] columns;
  private final float[] behind;

  /** How much of its lip's way a vertex goes; negative on the lower lip. */
  private final float[] follow;

  LipRest(HeadMesh mesh, SkinGrid grid) {
    List<Integer> edge = new ArrayList<>();
    for (int c = 0; c < grid.columns(); c++) {
      int vertex = grid.vertex(grid.upperLipRow(), c);
      SurfacePoint p = mesh.point(vertex);
      if (p.front() > 0 && Math.abs(p.x()) < FacePlan.MOUTH_HALF) {
        edge.add(vertex);
      }
    }
    upper = edge.stream().mapToInt(i -> i).toArray();
    lower = edge.stream().mapToInt(i -> i + 3 * grid.columns()).toArray();
    moved = followers(mesh);
    columns = new int[moved.length];
    behind = new float[moved.length];
    follow = new float[moved.length];
    for (int i = 0; i < moved.length; i++) {
      place(mesh, i);
    }
  }

  private int[] followers(HeadMesh mesh) {
    List<Integer> out = new ArrayList<>();
    float left = mesh.point(upper[0]).x();
    float right = mesh.point(upper[upper.length - 1]).x();
    for (int i = 0; i < mesh.vertexCount(); i++) {
      SurfacePoint p = mesh.point(i);
      boolean skin = p.part() == HeadPart.SKIN && p.front() > 0;
      if (skin && p.x() >= left && p.x() <= right && follow(p) != 0) {
        out.add(i);
      }
    }
    return out.stream().mapToInt(i -> i).toArray();
  }

  private static float follow(SurfacePoint p) {
    float up = p.y() - FacePlan.MOUTH_Y;
    return up > 0 ? Kernel.bell(0, up, 1, ABOVE) : -Kernel.bell(0, up, 1, BELOW);
  }

  private void place(HeadMesh mesh, int i) {
    SurfacePoint p = mesh.point(moved[i]);
    int column = 0;
    while (column + 2 < upper.length && mesh.point(upper[column + 1]).x() <= p.x()) {
      column++;
    }
    float from = mesh.point(upper[column]).x();
    columns[i] = column;
    behind[i] = (p.x() - from) / (mesh.point(upper[column + 1]).x() - from);
    follow[i] = follow(p);
  }

  /**
   * Brings the edges of the lips together, and moves them apart where they would cross.
   *
   * @param closed share of the way between the edges, held at 0, which leaves them, and 1, which
   *     closes them
   */
  public void settle(float[] positions, float closed) {
    float share = Kernel.clamp(closed);
    float[] gaps = new float[upper.length];
    float[] depths = new float[upper.length];
    boolean still = true;
    for (int c = 0; c < upper.length; c++) {
      int a = 3 * upper[c];
      int b = 3 * lower[c];
      float gap = positions[a + 1] - positions[b + 1] - SEALED;
      gaps[c] = gap < 0 ? gap : share * gap;
      depths[c] = gap < 0 ? 0 : share * (positions[a + 2] - positions[b + 2]);
      still &= gaps[c] == 0;
    }
    if (still) {
      return;
    }
    for (int i = 0; i < moved.length; i++) {
      int c = columns[i];
      float gap = Kernel.mix(gaps[c], gaps[c + 1], behind[i]);
      float depth = Kernel.mix(depths[c], depths[c + 1], behind[i]);
      float lowerWay = gap < 0 ? 0.5f : LOWER_WAY;
      float way = follow[i] > 0 ? 1 - lowerWay : lowerWay;
      positions[3 * moved[i] + 1] -= follow[i] * way * gap;
      positions[3 * moved[i] + 2] -= follow[i] * way * depth;
    }
  }
}
