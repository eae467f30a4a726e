package org.facerepro.face.draw;

/**
 * Two triangles {@code b, c, a} and {@code b, d, c} on both sides of an edge over their common box
 * of pixels, ready to be filled: edge values that are not negative inside, and nearness, at the
 * centre of the box's first pixel and how they grow. The second triangle may be missing.
 *
 * <p>Places are in 1/256 pixel from {@code b}; {@code a} lies where {@code c × a} is positive.
 */
final class TrianglePair {
  int idA;
  int idD;

  /** Offset of the box's first pixel. */
  int first;

  int columns;
  int rows;

  /** The common edge: not negative where the first triangle may lie, negative on the other side. */
  int edgeBc;

  int rightBc;
  int downBc;
  int edgeCa;
  int rightCa;
  int downCa;
  int edgeAb;
  int rightAb;
  int downAb;
  int edgeBd;
  int rightBd;
  int downBd;
  int edgeDc;
  int rightDc;
  int downDc;
  float nearA;
  float rightNearA;
  float downNearA;
  float nearD;
  float rightNearD;
  float downNearD;

  /** Names the pixels of the box in a map of {@code width} columns. */
  void box(int x0, int x1, int y0, int y1, int width) {
    first = y0 * width + x0;
    columns = x1 - x0 + 1;
    rows = y1 - y0 + 1;
  }

  /** Places the edges of the first triangle, seen from a pixel's centre. */
  void edgesA(int ax, int ay, int cx, int cy, int x, int y) {
    edgeBc = cross(cx, cy, x, y) + DepthRaster.rule(cx, cy);
    rightBc = -cy << DepthRaster.BITS;
    downBc = cx << DepthRaster.BITS;
    edgeCa = cross(ax - cx, ay - cy, x - cx, y - cy) + DepthRaster.rule(ax - cx, ay - cy);
    rightCa = (cy - ay) << DepthRaster.BITS;
    downCa = (ax - cx) << DepthRaster.BITS;
    edgeAb = cross(-ax, -ay, x, y) + DepthRaster.rule(-ax, -ay);
    rightAb = ay << DepthRaster.BITS;
    downAb = -ax << DepthRaster.BITS;
  }

  /** Places the other edges of the second triangle. */
  void edgesD(int dx, int dy, int cx, int cy, int x, int y) {
    edgeBd = cross(dx, dy, x, y) + DepthRaster.rule(dx, dy);
    rightBd = -dy << DepthRaster.BITS;
    downBd = dx << DepthRaster.BITS;
    edgeDc = cross(cx - dx, cy - dy, x - dx, y - dy) + DepthRaster.rule(cx - dx, cy - dy);
    rightDc = (dy - cy) << DepthRaster.BITS;
    downDc = (cx - dx) << DepthRaster.BITS;
  }

  /** Leaves the second triangle out. */
  void withoutD() {
    edgeBd = -1;
    rightBd = 0;
    downBd = 0;
    edgeDc = -1;
    rightDc = 0;
    downDc = 0;
    nearD = 0;
    rightNearD = 0;
    downNearD = 0;
  }

  /**
   * Spans nearness over the first triangle.
   *
   * @param w nearness of b
   * @param wa how much nearer a is
   * @param wc how much nearer c is
   * @param inverse 1 by twice the area
   */
  void planeA(
      float w, float wa, float wc, int ax, int ay, int cx, int cy, int x, int y, float inverse) {
    float gx = (wc * ay - wa * cy) * inverse;
    float gy = (wa * cx - wc * ax) * inverse;
    nearA = w + gx * x + gy * y;
    rightNearA = gx * DepthRaster.ONE;
    downNearA = gy * DepthRaster.ONE;
  }

  /** Spans nearness over the second triangle. */
  void planeD(
      float w, float wd, float wc, int dx, int dy, int cx, int cy, int x, int y, float inverse) {
    float gx = (wd * cy - wc * dy) * inverse;
    float gy = (wc * dx - wd * cx) * inverse;
    nearD = w + gx * x + gy * y;
    rightNearD = gx * DepthRaster.ONE;
    downNearD = gy * DepthRaster.ONE;
  }

  private static int cross(int ux, int uy, int vx, int vy) {
    return ux * vy - uy * vx;
  }

  /** Returns the number of columns up to the end of the last block. */
  int blocks() {
    return (columns + RasterKernel.BLOCK - 1) / RasterKernel.BLOCK * RasterKernel.BLOCK;
  }
}
