package org.facerepro.face.draw;

/**
 * One place on a drawn triangle: the triangle, its corners and their shares in the place, corrected
 * for perspective. A cursor that is moved from pixel to pixel; not thread-safe.
 */
public final class Spot {
  private int triangle;
  private int a;
  private int b;
  private int c;
  private float shareA;
  private float shareB;
  private float shareC;
  private float inverseDepth;

  /**
   * Moves to where a picture point lies on a triangle, or on its plane outside it.
   *
   * @param screen packed x, y, w of all vertices; w is inverse depth
   * @param triangles three vertices each
   * @param triangle offset of the triangle's first corner
   */
  void move(float[] screen, int[] triangles, int triangle, double px, double py) {
    this.triangle = triangle;
    a = triangles[triangle];
    b = triangles[triangle + 1];
    c = triangles[triangle + 2];
    double ax = screen[3 * a];
    double ay = screen[3 * a + 1];
    double bx = screen[3 * b] - ax;
    double by = screen[3 * b + 1] - ay;
    double cx = screen[3 * c] - ax;
    double cy = screen[3 * c + 1] - ay;
    double inverse = 1 / (bx * cy - cx * by);
    double onB = ((px - ax) * cy - cx * (py - ay)) * inverse;
    double onC = (bx * (py - ay) - (px - ax) * by) * inverse;
    // The shares on the picture, weighted by inverse depth, are the shares on the surface.
    double wa = (1 - onB - onC) * screen[3 * a + 2];
    double wb = onB * screen[3 * b + 2];
    double wc = onC * screen[3 * c + 2];
    double sum = wa + wb + wc;
    inverseDepth = (float) sum;
    shareA = (float) (wa / sum);
    shareB = (float) (wb / sum);
    shareC = (float) (wc / sum);
  }

  /** Returns the offset of the triangle's first corner in the index array. */
  public int triangle() {
    return triangle;
  }

  /** Returns the inverse depth of the place. */
  public float inverseDepth() {
    return inverseDepth;
  }

  /** Returns the vertex with the largest share. */
  public int nearestVertex() {
    if (shareA >= shareB && shareA >= shareC) {
      return a;
    }
    return shareB >= shareC ? b : c;
  }

  /** Returns one interpolated number of a packed vertex array. */
  public float value(float[] attributes, int stride, int offset) {
    return shareA * attributes[a * stride + offset]
        + shareB * attributes[b * stride + offset]
        + shareC * attributes[c * stride + offset];
  }
}
