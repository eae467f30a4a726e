package org.facerepro.face.draw;

/**
 * A triangle over its box of pixels, ready to be filled: three edge values that are not negative
 * inside, and nearness, at the centre of the box's first pixel and how they grow.
 */
final class SmallTriangle {
  int id;

  /** Offset of the box's first pixel. */
  int first;

  int columns;
  int rows;
  int edgeA;
  int edgeB;
  int edgeC;
  int rightA;
  int rightB;
  int rightC;
  int downA;
  int downB;
  int downC;
  float near;
  float rightNear;
  float downNear;

  /** Names the pixels of the box in a map of {@code width} columns. */
  void box(int x0, int x1, int y0, int y1, int width) {
    first = y0 * width + x0;
    columns = x1 - x0 + 1;
    rows = y1 - y0 + 1;
  }

  /**
   * Places the edges of a triangle whose first corner is the origin, seen from a pixel's centre.
   */
  void edges(int bx, int by, int cx, int cy, int x, int y) {
    int b = x * cy - y * cx;
    int c = y * bx - x * by;
    edgeA = bx * cy - cx * by - b - c + DepthRaster.rule(cx - bx, cy - by);
    edgeB = b + DepthRaster.rule(-cx, -cy);
    edgeC = c + DepthRaster.rule(bx, by);
    rightA = (by - cy) << DepthRaster.BITS;
    rightB = cy << DepthRaster.BITS;
    rightC = -by << DepthRaster.BITS;
    downA = (cx - bx) << DepthRaster.BITS;
    downB = -cx << DepthRaster.BITS;
    downC = bx << DepthRaster.BITS;
  }

  /** Returns the number of columns up to the end of the last block. */
  int blocks() {
    return (columns + RasterKernel.BLOCK - 1) / RasterKernel.BLOCK * RasterKernel.BLOCK;
  }
}
