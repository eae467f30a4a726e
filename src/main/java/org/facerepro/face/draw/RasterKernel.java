package org.facerepro.face.draw;

/**
 * The innermost loop of a depth map: two small triangles with a common edge, of which a pixel
 * centre lies in one at most. All kernels do the same sums in the same order, so that they give the
 * same bits: from the box's corner to the start of every {@link #BLOCK} columns, from there to a
 * column, and down it row by row.
 */
public interface RasterKernel {
  /** Columns that are handled together. */
  int BLOCK = 4;

  /**
   * Draws triangles where they are nearer than what was drawn before.
   *
   * @param t the triangles; their box, rounded up to whole blocks, lies inside the map if {@link
   *     #needsWholeBlocks}
   * @param width pixels of a row
   * @param depth nearness of each pixel
   * @param ids the triangle seen at each pixel; empty if nobody wants to know
   */
  void fill(TrianglePair t, int width, float[] depth, int[] ids);

  /** Returns whether the kernel touches all columns of the last block. */
  boolean needsWholeBlocks();
}
