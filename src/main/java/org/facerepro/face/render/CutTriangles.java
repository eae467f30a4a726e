package org.facerepro.face.render;

import java.util.ArrayList;
import java.util.List;

/**
 * The triangles that the near or far plane cuts, as the pieces that are left of them. Rare, hence
 * plain rather than fast. Reused; not thread-safe.
 */
final class CutTriangles {
  /**
   * A triangle, clockwise on the picture: places in steps of 1/256 pixel and inverse depths.
   *
   * @param id offset of the first corner of the triangle that it was cut from
   */
  record Piece(
      int id, int ax, int ay, float aw, int bx, int by, float bw, int cx, int cy, float cw) {}

  private final List<Piece> pieces = new ArrayList<>();

  /** Returns the pieces that turn to the camera. */
  List<Piece> pieces() {
    return pieces;
  }

  void clear() {
    pieces.clear();
  }

  /** Cuts the triangles of a projected face that do not lie wholly between the planes. */
  void cut(ViewMesh mesh, ViewPose pose) {
    for (int i = 0; i < mesh.triangles.length; i += 3) {
      if (!mesh.whole(i)) {
        cut(mesh, pose, i);
      }
    }
  }

  private void cut(ViewMesh mesh, ViewPose pose, int id) {
    List<double[]> corners = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      corners.add(inCamera(mesh, pose, mesh.triangles[id + i]));
    }
    List<double[]> left = behind(behind(corners, pose.near(), 1), -pose.far(), -1);
    for (int i = 2; i < left.size(); i++) {
      add(pose, id, left.get(0), left.get(i), left.get(i - 1));
    }
  }

  private static double[] inCamera(ViewMesh mesh, ViewPose pose, int vertex) {
    int at = mesh.at + 3 * vertex;
    double x = mesh.positions[at];
    double y = mesh.positions[at + 1];
    double z = mesh.positions[at + 2];
    double[] c = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      c[axis] = pose.inCamera(axis, x, y, z);
    }
    return c;
  }

  /** Returns the part of a convex polygon where {@code sign · depth >= limit}. */
  private static List<double[]> behind(List<double[]> polygon, double limit, int sign) {
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < polygon.size(); i++) {
      double[] from = polygon.get(i);
      double[] to = polygon.get((i + 1) % polygon.size());
      double a = -sign * from[2] - limit;
      double b = -sign * to[2] - limit;
      if (a >= 0) {
        kept.add(from);
      }
      if (a >= 0 != b >= 0) {
        double t = a / (a - b);
        kept.add(
            new double[] {
              from[0] + t * (to[0] - from[0]),
              from[1] + t * (to[1] - from[1]),
              from[2] + t * (to[2] - from[2])
            });
      }
    }
    return kept;
  }

  private void add(ViewPose pose, int id, double[] a, double[] b, double[] c) {
    int ax = x(pose, a);
    int ay = y(pose, a);
    int bx = x(pose, b);
    int by = y(pose, b);
    int cx = x(pose, c);
    int cy = y(pose, c);
    if ((long) (bx - ax) * (cy - ay) > (long) (cx - ax) * (by - ay)) {
      pieces.add(new Piece(id, ax, ay, w(a), bx, by, w(b), cx, cy, w(c)));
    }
  }

  private static int x(ViewPose pose, double[] c) {
    double x = pose.principalX() + pose.focal() * c[0] / -c[2];
    return ViewMesh.step((float) (ViewMesh.SUBPIXEL * x));
  }

  private static int y(ViewPose pose, double[] c) {
    double y = pose.principalY() - pose.focal() * c[1] / -c[2];
    return ViewMesh.step((float) (ViewMesh.SUBPIXEL * y));
  }

  private static float w(double[] c) {
    return (float) (-1 / c[2]);
  }
}
