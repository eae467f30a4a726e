package org.facerepro.face.render;

/**
 * One triangle on the picture, its corners a, b and c clockwise, y down. Places are steps of 1/256
 * pixel. Reused; not thread-safe.
 */
final class Corners {
  /** Extent in steps up to which 32 bits hold which side of an edge a nearby point lies on. */
  private static final int SMALL = 64 * ViewMesh.SUBPIXEL;

  /** Offset of the first corner of the triangle, or of the one that this is a piece of. */
  int id;

  int ax;
  int ay;
  int bx;
  int by;
  int cx;
  int cy;

  /** Box. */
  int minX;

  int maxX;
  int minY;
  int maxY;

  /** Inverse depth at a, and its growth by a step to the right and down. */
  float depth;

  float right;
  float down;

  /** Takes a triangle that turns to the camera. */
  void take(ViewMesh mesh, int triangle) {
    int a = mesh.triangles[triangle];
    int b = mesh.triangles[triangle + 2];
    int c = mesh.triangles[triangle + 1];
    int[] p = mesh.places;
    float[] w = mesh.inverseDepth;
    id = triangle;
    place(p[2 * a], p[2 * a + 1], p[2 * b], p[2 * b + 1], p[2 * c], p[2 * c + 1]);
    tilt(w[a], w[b], w[c]);
  }

  void take(CutTriangles.Piece p) {
    id = p.id();
    place(p.ax(), p.ay(), p.bx(), p.by(), p.cx(), p.cy());
    tilt(p.aw(), p.bw(), p.cw());
  }

  private void place(int ax, int ay, int bx, int by, int cx, int cy) {
    this.ax = ax;
    this.ay = ay;
    this.bx = bx;
    this.by = by;
    this.cx = cx;
    this.cy = cy;
    minX = Math.min(ax, Math.min(bx, cx));
    maxX = Math.max(ax, Math.max(bx, cx));
    minY = Math.min(ay, Math.min(by, cy));
    maxY = Math.max(ay, Math.max(by, cy));
  }

  private void tilt(float wa, float wb, float wc) {
    long area = (long) (bx - ax) * (cy - ay) - (long) (cx - ax) * (by - ay);
    float ofB = (wb - wa) / area;
    float ofC = (wc - wa) / area;
    depth = wa;
    right = (cy - ay) * ofB - (by - ay) * ofC;
    down = (bx - ax) * ofC - (cx - ax) * ofB;
  }

  boolean small() {
    return ((maxX - minX) | (maxY - minY)) < SMALL;
  }

  /**
   * Returns which side of an edge a point lies on: at least 0 inside; points on the edge itself
   * count as inside a left or upper edge only.
   */
  static long edge(int ax, int ay, int bx, int by, int px, int py) {
    long side = (long) (bx - ax) * (py - ay) - (long) (by - ay) * (px - ax);
    return side + rule(bx - ax, by - ay);
  }

  /** Returns 0 for a left or upper edge and -1 for others. */
  static int rule(int dx, int dy) {
    return ~(int) ((((long) dy << 32) - dx) >> 63);
  }
}
