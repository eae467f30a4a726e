package org.facerepro.face.render;

import java.util.Arrays;

/**
 * Looks again, through eight points each, at the pixels where a surface ends: at the rim of the
 * face and where a nearer part stands before a farther one. The points lie each in a row and a
 * column of its own, so that edges of every direction are seen finely: the share of points on one
 * side of a straight line differs from the share of the pixel by at most 0.208 (the best of 1500
 * such patterns drawn at random; the bound is by brute force).
 *
 * <p>Reused; not thread-safe.
 */
final class EdgeSamples {
  /** Points of a pixel. */
  static final int POINTS = 8;

  /** Places of the points from the pixel's centre in steps of 1/256 pixel. */
  static final int[] X = {-112, -80, -48, -16, 16, 48, 80, 112};

  static final int[] Y = {80, -48, -112, 48, -16, 112, -80, 16};

  private static final int NONE = -1;

  /**
   * Between neighbouring pixels depth jumps if it differs by more than twice so many pixels' width.
   */
  private static final float JUMP = 2;

  /** Pixels looked at, and how many they are. */
  int[] pixels = new int[256];

  int count;

  /** Triangle seen through each point, {@code [count, 8]}. */
  int[] seen = new int[256 * POINTS];

  private final Corners corners = new Corners();
  private int[] depth = new int[256 * POINTS];
  private final int[] slot;

  /**
   * Whether a box of the raster's grid holds a pixel that is looked at, by its place, from 1; first
   * stand boxes that are too large for it.
   */
  private final boolean[] near;

  EdgeSamples(int width, int height) {
    slot = new int[width * height];
    near = new boolean[FaceRaster.KINDS * width * height - FaceRaster.LARGE];
  }

  /** Returns whether a pixel is looked at again. */
  boolean holds(int pixel) {
    return slot[pixel] >= 0;
  }

  /** Looks again at the pixels of a drawn picture where a surface ends. */
  void look(FaceRaster raster, ViewMesh mesh, CutTriangles cut, double focal) {
    find(raster, (float) (JUMP / focal));
    markCells(raster);
    for (int i = 0; i < raster.frontCount; i++) {
      if (near[raster.corner[i] - FaceRaster.LARGE]) {
        corners.take(mesh, raster.front[i]);
        look(raster, corners);
      }
    }
    for (CutTriangles.Piece p : cut.pieces()) {
      corners.take(p);
      look(raster, corners);
    }
  }

  /** Finds the pixels; their points see nothing yet. */
  void find(FaceRaster raster, float jump) {
    Arrays.fill(slot, NONE);
    count = 0;
    for (int y = raster.top; y <= raster.bottom; y++) {
      int from = y * raster.width;
      int below = y + 1 < raster.height ? raster.width : 0;
      for (int i = from + raster.left; i < from + raster.right; i++) {
        compare(raster, i, i + 1, jump);
        compare(raster, i, i + below, jump);
      }
      compare(raster, from + raster.right, from + raster.right + below, jump);
    }
    Arrays.fill(depth, 0, count * POINTS, 0);
    Arrays.fill(seen, 0, count * POINTS, FaceRaster.NOTHING);
  }

  /** Marks two neighbours if one of them shows nothing, or their depths differ much. */
  private void compare(FaceRaster raster, int i, int j, float jump) {
    float a = raster.depth(i);
    float b = raster.depth(j);
    float limit = jump * (a + b);
    if (a - b > limit || b - a > limit) {
      mark(i);
      mark(j);
    }
  }

  private void mark(int pixel) {
    if (slot[pixel] >= 0) {
      return;
    }
    if (count == pixels.length) {
      pixels = Arrays.copyOf(pixels, 2 * count);
      seen = Arrays.copyOf(seen, 2 * count * POINTS);
      depth = Arrays.copyOf(depth, 2 * count * POINTS);
    }
    slot[pixel] = count;
    pixels[count++] = pixel;
  }

  /** Marks the boxes of the grid that hold one of the pixels. */
  private void markCells(FaceRaster raster) {
    int bits = raster.cell - FaceRaster.SHIFT;
    Arrays.fill(near, false);
    near[0] = true;
    for (int i = 0; i < count; i++) {
      int x = (pixels[i] % raster.width) >> bits;
      int y = (pixels[i] / raster.width) >> bits;
      int here = FaceRaster.KINDS * (y * raster.columns + x) - FaceRaster.LARGE;
      Arrays.fill(near, here, here + FaceRaster.KINDS, true);
      int above = here - FaceRaster.KINDS * raster.columns;
      if (x > 0) {
        near[here - 3] = true;
        near[here - 1] = true;
      }
      if (y > 0) {
        near[above + 2] = true;
        near[above + 3] = true;
      }
      if (x > 0 && y > 0) {
        near[above - 1] = true;
      }
    }
  }

  /** Looks at one triangle at the pixels it may touch. */
  private void look(FaceRaster raster, Corners t) {
    int x0 = Math.max(0, t.minX >> FaceRaster.SHIFT);
    int x1 = Math.min(raster.width - 1, t.maxX >> FaceRaster.SHIFT);
    int y0 = Math.max(0, t.minY >> FaceRaster.SHIFT);
    int y1 = Math.min(raster.height - 1, t.maxY >> FaceRaster.SHIFT);
    RasterKernel kernel = raster.kernelFor(t);
    for (int y = y0; y <= y1; y++) {
      int py = (y << FaceRaster.SHIFT) + FaceRaster.HALF;
      for (int x = x0; x <= x1; x++) {
        int at = slot[y * raster.width + x] * POINTS;
        if (at >= 0) {
          kernel.points(t, (x << FaceRaster.SHIFT) + FaceRaster.HALF, py, depth, seen, at);
        }
      }
    }
  }
}
