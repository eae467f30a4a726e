package org.facerepro.face.render;

/**
 * The innermost loops of drawing: one triangle over the pixels of a box. What lies at one depth
 * stays as it was drawn first. Each number is found by the same operations in the same order, so
 * that all kernels give the same bits.
 */
interface RasterKernel {
  /** Pixels that a row has at least. */
  int LEAST_WIDTH = 8;

  /** Whether the kernel can draw a triangle. */
  boolean takes(Corners t);

  /**
   * Draws a triangle at the centres of the pixels of a box; pixels beside the box may be looked at
   * too.
   *
   * @param depth bits of the inverse depth of what is seen, {@code [height, width]}
   * @param seen triangle that is seen
   */
  void fill(
      Corners t, int[] depth, int[] seen, int width, int left, int right, int top, int bottom);

  /**
   * Draws a triangle at the eight points of one pixel.
   *
   * @param px place of the pixel's centre, steps
   * @param depth bits of the inverse depth of what is seen, eight from {@code at}
   * @param seen triangle that is seen
   */
  void points(Corners t, int px, int py, int[] depth, int[] seen, int at);
}
