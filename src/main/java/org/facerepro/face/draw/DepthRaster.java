package org.facerepro.face.draw;

import java.util.Arrays;

/**
 * A z-buffer that remembers which triangle is seen at each pixel centre; shading comes after, once
 * per visible pixel.
 *
 * <p>Not thread-safe; one per worker, reused.
 */
public final class DepthRaster {
  /** What {@link #triangle} returns where nothing was drawn. */
  public static final int NOTHING = -1;

  /** Rounding slack, square pixels: neighbours rather overlap than leave a gap. */
  private static final float EDGE = 1e-4f;

  private final int width;
  private final int height;
  private final float[] depth;
  private final int[] triangle;

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
   * Draws triangles {@code from} to {@code to} (offsets of their first index).
   *
   * @param p packed x, y, w; larger w is nearer
   * @param cull whether to leave out triangles that run clockwise on a picture with y down
   */
  public void draw(float[] p, int[] triangles, int from, int to, boolean cull) {
    for (int t = from; t < to; t += 3) {
      int a = 3 * triangles[t];
      int b = 3 * triangles[t + 1];
      int c = 3 * triangles[t + 2];
      float area = (p[b] - p[a]) * (p[c + 1] - p[a + 1]) - (p[c] - p[a]) * (p[b + 1] - p[a + 1]);
      if (area < 0) {
        fill(p, a, c, b, -area, t);
      } else if (area > 0 && !cull) {
        fill(p, a, b, c, area, t);
      }
    }
  }

  private void fill(float[] p, int a, int b, int c, float area, int id) {
    float ax = p[a];
    float ay = p[a + 1];
    float bx = p[b];
    float by = p[b + 1];
    float cx = p[c];
    float cy = p[c + 1];
    int x0 = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx)) - 0.5f));
    int x1 = Math.min(width - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx)) - 0.5f));
    int y0 = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy)) - 0.5f));
    int y1 = Math.min(height - 1, (int) Math.floor(Math.max(ay, Math.max(by, cy)) - 0.5f));
    float inverse = 1 / area;
    float wa = p[a + 2] * inverse;
    float wb = p[b + 2] * inverse;
    float wc = p[c + 2] * inverse;
    float stepA = by - cy;
    float stepB = cy - ay;
    float stepC = ay - by;
    float px = x0 + 0.5f;
    for (int y = y0; y <= y1; y++) {
      float py = y + 0.5f;
      float ea = (cx - bx) * (py - by) + stepA * (px - bx);
      float eb = (ax - cx) * (py - cy) + stepB * (px - cx);
      float ec = (bx - ax) * (py - ay) + stepC * (px - ax);
      for (int i = y * width + x0, end = y * width + x1; i <= end; i++) {
        if (ea >= -EDGE && eb >= -EDGE && ec >= -EDGE) {
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
    }
  }
}
