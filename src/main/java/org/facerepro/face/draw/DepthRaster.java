package org.facerepro.face.draw;

import java.util.Arrays;

/**
 * A z-buffer that remembers which triangle is seen at each pixel centre; shading comes after, once
 * per visible pixel.
 *
 * <p>Corners are rounded to 1/256 pixel and edges are tested in whole numbers: a pixel centre on an
 * edge that two triangles share belongs to exactly one of them (above and left of it lies inside).
 *
 * <p>Not thread-safe; one per worker, reused.
 */
public final class DepthRaster {
  /** What {@link #triangle} returns where nothing was drawn. */
  public static final int NOTHING = -1;

  static final int BITS = 8;
  private static final int ONE = 1 << BITS;
  private static final int HALF = ONE / 2;

  /** Extent up to which whole 32-bit numbers hold the edges. */
  private static final int SMALL = 32 << BITS;

  /** Farthest corner in pixels: products of differences of any two stay within 64 bits. */
  private static final float FAR = 1 << 20;

  private final int width;
  private final int height;
  private final float[] depth;
  private final int[] triangle;
  private final RasterKernel kernel;
  private final RasterKernel borderKernel = new ScalarRasterKernel();
  private final SmallTriangle footprint = new SmallTriangle();
  private int[] fixed = new int[0];
  private float[] points = new float[0];

  public DepthRaster(int width, int height) {
    this(width, height, Kernels.raster());
  }

  DepthRaster(int width, int height, RasterKernel kernel) {
    this.kernel = kernel;
    this.width = width;
    this.height = height;
    depth = new float[width * height];
    triangle = new int[width * height];
  }

  public void clear() {
    Arrays.fill(depth, Float.NEGATIVE_INFINITY);
    Arrays.fill(triangle, NOTHING);
  }

  public int triangle(int pixel) {
    return triangle[pixel];
  }

  public float depth(int pixel) {
    return depth[pixel];
  }

  /**
   * Copies the seen triangles of all pixels, row by row, into {@code target}.
   *
   * @return {@code target}
   */
  public int[] copyTriangles(int[] target) {
    System.arraycopy(triangle, 0, target, 0, triangle.length);
    return target;
  }

  /**
   * Draws triangles {@code from} to {@code to} (offsets of their first index).
   *
   * @param p packed x, y, w; larger w is nearer
   * @param cull whether to leave out triangles that run clockwise on a picture with y down
   */
  public void draw(float[] p, int[] triangles, int from, int to, boolean cull) {
    vertices(p, p.length / 3);
    draw(triangles, from, to, cull);
  }

  /**
   * Says where the vertices of the following triangles lie.
   *
   * @param p packed x, y, w; larger w is nearer; not written to until the last triangle is drawn
   */
  public void vertices(float[] p, int count) {
    if (fixed.length < 2 * count) {
      fixed = new int[2 * count];
    }
    int[] out = fixed;
    for (int i = 0; i < count; i++) {
      out[2 * i] = rounded(p[3 * i]);
      out[2 * i + 1] = rounded(p[3 * i + 1]);
    }
    points = p;
  }

  private static int rounded(float pixels) {
    float scaled = Kernel.clamp(pixels, -FAR, FAR) * ONE + 0.5f;
    int truncated = (int) scaled;
    return truncated > scaled ? truncated - 1 : truncated;
  }

  /**
   * Draws triangles {@code from} to {@code to} (offsets of their first index) of the vertices that
   * were named last.
   *
   * @param cull whether to leave out triangles that run clockwise on a picture with y down
   */
  public void draw(int[] triangles, int from, int to, boolean cull) {
    int[] f = fixed;
    for (int t = from; t < to; t += 3) {
      int a = 2 * triangles[t];
      int b = 2 * triangles[t + 1];
      int c = 2 * triangles[t + 2];
      int ax = f[a];
      int ay = f[a + 1];
      int bx = f[b] - ax;
      int by = f[b + 1] - ay;
      int cx = f[c] - ax;
      int cy = f[c + 1] - ay;
      long area = (long) bx * cy - (long) cx * by;
      if (area >= 0 && (cull || area == 0)) {
        continue;
      }
      int left = Math.min(0, Math.min(bx, cx));
      int right = Math.max(0, Math.max(bx, cx));
      int top = Math.min(0, Math.min(by, cy));
      int bottom = Math.max(0, Math.max(by, cy));
      int x0 = Math.max(0, (ax + left + HALF - 1) >> BITS);
      int x1 = Math.min(width - 1, (ax + right - HALF) >> BITS);
      int y0 = Math.max(0, (ay + top + HALF - 1) >> BITS);
      int y1 = Math.min(height - 1, (ay + bottom - HALF) >> BITS);
      if (x0 > x1 || y0 > y1) {
        continue;
      }
      int ox = (x0 << BITS) + HALF - ax;
      int oy = (y0 << BITS) + HALF - ay;
      boolean small = (right - left | bottom - top) < SMALL;
      if (area > 0) {
        plane(a, b, c, bx, by, cx, cy, ox, oy, 1f / area);
        fill(t, bx, by, cx, cy, ox, oy, x0, x1, y0, y1, small);
      } else {
        plane(a, c, b, cx, cy, bx, by, ox, oy, -1f / area);
        fill(t, cx, cy, bx, by, ox, oy, x0, x1, y0, y1, small);
      }
    }
  }

  /** Finds nearness at the first pixel's centre and its steps to the right and down. */
  private void plane(
      int a, int b, int c, int bx, int by, int cx, int cy, int ox, int oy, float inverse) {
    float wa = points[a + a / 2 + 2];
    float wb = (points[b + b / 2 + 2] - wa) * inverse;
    float wc = (points[c + c / 2 + 2] - wa) * inverse;
    float gx = wb * cy - wc * by;
    float gy = wc * bx - wb * cx;
    footprint.near = wa + gx * ox + gy * oy;
    footprint.rightNear = gx * ONE;
    footprint.downNear = gy * ONE;
  }

  private void fill(
      int id,
      int bx,
      int by,
      int cx,
      int cy,
      int ox,
      int oy,
      int x0,
      int x1,
      int y0,
      int y1,
      boolean small) {
    SmallTriangle t = footprint;
    if (small) {
      t.id = id;
      t.box(x0, x1, y0, y1, width);
      t.edges(bx, by, cx, cy, ox, oy);
      boolean whole = x0 + t.blocks() <= width || !kernel.needsWholeBlocks();
      (whole ? kernel : borderKernel).fill(t, width, depth, triangle);
    } else {
      long edgeB = (long) cy * ox - (long) cx * oy;
      long edgeC = (long) bx * oy - (long) by * ox;
      long edgeA = (long) bx * cy - (long) cx * by - edgeB - edgeC + rule(cx - bx, cy - by);
      edgeB += rule(-cx, -cy);
      edgeC += rule(bx, by);
      fillLarge(id, edgeA, edgeB, edgeC, bx, by, cx, cy, x0, x1, y0, y1);
    }
  }

  private void fillLarge(
      int id,
      long firstA,
      long firstB,
      long firstC,
      int bx,
      int by,
      int cx,
      int cy,
      int x0,
      int x1,
      int y0,
      int y1) {
    long stepA = (long) (by - cy) << BITS;
    long stepB = (long) cy << BITS;
    long stepC = (long) -by << BITS;
    long rowA = firstA;
    long rowB = firstB;
    long rowC = firstC;
    for (int y = y0; y <= y1; y++) {
      long ea = rowA;
      long eb = rowB;
      long ec = rowC;
      float row = footprint.near + (y - y0) * footprint.downNear;
      int first = y * width + x0;
      for (int i = 0; i <= x1 - x0; i++) {
        if ((ea | eb | ec) >= 0) {
          float w = row + i * footprint.rightNear;
          if (w > depth[first + i]) {
            depth[first + i] = w;
            triangle[first + i] = id;
          }
        }
        ea += stepA;
        eb += stepB;
        ec += stepC;
      }
      rowA += (long) (cx - bx) << BITS;
      rowB += (long) -cx << BITS;
      rowC += (long) bx << BITS;
    }
  }

  /** Returns 0 for an edge whose points count as inside, above or left, and -1 for others. */
  static int rule(int dx, int dy) {
    return dy < 0 || (dy == 0 && dx > 0) ? 0 : -1;
  }
}
