package org.facerepro.face.render;

import java.util.Arrays;

/**
 * Looks again, through eight points each, at the pixels where a surface ends: at the rim of the
 * face and where a nearer part stands before a farther one. The points lie each in a row and a
 * column of its own, so that edges of every direction are seen finely.
 *
 * <p>Reused; not thread-safe.
 */
final class EdgeSamples {
  /** Points of a pixel. */
  static final int POINTS = 8;

  /** Places of the points from the pixel's centre in steps of 1/256 pixel. */
  static final int[] X = {16, -16, 80, -48, -80, -112, 48, 112};

  static final int[] Y = {-48, 48, 16, -80, 80, -16, 112, -112};

  private static final int NONE = -1;

  /** Between neighbouring pixels depth jumps if it differs by more than so many pixels' width. */
  private static final float JUMP = 4;

  /** Pixels looked at, and how many they are. */
  int[] pixels = new int[256];

  int count;

  /** Triangle seen through each point, {@code [count, 8]}. */
  int[] seen = new int[256 * POINTS];

  private float[] depth = new float[256 * POINTS];
  private final int[] slot;

  EdgeSamples(int width, int height) {
    slot = new int[width * height];
  }

  /** Returns whether a pixel is looked at again. */
  boolean holds(int pixel) {
    return slot[pixel] >= 0;
  }

  /** Looks again at the pixels of a drawn picture where a surface ends. */
  void look(FaceRaster raster, ViewMesh mesh, CutTriangles cut, double focal) {
    find(raster, (float) (JUMP / focal));
    for (int i = 0; i < raster.frontCount; i++) {
      triangle(raster, mesh, raster.front[i]);
    }
    for (CutTriangles.Piece p : cut.pieces()) {
      look(raster, p.id(), p.ax(), p.ay(), p.aw(), p.bx(), p.by(), p.bw(), p.cx(), p.cy(), p.cw());
    }
  }

  /** Finds the pixels; their points see nothing yet. */
  void find(FaceRaster raster, float jump) {
    Arrays.fill(slot, NONE);
    count = 0;
    for (int y = 0; y < raster.height; y++) {
      for (int x = 0; x < raster.width; x++) {
        int i = y * raster.width + x;
        if (x + 1 < raster.width) {
          compare(raster, i, i + 1, jump);
          if (y + 1 < raster.height) {
            compare(raster, i, i + raster.width + 1, jump);
            compare(raster, i + 1, i + raster.width, jump);
          }
        }
        if (y + 1 < raster.height) {
          compare(raster, i, i + raster.width, jump);
        }
      }
    }
    Arrays.fill(depth, 0, count * POINTS, 0);
    Arrays.fill(seen, 0, count * POINTS, FaceRaster.NOTHING);
  }

  /** Marks two neighbours if one of them shows nothing, or their depths differ much. */
  private void compare(FaceRaster raster, int i, int j, float jump) {
    float a = raster.depth[i];
    float b = raster.depth[j];
    float nearer = Math.max(a, b);
    if (nearer - Math.min(a, b) > jump * nearer) {
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

  private void triangle(FaceRaster raster, ViewMesh mesh, int id) {
    int a = mesh.triangles[id];
    int b = mesh.triangles[id + 2];
    int c = mesh.triangles[id + 1];
    int[] p = mesh.places;
    float[] w = mesh.inverseDepth;
    look(
        raster, id, p[2 * a], p[2 * a + 1], w[a], p[2 * b], p[2 * b + 1], w[b], p[2 * c],
        p[2 * c + 1], w[c]);
  }

  /** Looks at one triangle, clockwise on the picture, at the pixels it may touch. */
  private void look(
      FaceRaster raster,
      int id,
      int ax,
      int ay,
      float wa,
      int bx,
      int by,
      float wb,
      int cx,
      int cy,
      float wc) {
    int x0 = Math.max(0, Math.min(ax, Math.min(bx, cx)) >> FaceRaster.SHIFT);
    int y0 = Math.max(0, Math.min(ay, Math.min(by, cy)) >> FaceRaster.SHIFT);
    int x1 = Math.min(raster.width - 1, Math.max(ax, Math.max(bx, cx)) >> FaceRaster.SHIFT);
    int y1 = Math.min(raster.height - 1, Math.max(ay, Math.max(by, cy)) >> FaceRaster.SHIFT);
    for (int y = y0; y <= y1; y++) {
      for (int x = x0; x <= x1; x++) {
        int at = slot[y * raster.width + x];
        if (at >= 0) {
          points(id, ax, ay, wa, bx, by, wb, cx, cy, wc, x, y, at * POINTS);
        }
      }
    }
  }

  /** Looks at one triangle, clockwise on the picture, through the points of one pixel. */
  private void points(
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
      int x,
      int y,
      int at) {
    int centreX = (x << FaceRaster.SHIFT) + FaceRaster.HALF;
    int centreY = (y << FaceRaster.SHIFT) + FaceRaster.HALF;
    long rimA = FaceRaster.edge(bx, by, cx, cy, centreX, centreY);
    long rimB = FaceRaster.edge(cx, cy, ax, ay, centreX, centreY);
    long rimC = FaceRaster.edge(ax, ay, bx, by, centreX, centreY);
    float area = rimA + rimB + rimC;
    for (int s = 0; s < POINTS; s++) {
      long ea = rimA + (long) (cx - bx) * Y[s] - (long) (cy - by) * X[s];
      long eb = rimB + (long) (ax - cx) * Y[s] - (long) (ay - cy) * X[s];
      long ec = rimC + (long) (bx - ax) * Y[s] - (long) (by - ay) * X[s];
      if ((ea | eb | ec) >= 0) {
        float w = area > 0 ? (ea * wa + eb * wb + ec * wc) / area : wa;
        if (w > depth[at + s]) {
          depth[at + s] = w;
          seen[at + s] = id;
        }
      }
    }
  }
}
