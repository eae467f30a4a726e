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
  static final int ONE = 1 << BITS;
  private static final int HALF = ONE / 2;

  /** Extent up to which whole 32-bit numbers hold the edges. */
  private static final int SMALL = 32 << BITS;

  /** Farthest corner in pixels: products of differences of any two stay within 64 bits. */
  private static final float FAR = 1 << 20;

  /** Added to pixels, leaves 1/256 pixels as the lowest bits of a number's fraction. */
  private static final double ROUND = 1.5 * (1L << (52 - BITS));

  private final int width;
  private final int height;
  private final float[] depth;
  private final int[] triangle;
  private final RasterKernel kernel;
  private final RasterKernel borderKernel = new ScalarRasterKernel();
  private final TrianglePair pair = new TrianglePair();
  private int[] fixed = new int[0];
  private float[] nearness = new float[0];
  private int x0;
  private int x1;
  private int y0;
  private int y1;

  public DepthRaster(int width, int height) {
    this(width, height, width * height, Kernels.raster());
  }

  DepthRaster(int width, int height, RasterKernel kernel) {
    this(width, height, width * height, kernel);
  }

  private DepthRaster(int width, int height, int triangles, RasterKernel kernel) {
    this.kernel = kernel;
    this.width = width;
    this.height = height;
    depth = new float[width * height];
    triangle = new int[triangles];
  }

  /** Makes a z-buffer that does not remember triangles: {@link #triangle} cannot be asked for. */
  public static DepthRaster ofDepth(int width, int height) {
    return new DepthRaster(width, height, 0, Kernels.raster());
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
   * @param p packed x, y, w; larger w is nearer
   */
  public void vertices(float[] p, int count) {
    if (nearness.length < count) {
      fixed = new int[2 * count];
      nearness = new float[count];
    }
    int[] out = fixed;
    float[] near = nearness;
    for (int i = 0; i < count; i++) {
      out[2 * i] = rounded(p[3 * i]);
      out[2 * i + 1] = rounded(p[3 * i + 1]);
      near[i] = p[3 * i + 2];
    }
  }

  /** Returns the nearest whole number of 1/256 pixels. */
  private static int rounded(float pixels) {
    float near = pixels < -FAR ? -FAR : pixels > FAR ? FAR : pixels;
    return (int) Double.doubleToRawLongBits(near + ROUND);
  }

  /**
   * Draws triangles {@code from} to {@code to} (offsets of their first index) of the vertices that
   * were named last. Triangles {@code a, c, b} and {@code b, c, d} in a row are drawn together,
   * which is faster.
   *
   * @param cull whether to leave out triangles that run clockwise on a picture with y down
   */
  public void draw(int[] triangles, int from, int to, boolean cull) {
    int t = from;
    while (t < to) {
      int c = triangles[t + 1];
      int b = triangles[t + 2];
      if (t + 3 < to && triangles[t + 3] == b && triangles[t + 4] == c) {
        both(triangles[t], b, c, triangles[t + 5], t, cull);
        t += 6;
      } else {
        one(triangles[t], c, b, t, cull);
        t += 3;
      }
    }
  }

  private void both(int a, int b, int c, int d, int id, boolean cull) {
    int x = fixed[2 * b];
    int y = fixed[2 * b + 1];
    int ax = fixed[2 * a] - x;
    int ay = fixed[2 * a + 1] - y;
    int cx = fixed[2 * c] - x;
    int cy = fixed[2 * c + 1] - y;
    int dx = fixed[2 * d] - x;
    int dy = fixed[2 * d + 1] - y;
    long areaA = cross(cx, cy, ax, ay);
    long areaD = cross(dx, dy, cx, cy);
    if (cull && areaA <= 0 && areaD <= 0) {
      return;
    }
    int left = Math.min(Math.min(0, ax), Math.min(cx, dx));
    int right = Math.max(Math.max(0, ax), Math.max(cx, dx));
    int top = Math.min(Math.min(0, ay), Math.min(cy, dy));
    int bottom = Math.max(Math.max(0, ay), Math.max(cy, dy));
    if (!box(x + left, x + right, y + top, y + bottom)) {
      return;
    }
    if ((right - left | bottom - top) < SMALL && areaA > 0 && areaD > 0) {
      int px = (x0 << BITS) + HALF - x;
      int py = (y0 << BITS) + HALF - y;
      float w = nearness[b];
      pair.edgesA(ax, ay, cx, cy, px, py);
      pair.planeA(w, nearness[a] - w, nearness[c] - w, ax, ay, cx, cy, px, py, 1f / areaA);
      pair.edgesD(dx, dy, cx, cy, px, py);
      pair.planeD(w, nearness[d] - w, nearness[c] - w, dx, dy, cx, cy, px, py, 1f / areaD);
      fill(id, id + 3);
    } else {
      one(a, c, b, id, cull);
      one(b, c, d, id + 3, cull);
    }
  }

  private void one(int first, int second, int third, int id, boolean cull) {
    int x = fixed[2 * first];
    int y = fixed[2 * first + 1];
    long area =
        cross(
            fixed[2 * third] - x,
            fixed[2 * third + 1] - y,
            fixed[2 * second] - x,
            fixed[2 * second + 1] - y);
    if (area > 0) {
      facing(second, first, third, id, area);
    } else if (area < 0 && !cull) {
      facing(third, first, second, id, -area);
    }
  }

  /** Draws a triangle {@code b, c, a} of a positive area. */
  private void facing(int a, int b, int c, int id, long area) {
    int x = fixed[2 * b];
    int y = fixed[2 * b + 1];
    int ax = fixed[2 * a] - x;
    int ay = fixed[2 * a + 1] - y;
    int cx = fixed[2 * c] - x;
    int cy = fixed[2 * c + 1] - y;
    int left = Math.min(0, Math.min(ax, cx));
    int right = Math.max(0, Math.max(ax, cx));
    int top = Math.min(0, Math.min(ay, cy));
    int bottom = Math.max(0, Math.max(ay, cy));
    if (!box(x + left, x + right, y + top, y + bottom)) {
      return;
    }
    int px = (x0 << BITS) + HALF - x;
    int py = (y0 << BITS) + HALF - y;
    float w = nearness[b];
    pair.planeA(w, nearness[a] - w, nearness[c] - w, ax, ay, cx, cy, px, py, 1f / area);
    if ((right - left | bottom - top) < SMALL) {
      pair.edgesA(ax, ay, cx, cy, px, py);
      pair.withoutD();
      fill(id, NOTHING);
    } else {
      fillLarge(id, ax, ay, cx, cy, px, py);
    }
  }

  /** Finds the pixels whose centres lie in a box; returns whether there are any. */
  private boolean box(int left, int right, int top, int bottom) {
    x0 = Math.max(0, (left + HALF - 1) >> BITS);
    x1 = Math.min(width - 1, (right - HALF) >> BITS);
    y0 = Math.max(0, (top + HALF - 1) >> BITS);
    y1 = Math.min(height - 1, (bottom - HALF) >> BITS);
    return x0 <= x1 && y0 <= y1;
  }

  private void fill(int idA, int idD) {
    TrianglePair t = pair;
    t.idA = idA;
    t.idD = idD;
    t.box(x0, x1, y0, y1, width);
    boolean whole = x0 + t.blocks() <= width || !kernel.needsWholeBlocks();
    (whole ? kernel : borderKernel).fill(t, width, depth, triangle);
  }

  private void fillLarge(int id, int ax, int ay, int cx, int cy, int px, int py) {
    long rowBc = cross(cx, cy, px, py) + rule(cx, cy);
    long rowCa = cross(ax - cx, ay - cy, px - cx, py - cy) + rule(ax - cx, ay - cy);
    long rowAb = cross(-ax, -ay, px, py) + rule(-ax, -ay);
    for (int y = y0; y <= y1; y++) {
      long bc = rowBc;
      long ca = rowCa;
      long ab = rowAb;
      float row = pair.nearA + (y - y0) * pair.downNearA;
      int first = y * width + x0;
      for (int i = 0; i <= x1 - x0; i++) {
        float w = row + i * pair.rightNearA;
        if ((bc | ca | ab) >= 0 && w > depth[first + i]) {
          depth[first + i] = w;
          if (triangle.length > 0) {
            triangle[first + i] = id;
          }
        }
        bc -= (long) cy << BITS;
        ca += (long) (cy - ay) << BITS;
        ab += (long) ay << BITS;
      }
      rowBc += (long) cx << BITS;
      rowCa += (long) (ax - cx) << BITS;
      rowAb -= (long) ax << BITS;
    }
  }

  private static long cross(int ux, int uy, int vx, int vy) {
    return (long) ux * vy - (long) uy * vx;
  }

  /** Returns 0 for an edge whose points count as inside, above or left, and -1 for others. */
  static int rule(int dx, int dy) {
    // Without branches: negative where dy is, or where that is 0 and dx positive.
    return ~(int) ((((long) dy << 32) - dx) >> 63);
  }
}
