package org.facerepro.face.head;

/** What the tests of the head measure on it. */
final class HeadShapes {
  static final HeadMesh MESH = new HeadMesh();

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
}
