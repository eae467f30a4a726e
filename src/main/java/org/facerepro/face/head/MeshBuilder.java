package org.facerepro.face.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the vertices and triangles of the head's pieces. */
final class MeshBuilder {
  final List<SurfacePoint> points = new ArrayList<>();
  private float[] positions = new float[1 << 15];
  private float[] texture = new float[1 << 15];
  private int[] triangles = new int[1 << 16];
  private int indices;

  int size() {
    return points.size();
  }

  /**
   * Adds a vertex.
   *
   * @param plan place on the undeformed head that decides how it is deformed
   * @param u where the paint is taken from, mm
   * @param v where the paint is taken from, mm
   */
  int add(SurfacePoint plan, float x, float y, float z, float u, float v) {
    int at = 3 * size();
    if (at + 3 > positions.length) {
      positions = Arrays.copyOf(positions, 2 * positions.length);
      texture = Arrays.copyOf(texture, 2 * texture.length);
    }
    positions[at] = x;
    positions[at + 1] = y;
    positions[at + 2] = z;
    texture[2 * size()] = u;
    texture[2 * size() + 1] = v;
    points.add(plan);
    return size() - 1;
  }

  /** Adds a place of the skin with its features. */
  int addSkin(SurfacePoint p) {
    int vertex =
        add(p, p.x(), FacePlan.HEIGHT_SCALE * p.y(), p.z(), p.u(), BaseHead.painted(p.y()));
    BaseHead.addFeatures(p, positions, 3 * vertex);
    return vertex;
  }

  /** Moves a vertex. */
  void push(int vertex, float dx, float dy, float dz) {
    positions[3 * vertex] += dx;
    positions[3 * vertex + 1] += dy;
    positions[3 * vertex + 2] += dz;
  }

  /** Adds the two triangles of a cell whose corners are given row by row. */
  void quad(int a, int b, int c, int d) {
    triangle(a, c, b);
    triangle(b, c, d);
  }

  void triangle(int a, int b, int c) {
    if (indices + 3 > triangles.length) {
      triangles = Arrays.copyOf(triangles, 2 * triangles.length);
    }
    triangles[indices] = a;
    triangles[indices + 1] = b;
    triangles[indices + 2] = c;
    indices += 3;
  }

  int indexCount() {
    return indices;
  }

  float[] positions() {
    return Arrays.copyOf(positions, 3 * size());
  }

  float[] texture() {
    return Arrays.copyOf(texture, 2 * size());
  }

  int[] triangles() {
    return Arrays.copyOf(triangles, indices);
  }
}
