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

  private static final int BITS = 8;
  private static final int ONE = 1 << BITS;
  private static final int HALF = ONE / 2;

  /** Farthest corner in pixels: products of differences of any two stay within 64 bits. */
  private static final float FAR = 1 << 20;

  private final int width;
  private final int height;
  private final float[] depth;
  private final int[] triangle;
  private int[] fixed = new int[0];
  private float[] points = new float[0];

  public DepthRaster(int width, int height) {
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
      int a = triangles[t];
      int b = triangles[t + 1];
      int c = triangles[t + 2];
      int ax = f[2 * a];
      int ay = f[2 * a + 1];
      int bx = f[2 * b];
      int by = f[2 * b + 1];
      int cx = f[2 * c];
      int cy = f[2 * c + 1];
      long area = (long) (bx - ax) * (cy - ay) - (long) (cx - ax) * (by - ay);
      if (area >= 0 && (cull || area == 0)) {
        continue;
      }
      int x0 = Math.max(0, (Math.min(ax, Math.min(bx, cx)) + HALF - 1) >> BITS);
      int x1 = Math.min(width - 1, (Math.max(ax, Math.max(bx, cx)) - HALF) >> BITS);
      int y0 = Math.max(0, (Math.min(ay, Math.min(by, cy)) + HALF - 1) >> BITS);
      int y1 = Math.min(height - 1, (Math.max(ay, Math.max(by, cy)) - HALF) >> BITS);
      if (x0 > x1 || y0 > y1) {
        continue;
      }
      if (area < 0) {
        fill(t, a, c, b, -area, x0, x1, y0, y1);
      } else {
        fill(t, a, b, c, area, x0, x1, y0, y1);
      }
    }
  }

  private void fill(int id, int a, int b, int c, long area, int x0, int x1, int y0, int y1) {
    int[] f = fixed;
    long ax = f[2 * a];
    long ay = f[2 * a + 1];
    long bx = f[2 * b];
    long by = f[2 * b + 1];
    long cx = f[2 * c];
    long cy = f[2 * c + 1];
    long px = ((long) x0 << BITS) + HALF;
    long py = ((long) y0 << BITS) + HALF;
    long rowA = (cx - bx) * (py - by) - (cy - by) * (px - bx) + rule(cx - bx, cy - by);
    long rowB = (ax - cx) * (py - cy) - (ay - cy) * (px - cx) + rule(ax - cx, ay - cy);
    long rowC = (bx - ax) * (py - ay) - (by - ay) * (px - ax) + rule(bx - ax, by - ay);
    long stepA = (by - cy) << BITS;
    long stepB = (cy - ay) << BITS;
    long stepC = (ay - by) << BITS;
    long downA = (cx - bx) << BITS;
    long downB = (ax - cx) << BITS;
    long downC = (bx - ax) << BITS;
    float inverse = 1f / area;
    float wa = points[3 * a + 2] * inverse;
    float wb = points[3 * b + 2] * inverse;
    float wc = points[3 * c + 2] * inverse;
    int columns = x1 - x0;
    for (int y = y0; y <= y1; y++) {
      long ea = rowA;
      long eb = rowB;
      long ec = rowC;
      int first = y * width + x0;
      for (int i = first; i <= first + columns; i++) {
        if ((ea | eb | ec) >= 0) {
          float w = ea * wa + eb * wb + ec * wc;
          if (w > depth[i]) {
            depth[i] = w;
            triangle[i] = id;
          }
        }
        ea += stepA;
        eb += stepB;
        ec += stepC;
      }
      rowA += downA;
      rowB += downB;
      rowC += downC;
    }
  }

  /** Returns 0 for an edge whose points count as inside, above or left, and -1 for others. */
  private static int rule(long dx, long dy) {
    return dy < 0 || (dy == 0 && dx > 0) ? 0 : -1;
  }
}
