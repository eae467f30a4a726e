package org.facerepro.face.render;

import java.util.Arrays;

/**
 * Finds which triangle is seen through the centre of each pixel, and which faces turn to the
 * camera. Exact on places of 1/256 pixel: triangles that share an edge neither overlap nor leave a
 * gap, and a centre on an edge belongs to the triangle of which it is a left or upper edge.
 *
 * <p>Reused; not thread-safe.
 */
final class FaceRaster {
  /** Stands where nothing is seen. */
  static final int NOTHING = -1;

  static final int HALF = ViewMesh.SUBPIXEL / 2;
  static final int SHIFT = 8;

  final int width;
  final int height;

  /** Inverse depth of what is seen at each pixel; 0 where nothing is. */
  final float[] depth;

  /** Offset of the first corner of the triangle that is seen at each pixel. */
  final int[] seen;

  /** Offsets of the triangles that turn to the camera, in order, and how many they are. */
  final int[] front;

  int frontCount;

  /** Pixels that each of them may touch. */
  final long[] boxes;

  /** Pixels that the face may touch and those next to them. */
  int left;

  int right;
  int top;
  int bottom;

  FaceRaster(int width, int height, int triangles) {
    this.width = width;
    this.height = height;
    depth = new float[width * height];
    seen = new int[width * height];
    front = new int[triangles];
    boxes = new long[triangles];
  }

  void clear() {
    Arrays.fill(depth, 0);
    Arrays.fill(seen, NOTHING);
    frontCount = 0;
  }

  /**
   * Draws the triangles of a face that lie wholly between the near and far planes.
   *
   * @param cut whether there are others
   */
  void draw(ViewMesh mesh, boolean cut) {
    int[] t = mesh.triangles;
    int[] p = mesh.places;
    for (int i = 0; i < t.length; i += 3) {
      if (cut && !mesh.whole(i)) {
        continue;
      }
      int a = 2 * t[i];
      int b = 2 * t[i + 1];
      int c = 2 * t[i + 2];
      int ax = p[a];
      int ay = p[a + 1];
      int bx = p[b];
      int by = p[b + 1];
      int cx = p[c];
      int cy = p[c + 1];
      long area = (long) (cx - ax) * (by - ay) - (long) (bx - ax) * (cy - ay);
      if (area <= 0) {
        continue;
      }
      int minX = Math.min(ax, Math.min(bx, cx));
      int maxX = Math.max(ax, Math.max(bx, cx));
      int minY = Math.min(ay, Math.min(by, cy));
      int maxY = Math.max(ay, Math.max(by, cy));
      if (maxX < 0 || maxY < 0 || minX >= width << SHIFT || minY >= height << SHIFT) {
        continue;
      }
      boxes[frontCount] = box(minX, maxX, minY, maxY);
      front[frontCount++] = i;
      int x0 = (minX + HALF - 1) >> SHIFT;
      int x1 = (maxX - HALF) >> SHIFT;
      int y0 = (minY + HALF - 1) >> SHIFT;
      int y1 = (maxY - HALF) >> SHIFT;
      if (x0 <= x1 && y0 <= y1) {
        float[] w = mesh.inverseDepth;
        fill(i, ax, ay, w[t[i]], cx, cy, w[t[i + 2]], bx, by, w[t[i + 1]], x0, x1, y0, y1);
      }
    }
  }

  private long box(int minX, int maxX, int minY, int maxY) {
    long x0 = Math.max(0, minX >> SHIFT);
    long x1 = Math.min(width - 1, maxX >> SHIFT);
    long y0 = Math.max(0, minY >> SHIFT);
    long y1 = Math.min(height - 1, maxY >> SHIFT);
    return x0 << 48 | x1 << 32 | y0 << 16 | y1;
  }

  static int left(long box) {
    return (int) (box >>> 48);
  }

  static int right(long box) {
    return (int) (box >>> 32) & 0xffff;
  }

  static int top(long box) {
    return (int) (box >>> 16) & 0xffff;
  }

  static int bottom(long box) {
    return (int) box & 0xffff;
  }

  /** Finds the part of the picture that all drawn triangles and their neighbours lie in. */
  void bound(boolean cut) {
    left = cut ? 0 : width - 1;
    right = cut ? width - 1 : 0;
    top = cut ? 0 : height - 1;
    bottom = cut ? height - 1 : 0;
    for (int i = 0; i < frontCount; i++) {
      long box = boxes[i];
      left = Math.min(left, left(box) - 1);
      right = Math.max(right, right(box) + 1);
      top = Math.min(top, top(box) - 1);
      bottom = Math.max(bottom, bottom(box) + 1);
    }
    left = Math.max(0, left);
    right = Math.min(width - 1, right);
    top = Math.max(0, top);
    bottom = Math.min(height - 1, bottom);
  }

  /** Draws one triangle whose corners run clockwise on the picture, y down. */
  void fill(
      int id,
      int ax,
      int ay,
      float wa,
      int bx,
      int by,
      float wb,
      int cx,
      int cy,
      float wc,
      int left,
      int right,
      int top,
      int bottom) {
    int x0 = Math.max(0, left);
    int x1 = Math.min(width - 1, right);
    int y0 = Math.max(0, top);
    int y1 = Math.min(height - 1, bottom);
    int px = (x0 << SHIFT) + HALF;
    int py = (y0 << SHIFT) + HALF;
    long rowA = edge(bx, by, cx, cy, px, py);
    long rowB = edge(cx, cy, ax, ay, px, py);
    long rowC = edge(ax, ay, bx, by, px, py);
    long stepA = (long) (by - cy) << SHIFT;
    long stepB = (long) (cy - ay) << SHIFT;
    long stepC = (long) (ay - by) << SHIFT;
    long whole = rowA + rowB + rowC;
    float inverse = whole > 0 ? 1f / whole : 0;
    float da = wa * inverse;
    float db = wb * inverse;
    float dc = wc * inverse;
    float all = whole > 0 ? 0 : wa;
    for (int y = y0; y <= y1; y++) {
      long ea = rowA;
      long eb = rowB;
      long ec = rowC;
      for (int i = y * width + x0, end = y * width + x1; i <= end; i++) {
        if ((ea | eb | ec) >= 0) {
          float w = ea * da + eb * db + ec * dc + all;
          if (w > depth[i]) {
            depth[i] = w;
            seen[i] = id;
          }
        }
        ea += stepA;
        eb += stepB;
        ec += stepC;
      }
      rowA += (long) (cx - bx) << SHIFT;
      rowB += (long) (ax - cx) << SHIFT;
      rowC += (long) (bx - ax) << SHIFT;
    }
  }

  /**
   * Returns which side of an edge a point lies on: at least 0 inside; points on the edge itself
   * count as inside a left or upper edge only.
   */
  static long edge(int ax, int ay, int bx, int by, int px, int py) {
    long side = (long) (bx - ax) * (py - ay) - (long) (by - ay) * (px - ax);
    boolean leftOrUpper = by < ay || (by == ay && bx > ax);
    return leftOrUpper ? side : side - 1;
  }
}
