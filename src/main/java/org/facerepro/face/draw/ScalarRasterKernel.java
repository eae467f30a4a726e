package org.facerepro.face.draw;

/** The loop in plain arithmetic, without branches inside it: which pixels lie inside is chance. */
final class ScalarRasterKernel implements RasterKernel {
  @Override
  public boolean needsWholeBlocks() {
    return false;
  }

  @Override
  public void fill(SmallTriangle t, int width, float[] depth, int[] ids) {
    float near = t.near;
    for (int x = 0; x < t.columns; x++) {
      int lane = x % BLOCK;
      if (lane == 0 && x > 0) {
        near += BLOCK * t.rightNear;
      }
      column(t, x, lane * t.rightNear + near, width, depth, ids);
    }
  }

  private static void column(
      SmallTriangle t, int x, float top, int width, float[] depth, int[] ids) {
    int a = t.edgeA + x * t.rightA;
    int b = t.edgeB + x * t.rightB;
    int c = t.edgeC + x * t.rightC;
    float near = top;
    int at = t.first + x;
    for (int y = 0; y < t.rows; y++) {
      float old = depth[at];
      // All ones where the old stays: outside, or where the difference has no sign.
      int keep = ~((Float.floatToRawIntBits(old - near) & ~(a | b | c)) >> 31);
      int kept = Float.floatToRawIntBits(old) & keep;
      depth[at] = Float.intBitsToFloat(kept | (Float.floatToRawIntBits(near) & ~keep));
      ids[at] = (ids[at] & keep) | (t.id & ~keep);
      a += t.downA;
      b += t.downB;
      c += t.downC;
      near += t.downNear;
      at += width;
    }
  }
}
