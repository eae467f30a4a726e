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

  /** Stands for a triangle that may touch more than two by two cells. */
  static final int LARGE = -1;

  static final int HALF = ViewMesh.SUBPIXEL / 2;
  static final int SHIFT = 8;

  /** Which cells a box may reach into, besides its first. */
  static final int KINDS = 4;

  private static final int LARGEST_CELL = 6;

  final int width;
  final int height;

  /** Bits of the inverse depth of what is seen at each pixel; 0 where nothing is. */
  private final int[] depth;

  /** Offset of the first corner of the triangle that is seen at each pixel. */
  final int[] seen;

  /** Offsets of the triangles that turn to the camera, in order, and how many they are. */
  final int[] front;

  int frontCount;

  /**
   * Where the box of each of them lies on a grid whose cells are as large as a usual triangle: four
   * times the number of the cell of its upper left, row by row, plus 1 if it reaches into the cell
   * to the right, plus 2 if into the one below; {@link #LARGE} if it reaches farther.
   */
  final int[] corner;

  /** Logarithm of the side of the grid's cells in steps, and how many are in a row. */
  int cell;

  int columns;

  private final int lastX;
  private final int lastY;

  /** Pixels that the face may touch and those next to them. */
  int left;

  int right;
  int top;
  int bottom;

  private final RasterKernel plain = new ScalarRasterKernel();
  private final RasterKernel kernel;
  private final Corners corners = new Corners();

  FaceRaster(int width, int height, int triangles, RasterKernel kernel) {
    this.width = width;
    this.height = height;
    this.kernel = width < RasterKernel.LEAST_WIDTH ? plain : kernel;
    depth = new int[width * height];
    seen = new int[width * height];
    front = new int[triangles];
    corner = new int[triangles];
    lastX = (width << SHIFT) - 1;
    lastY = (height << SHIFT) - 1;
  }

  void clear() {
    Arrays.fill(depth, 0);
    Arrays.fill(seen, NOTHING);
    frontCount = 0;
  }

  /** Returns the logarithm of the side, in pixels, of cells that hold a usual triangle. */
  private static int cellBits(ViewMesh mesh) {
    long steps = (long) (mesh.right - mesh.left) * (mesh.bottom - mesh.top);
    long area = steps >> (2 * SHIFT);
    int bits = 0;
    while (bits < LARGEST_CELL && ((long) mesh.triangles.length << (2 * bits)) < 9 * area) {
      bits++;
    }
    return bits;
  }

  /**
   * Draws the triangles of a face that lie wholly between the near and far planes.
   *
   * @param cut whether there are others
   */
  void draw(ViewMesh mesh, boolean cut) {
    cell = SHIFT + cellBits(mesh);
    columns = ((width - 1) >> (cell - SHIFT)) + 1;
    int[] t = mesh.triangles;
    int[] p = mesh.places;
    for (int i = 0; i < t.length; i += 3) {
      if (cut && !mesh.whole(i)) {
        continue;
      }
      int a = 2 * t[i];
      int b = 2 * t[i + 2];
      int c = 2 * t[i + 1];
      int ax = p[a];
      int ay = p[a + 1];
      int bx = p[b];
      int by = p[b + 1];
      int cx = p[c];
      int cy = p[c + 1];
      if ((long) (bx - ax) * (cy - ay) <= (long) (cx - ax) * (by - ay)) {
        continue;
      }
      int minX = Math.min(ax, Math.min(bx, cx));
      int maxX = Math.max(ax, Math.max(bx, cx));
      int minY = Math.min(ay, Math.min(by, cy));
      int maxY = Math.max(ay, Math.max(by, cy));
      if ((maxX | maxY | (lastX - minX) | (lastY - minY)) < 0) {
        continue;
      }
      corner[frontCount] = corner(minX, maxX, minY, maxY);
      front[frontCount++] = i;
      int x = (minX + HALF - 1) >> SHIFT;
      int y = (minY + HALF - 1) >> SHIFT;
      int spanX = ((maxX - HALF) >> SHIFT) - x;
      int spanY = ((maxY - HALF) >> SHIFT) - y;
      if ((spanX | spanY) == 0) {
        if ((x | y | (width - 1 - x) | (height - 1 - y)) >= 0) {
          dot(mesh, i, ax, ay, bx, by, cx, cy, x, y);
        }
      } else if ((spanX | spanY) > 0) {
        corners.take(mesh, i);
        fill(corners);
      }
    }
  }

  /** Draws one triangle of which only one pixel's centre may be seen. */
  private void dot(
      ViewMesh mesh, int id, int ax, int ay, int bx, int by, int cx, int cy, int x, int y) {
    int px = (x << SHIFT) + HALF;
    int py = (y << SHIFT) + HALF;
    long ea = Corners.edge(bx, by, cx, cy, px, py);
    long eb = Corners.edge(cx, cy, ax, ay, px, py);
    long ec = Corners.edge(ax, ay, bx, by, px, py);
    if ((ea | eb | ec) >= 0) {
      int[] t = mesh.triangles;
      float[] w = mesh.inverseDepth;
      float sum = ea * w[t[id]] + eb * w[t[id + 2]] + ec * w[t[id + 1]];
      long whole = ea + eb + ec;
      int bits = Float.floatToRawIntBits(whole > 0 ? sum / whole : w[t[id]]);
      int i = y * width + x;
      if (bits > depth[i]) {
        depth[i] = bits;
        seen[i] = id;
      }
    }
  }

  /** Returns the place of a box on the grid. */
  private int corner(int minX, int maxX, int minY, int maxY) {
    int x = minX >> cell;
    int y = minY >> cell;
    int right = (maxX >> cell) - x;
    int down = (maxY >> cell) - y;
    int beyond = (1 - (right | down)) | minX | minY | (lastX - maxX) | (lastY - maxY);
    return beyond < 0 ? LARGE : KINDS * (y * columns + x) + right + 2 * down;
  }

  /** Finds the part of the picture that the face and its neighbours lie in. */
  void bound(ViewMesh mesh, boolean cut) {
    left = cut ? 0 : Math.max(0, (mesh.left >> SHIFT) - 1);
    right = cut ? width - 1 : Math.min(width - 1, (mesh.right >> SHIFT) + 1);
    top = cut ? 0 : Math.max(0, (mesh.top >> SHIFT) - 1);
    bottom = cut ? height - 1 : Math.min(height - 1, (mesh.bottom >> SHIFT) + 1);
  }

  /** Returns the inverse depth of what is seen at a pixel; 0 where nothing is. */
  float depth(int pixel) {
    return Float.intBitsToFloat(depth[pixel]);
  }

  /** Draws one triangle. */
  void fill(Corners t) {
    int x0 = Math.max(0, (t.minX + HALF - 1) >> SHIFT);
    int x1 = Math.min(width - 1, (t.maxX - HALF) >> SHIFT);
    int y0 = Math.max(0, (t.minY + HALF - 1) >> SHIFT);
    int y1 = Math.min(height - 1, (t.maxY - HALF) >> SHIFT);
    kernelFor(t).fill(t, depth, seen, width, x0, x1, y0, y1);
  }

  /** Returns the faster kernel for small triangles, the plain one for others. */
  RasterKernel kernelFor(Corners t) {
    return kernel.takes(t) ? kernel : plain;
  }
}
