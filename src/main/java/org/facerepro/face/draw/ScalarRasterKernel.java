package org.facerepro.face.draw;

/** The loop in plain arithmetic, without branches on chance: which pixels lie inside. */
final class ScalarRasterKernel implements RasterKernel {
  @Override
  public boolean needsWholeBlocks() {
    return false;
  }

  @Override
  public void fill(TrianglePair t, int width, float[] depth, int[] ids) {
    float nearA = t.nearA;
    float nearD = t.nearD;
    for (int x = 0; x < t.columns; x++) {
      int lane = x % BLOCK;
      if (lane == 0 && x > 0) {
        nearA += BLOCK * t.rightNearA;
        nearD += BLOCK * t.rightNearD;
      }
      float topA = lane * t.rightNearA + nearA;
      float topD = lane * t.rightNearD + nearD;
      column(t, x, topA, topD, width, depth, ids);
    }
  }

  private static void column(
      TrianglePair t, int x, float topA, float topD, int width, float[] depth, int[] ids) {
    int bc = t.edgeBc + x * t.rightBc;
    int ca = t.edgeCa + x * t.rightCa;
    int ab = t.edgeAb + x * t.rightAb;
    int bd = t.edgeBd + x * t.rightBd;
    int dc = t.edgeDc + x * t.rightDc;
    float nearA = topA;
    float nearD = topD;
    int at = t.first + x;
    for (int y = 0; y < t.rows; y++) {
      // All ones on the second triangle's side.
      int side = bc >> 31;
      float near = Float.intBitsToFloat(blend(bits(nearA), bits(nearD), side));
      float old = depth[at];
      // All ones where the new wins: inside, and the difference has a sign.
      int wins = (bits(old - near) & ~blend(ca | ab, bd | dc, side)) >> 31;
      depth[at] = Float.intBitsToFloat(blend(bits(old), bits(near), wins));
      if (ids.length > 0) {
        ids[at] = blend(ids[at], blend(t.idA, t.idD, side), wins);
      }
      bc += t.downBc;
      ca += t.downCa;
      ab += t.downAb;
      bd += t.downBd;
      dc += t.downDc;
      nearA += t.downNearA;
      nearD += t.downNearD;
      at += width;
    }
  }

  private static int bits(float value) {
    return Float.floatToRawIntBits(value);
  }

  private static int blend(int no, int yes, int mask) {
    return (no & ~mask) | (yes & mask);
  }
}
