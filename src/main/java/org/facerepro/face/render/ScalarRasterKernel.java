package org.facerepro.face.render;

/** Draws pixel by pixel: triangles of any size, and where vectors cannot be had. */
final class ScalarRasterKernel implements RasterKernel {
  @Override
  public boolean takes(Corners t) {
    return true;
  }

  @Override
  public void fill(
      Corners t, int[] depth, int[] seen, int width, int left, int right, int top, int bottom) {
    int px = (left << FaceRaster.SHIFT) + FaceRaster.HALF;
    int py = (top << FaceRaster.SHIFT) + FaceRaster.HALF;
    long rowA = Corners.edge(t.bx, t.by, t.cx, t.cy, px, py);
    long rowB = Corners.edge(t.cx, t.cy, t.ax, t.ay, px, py);
    long rowC = Corners.edge(t.ax, t.ay, t.bx, t.by, px, py);
    for (int y = top; y <= bottom; y++) {
      long a = rowA;
      long b = rowB;
      long c = rowC;
      float row = t.depth + t.down * ((y << FaceRaster.SHIFT) + FaceRaster.HALF - t.ay);
      for (int x = left; x <= right; x++) {
        if ((a | b | c) >= 0) {
          float w = row + t.right * ((x << FaceRaster.SHIFT) + FaceRaster.HALF - t.ax);
          keep(w, t.id, depth, seen, y * width + x);
        }
        a += (long) (t.by - t.cy) << FaceRaster.SHIFT;
        b += (long) (t.cy - t.ay) << FaceRaster.SHIFT;
        c += (long) (t.ay - t.by) << FaceRaster.SHIFT;
      }
      rowA += (long) (t.cx - t.bx) << FaceRaster.SHIFT;
      rowB += (long) (t.ax - t.cx) << FaceRaster.SHIFT;
      rowC += (long) (t.bx - t.ax) << FaceRaster.SHIFT;
    }
  }

  @Override
  public void points(Corners t, int px, int py, int[] depth, int[] seen, int at) {
    for (int s = 0; s < EdgeSamples.POINTS; s++) {
      point(t, px + EdgeSamples.X[s], py + EdgeSamples.Y[s], depth, seen, at + s);
    }
  }

  private static void point(Corners t, int px, int py, int[] depth, int[] seen, int at) {
    long a = Corners.edge(t.bx, t.by, t.cx, t.cy, px, py);
    long b = Corners.edge(t.cx, t.cy, t.ax, t.ay, px, py);
    long c = Corners.edge(t.ax, t.ay, t.bx, t.by, px, py);
    if ((a | b | c) >= 0) {
      float w = t.depth + t.down * (py - t.ay) + t.right * (px - t.ax);
      keep(w, t.id, depth, seen, at);
    }
  }

  private static void keep(float w, int id, int[] depth, int[] seen, int at) {
    int bits = Float.floatToRawIntBits(w);
    if (bits > depth[at]) {
      depth[at] = bits;
      seen[at] = id;
    }
  }
}
