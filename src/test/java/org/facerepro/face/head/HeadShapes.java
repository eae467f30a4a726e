package org.facerepro.face.head;

import java.util.Map;

/** What the tests of the head measure on it. */
final class HeadShapes {
  static final HeadMesh MESH = new HeadMesh();
  static final int[] TRIANGLES = MESH.copyTriangles();

  private HeadShapes() {}

  static float[] push(ShapeComponent component) {
    float[] out = new float[3 * MESH.vertexCount()];
    Displacement.of(MESH, component).add(out, 1);
    return out;
  }

  static float[] push(ExpressionComponent component) {
    float[] out = new float[3 * MESH.vertexCount()];
    Displacement.of(MESH, component).add(out, 1);
    return out;
  }

  static float[] shaped(Map<ShapeComponent, Double> shape) {
    float[] out = MESH.copyPositions();
    shape.forEach((c, amount) -> Displacement.of(MESH, c).add(out, amount.floatValue()));
    MESH.lids().settle(out);
    return out;
  }

  static double size(float[] push, int vertex) {
    int at = 3 * vertex;
    return Math.sqrt(
        push[at] * push[at] + push[at + 1] * push[at + 1] + push[at + 2] * push[at + 2]);
  }

  /** Returns the largest displacement of a vertex of skin or ear, mm. */
  static double largest(float[] push) {
    double largest = 0;
    for (int i = 0; i < MESH.skinEnd(); i++) {
      largest = Math.max(largest, size(push, i));
    }
    return largest;
  }

  /** Returns the place of a point of the 68, counted from 1. */
  static double[] point(float[] positions, int number) {
    int at = 3 * MESH.landmarks(LandmarkSet.IBUG_68).get(number - 1).vertex();
    return new double[] {positions[at], positions[at + 1], positions[at + 2]};
  }

  static double distance(float[] positions, int a, int b) {
    double[] p = point(positions, a);
    double[] q = point(positions, b);
    return Math.sqrt(
        (p[0] - q[0]) * (p[0] - q[0])
            + (p[1] - q[1]) * (p[1] - q[1])
            + (p[2] - q[2]) * (p[2] - q[2]));
  }

  /** Returns the normal of a triangle, as long as twice its area. */
  static double[] normal(float[] p, int offset) {
    int a = 3 * TRIANGLES[offset];
    int b = 3 * TRIANGLES[offset + 1];
    int c = 3 * TRIANGLES[offset + 2];
    double ux = p[b] - p[a];
    double uy = p[b + 1] - p[a + 1];
    double uz = p[b + 2] - p[a + 2];
    double vx = p[c] - p[a];
    double vy = p[c + 1] - p[a + 1];
    double vz = p[c + 2] - p[a + 2];
    return new double[] {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
  }

  /** Returns the share of the triangles whose normal turned by more than a right angle. */
  static double flipped(float[] rest, float[] deformed) {
    int flipped = 0;
    for (int t = 0; t < TRIANGLES.length; t += 3) {
      double[] a = normal(rest, t);
      double[] b = normal(deformed, t);
      flipped += a[0] * b[0] + a[1] * b[1] + a[2] * b[2] < 0 ? 1 : 0;
    }
    return 3.0 * flipped / TRIANGLES.length;
  }
}
