package org.facerepro.face.head;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.face.draw.Kernel;

/** Keeps the lids in front of the eyeballs and closes them over the balls; immutable. */
public final class LidRest {
  private static final float THICKNESS = 0.7f;

  /** Distances from the axis, in radii, up to which the edges lie on the ball not at all, fully. */
  private static final float EDGE_REACH = 1.02f;

  private static final float EDGE_FIRM = 0.7f;

  private static final float APEX = FacePlan.EYEBALL_RADIUS + EyeballMesh.CORNEA_RISE;

  /** How far a row above the upper lid's edge follows it down, from the edge upwards. */
  private static final float[] FOLLOW = {1, 0.93f, 0.76f, 0.5f, 0.24f, 0.08f};

  private final int[] eyeballs;
  private final int[][] near = new int[2][];
  private final int[][] edges = new int[2][];
  private final int[][] columns = new int[2][];
  private final int[][] riders = new int[2][];
  private final int stride;

  LidRest(HeadMesh mesh, SkinGrid grid) {
    eyeballs = new int[] {mesh.eyeball(0), mesh.eyeball(1)};
    stride = grid.columns();
    for (int side = 0; side < 2; side++) {
      near[side] = near(mesh, side);
      columns[side] = columns(mesh, grid, side);
      edges[side] = edges(columns[side]);
      riders[side] = riders(mesh, columns[side]);
    }
  }

  /** Finds the landmarks on the upper edge; each follows the edge's nearest vertex. */
  private static int[] riders(HeadMesh mesh, int[] upper) {
    List<Integer> out = new ArrayList<>();
    for (int i = mesh.firstLandmark(); i < mesh.vertexCount(); i++) {
      SurfacePoint p = mesh.point(i);
      float ex = Math.abs(p.x()) - FacePlan.EYE_X;
      float off = p.y() - FacePlan.EYE_Y - LidPlan.top(ex);
      boolean here = p.x() > 0 == mesh.point(upper[0]).x() > 0;
      if (here && LidPlan.inside(ex) > 0.2f && Math.abs(off) < 0.3f) {
        out.add(i);
        out.add(nearest(mesh, upper, p.x()));
      }
    }
    return out.stream().mapToInt(i -> i).toArray();
  }

  private static int nearest(HeadMesh mesh, int[] upper, float x) {
    int best = upper[0];
    for (int edge : upper) {
      if (Math.abs(mesh.point(edge).x() - x) < Math.abs(mesh.point(best).x() - x)) {
        best = edge;
      }
    }
    return best;
  }

  private static int[] near(HeadMesh mesh, int side) {
    float centre = side == 0 ? -FacePlan.EYE_X : FacePlan.EYE_X;
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < mesh.vertexCount(); i++) {
      SurfacePoint p = mesh.point(i);
      boolean skin = p.part() == HeadPart.SKIN && p.front() > 0;
      float dx = p.x() - centre;
      float dy = p.y() - FacePlan.EYE_Y;
      if (skin && dx * dx + dy * dy < 17 * 17) {
        out.add(i);
      }
    }
    return out.stream().mapToInt(i -> i).toArray();
  }

  private static int[] columns(HeadMesh mesh, SkinGrid grid, int side) {
    List<Integer> out = new ArrayList<>();
    for (int c = 0; c < grid.columns(); c++) {
      int vertex = grid.vertex(grid.upperLidRow(), c);
      SurfacePoint p = mesh.point(vertex);
      boolean here = p.x() > 0 == side > 0 && p.front() > 0;
      if (here && LidPlan.inside(Math.abs(p.x()) - FacePlan.EYE_X) > 0) {
        out.add(vertex);
      }
    }
    return out.stream().mapToInt(i -> i).toArray();
  }

  private int[] edges(int[] upper) {
    int[] out = new int[2 * upper.length];
    for (int i = 0; i < upper.length; i++) {
      out[2 * i] = upper[i];
      out[2 * i + 1] = upper[i] + stride;
    }
    return out;
  }

  /**
   * Lowers the upper lids.
   *
   * @param left share of the way to the lower lid for the eye on the left of the picture, 0 open, 1
   *     closed; negative opens wider
   */
  public void close(float[] positions, float left, float right) {
    close(positions, 0, left);
    close(positions, 1, right);
  }

  private void close(float[] positions, int side, float share) {
    if (share == 0) {
      return;
    }
    int[] follow = riders[side];
    for (int i = 0; i < follow.length; i += 2) {
      int upper = 3 * follow[i + 1];
      int lower = upper + 3 * stride;
      positions[3 * follow[i]] += share * (positions[lower] - positions[upper]);
      positions[3 * follow[i] + 1] += share * (positions[lower + 1] - positions[upper + 1]);
    }
    for (int edge : columns[side]) {
      int upper = 3 * edge;
      int lower = 3 * (edge + stride);
      float dx = share * (positions[lower] - positions[upper]);
      float dy = share * (positions[lower + 1] - positions[upper + 1] - 0.15f);
      for (int k = 0; k < FOLLOW.length; k++) {
        int at = 3 * (edge - k * stride);
        positions[at] += FOLLOW[k] * dx;
        positions[at + 1] += FOLLOW[k] * dy;
      }
    }
  }

  /** Pushes the skin around the eyes out of the balls and lays the lids' edges on them. */
  public void settle(float[] positions) {
    for (int side = 0; side < 2; side++) {
      int apex = 3 * eyeballs[side];
      float cx = positions[apex];
      float cy = positions[apex + 1];
      float cz = positions[apex + 2] - APEX;
      for (int vertex : near[side]) {
        float z = cz + height(positions, vertex, cx, cy);
        positions[3 * vertex + 2] = Math.max(positions[3 * vertex + 2], z);
      }
      for (int vertex : edges[side]) {
        float dx = positions[3 * vertex] - cx;
        float dy = positions[3 * vertex + 1] - cy;
        float far = (float) Math.sqrt(dx * dx + dy * dy) / FacePlan.EYEBALL_RADIUS;
        float touch = Kernel.step(EDGE_REACH, EDGE_FIRM, far);
        if (touch > 0) {
          float z = cz + height(positions, vertex, cx, cy);
          positions[3 * vertex + 2] = Kernel.mix(positions[3 * vertex + 2], z, touch);
        }
      }
    }
  }

  /** Returns how far in front of the ball's centre a lid must lie. */
  private static float height(float[] positions, int vertex, float cx, float cy) {
    float dx = positions[3 * vertex] - cx;
    float dy = positions[3 * vertex + 1] - cy;
    float r = FacePlan.EYEBALL_RADIUS + THICKNESS;
    float away = dx * dx + dy * dy;
    float bulge = Math.max(0, 1 - away / (EyeballMesh.CORNEA_RADIUS * EyeballMesh.CORNEA_RADIUS));
    float inside = r * r - away;
    return inside > 0
        ? (float) Math.sqrt(inside) + EyeballMesh.CORNEA_RISE * bulge
        : Float.NEGATIVE_INFINITY;
  }
}
