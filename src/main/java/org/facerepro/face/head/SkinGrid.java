package org.facerepro.face.head;

import java.util.ArrayList;
import java.util.List;

/**
 * The grid of the skin, dense at eyes, nose and mouth, with slits between the lids and between the
 * lips.
 */
final class SkinGrid {
  private static final int SKULL_ROWS = 8;

  /** Where the lids' corners are closed by skin, for the ball does not reach them. */
  private static final float OPEN = 0.36f;

  private final double[] angles = angles();
  private final List<Float> rows = new ArrayList<>();
  private final int upperLid;
  private final int upperLip;

  SkinGrid() {
    for (int i = 0; i < SKULL_ROWS; i++) {
      float t = (float) i / SKULL_ROWS;
      rows.add(FacePlan.TOP - (FacePlan.TOP - 64) * t * (0.35f + 0.65f * t));
    }
    rows(64, 30, 7);
    rows(30, 13, 6);
    rows(13, FacePlan.EYE_Y + FacePlan.EYE_GAP, 8);
    upperLid = rows.size();
    rows.add(FacePlan.EYE_Y + FacePlan.EYE_GAP);
    rows(FacePlan.EYE_Y - FacePlan.EYE_GAP, -16, 7);
    rows(-16, -61, 18);
    rows(-61, FacePlan.MOUTH_Y + FacePlan.MOUTH_GAP, 6);
    upperLip = rows.size();
    rows.add(FacePlan.MOUTH_Y + FacePlan.MOUTH_GAP);
    rows.add(FacePlan.MOUTH_Y + FacePlan.MOUTH_GAP / 2);
    rows.add(FacePlan.MOUTH_Y - FacePlan.MOUTH_GAP / 2);
    rows(FacePlan.MOUTH_Y - FacePlan.MOUTH_GAP, -84, 8);
    rows(-84, FacePlan.CHIN, 10);
    for (float y : new float[] {FacePlan.CHIN, -121, -125, -130, -152, -174, -215}) {
      rows.add(y);
    }
  }

  private void rows(float from, float to, int steps) {
    for (int i = 0; i < steps; i++) {
      rows.add(from + (to - from) * i / steps);
    }
  }

  private static double[] angles() {
    List<Double> right = new ArrayList<>();
    spread(right, 13.2, 8);
    spread(right, 39.6, 15);
    spread(right, 63.6, 9);
    spread(right, 112, 10);
    spread(right, 180, 5);
    double[] all = new double[2 * right.size() + 1];
    for (int i = 0; i < right.size(); i++) {
      double radians = StrictMath.toRadians(right.get(i));
      all[right.size() + 1 + i] = radians;
      all[right.size() - 1 - i] = -radians;
    }
    return all;
  }

  private static void spread(List<Double> out, double to, int steps) {
    double from = out.isEmpty() ? 0 : out.get(out.size() - 1);
    for (int i = 1; i <= steps; i++) {
      out.add(from + (to - from) * i / steps);
    }
  }

  /** Appends vertices and triangles. */
  void build(MeshBuilder mesh) {
    for (int r = 0; r < rows.size(); r++) {
      for (double angle : angles) {
        addVertex(mesh, r, angle);
      }
    }
    for (int r = 0; r + 1 < rows.size(); r++) {
      for (int c = 0; c + 1 < angles.length; c++) {
        if (!hole(mesh, r, c)) {
          int below = vertex(r + 1, c);
          mesh.quad(vertex(r, c), vertex(r, c + 1), below, below + 1);
        }
      }
    }
  }

  private void addVertex(MeshBuilder mesh, int r, double angle) {
    float row = rows.get(r);
    SurfacePoint straight = BaseHead.place(angle, row);
    float shift = straight.front() > 0 ? LidPlan.rowShift(straight.x(), row) : 0;
    SurfacePoint p = shift == 0 ? straight : BaseHead.place(angle, row + shift);
    int vertex = mesh.addSkin(p);
    if (r == upperLip + 1 || r == upperLip + 2) {
      float inner = lipWeight(p);
      mesh.push(vertex, 0, (r == upperLip + 1 ? -0.6f : 0.6f) * inner, -5.5f * inner);
    }
  }

  private static float lipWeight(SurfacePoint p) {
    float t = p.x() / (FacePlan.MOUTH_HALF - 1);
    return p.front() * (float) Math.sqrt(Math.max(0, 1 - t * t));
  }

  /** Returns the columns at which the slit below a row begins and ends, for each of its slits. */
  List<int[]> slits(MeshBuilder mesh, int row) {
    List<int[]> out = new ArrayList<>();
    for (int c = 0; c + 1 < angles.length; c++) {
      boolean before = c > 0 && hole(mesh, row, c - 1);
      if (hole(mesh, row, c) && !before) {
        out.add(new int[] {c, c});
      }
      if (hole(mesh, row, c)) {
        out.get(out.size() - 1)[1] = c + 1;
      }
    }
    return out;
  }

  /** Returns whether a cell is left open, between lids or lips. */
  boolean hole(MeshBuilder mesh, int r, int c) {
    SurfacePoint a = mesh.points.get(vertex(r, c));
    SurfacePoint b = mesh.points.get(vertex(r, c + 1));
    if (a.front() == 0) {
      return false;
    }
    if (r == upperLid) {
      return inEye(a.x()) && inEye(b.x());
    }
    return r == upperLip + 1
        && Math.max(Math.abs(a.x()), Math.abs(b.x())) < FacePlan.MOUTH_HALF - 1;
  }

  private static boolean inEye(float x) {
    return LidPlan.inside(Math.abs(x) - FacePlan.EYE_X) > OPEN;
  }

  /** Returns the row of the upper lip's edge; the lower lip's is the third after it. */
  int upperLipRow() {
    return upperLip;
  }

  int vertex(int row, int column) {
    return row * angles.length + column;
  }

  int rowCount() {
    return rows.size();
  }

  int columns() {
    return angles.length;
  }

  /** Returns the row of the upper lid's edge; the lower lid's follows it. */
  int upperLidRow() {
    return upperLid;
  }
}
