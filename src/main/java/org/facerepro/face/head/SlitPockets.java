package org.facerepro.face.head;

import java.util.ArrayList;
import java.util.List;

/**
 * The pockets behind the slits of the skin, between the lips and between the lids: walls that begin
 * at the slit's edges, close at its corners and meet at the back, so that whatever opens the slit,
 * and from wherever it is seen, nothing behind the head shows through it.
 */
final class SlitPockets {
  /** How far the mouth's walls rise behind the lips, and how far its back lies behind them, mm. */
  private static final float MOUTH_RISE = 10;

  private static final float MOUTH_FALL = 14;
  private static final float BEHIND_LIPS = 3;
  private static final float MOUTH_DEPTH = 30;
  private static final float EYE_DEPTH = 14;

  /** Where the flesh of a lid's wall takes its paint on the ball, from front to back, mm. */
  private static final float[] FLESH = {13, 19};

  private final MeshBuilder mesh;
  private final SkinGrid grid;
  private final float[] skin;
  private final List<Integer> seams = new ArrayList<>();

  private SlitPockets(MeshBuilder mesh, SkinGrid grid) {
    this.mesh = mesh;
    this.grid = grid;
    skin = mesh.positions();
  }

  /** Appends all pockets; returns pairs of a vertex and the skin's that it always lies on. */
  static int[] build(MeshBuilder mesh, SkinGrid grid) {
    SlitPockets pockets = new SlitPockets(mesh, grid);
    int lips = grid.upperLipRow() + 1;
    for (int[] slit : grid.slits(mesh, lips)) {
      pockets.mouth(lips, slit[0], slit[1]);
    }
    int lids = grid.upperLidRow();
    for (int[] slit : grid.slits(mesh, lids)) {
      pockets.eye(lids, slit[0], slit[1]);
    }
    return pockets.seams.stream().mapToInt(i -> i).toArray();
  }

  private void mouth(int row, int from, int to) {
    SurfacePoint middle = BaseHead.place(0, FacePlan.MOUTH_Y);
    SurfacePoint skull = middle.of(HeadPart.MOUTH_CAVITY);
    SurfacePoint jaw = middle.of(HeadPart.LOWER_TEETH);
    int first = mesh.size();
    for (int c = from; c <= to; c++) {
      int upper = grid.vertex(row, c);
      int lower = grid.vertex(row + 1, c);
      float deep = depth(c, from, to);
      SurfacePoint above = deep == 0 ? lining(upper) : skull;
      SurfacePoint below = deep == 0 ? lining(lower) : jaw;
      float u = HeadAtlas.cavity() + skin[3 * upper];
      seam(upper, u, 3);
      add(upper, lining(upper), deep, MOUTH_RISE, BEHIND_LIPS, u, 3);
      add(upper, above, deep, MOUTH_RISE, MOUTH_DEPTH, u, 3);
      add(lower, below, deep, -MOUTH_FALL, MOUTH_DEPTH, u, 3);
      add(lower, lining(lower), deep, -MOUTH_FALL, BEHIND_LIPS, u, 3);
      seam(lower, u, 3);
    }
    walls(first, 6, to - from);
  }

  private void eye(int row, int from, int to) {
    int side = skin[3 * grid.vertex(row, from)] > 0 ? 1 : -1;
    float front = HeadAtlas.eye(side) + FLESH[0];
    float back = HeadAtlas.eye(side) + FLESH[1];
    int first = mesh.size();
    for (int c = from; c <= to; c++) {
      int upper = grid.vertex(row, c);
      int lower = grid.vertex(row + 1, c);
      float deep = depth(c, from, to);
      seam(upper, front, 0);
      add(upper, lining(upper), deep, 0, EYE_DEPTH, back, 0);
      add(lower, lining(lower), deep, 0, EYE_DEPTH, back, 0);
      seam(lower, front, 0);
    }
    walls(first, 4, to - from);
  }

  /** Returns 1 in the middle of a slit and 0 at its corners. */
  private static float depth(int column, int from, int to) {
    float t = 2f * (column - from) / (to - from) - 1;
    return (float) Math.sqrt(1 - t * t * t * t);
  }

  private SurfacePoint lining(int vertex) {
    return mesh.points.get(vertex).of(HeadPart.LINING);
  }

  private void seam(int edge, float u, float v) {
    int at = 3 * edge;
    seams.add(mesh.add(lining(edge), skin[at], skin[at + 1], skin[at + 2], u, v));
    seams.add(edge);
  }

  /** Appends a vertex up and behind an edge, or on it where the pocket has no depth. */
  private void add(
      int edge, SurfacePoint plan, float deep, float up, float behind, float u, float v) {
    if (deep == 0) {
      seam(edge, u, v);
      return;
    }
    int at = 3 * edge;
    float y = skin[at + 1] + deep * up;
    mesh.add(plan, skin[at], y, skin[at + 2] - deep * behind, u, v);
  }

  /** Joins vertices that lie column by column, {@code length} in each. */
  private void walls(int first, int length, int cells) {
    for (int c = 0; c < cells; c++) {
      for (int r = 0; r + 1 < length; r++) {
        int a = first + c * length + r;
        mesh.quad(a, a + length, a + 1, a + length + 1);
      }
    }
  }
}
