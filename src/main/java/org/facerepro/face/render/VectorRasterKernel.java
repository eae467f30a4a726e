package org.facerepro.face.render;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Draws small triangles eight pixels or points at once, on the processor's vectors. Inverse depths
 * are compared as whole numbers, in which positive floats keep their order and a point outside the
 * triangle is 0.
 *
 * <p>Loaded by name, so that the program also runs without {@code jdk.incubator.vector}.
 */
public final class VectorRasterKernel implements RasterKernel {
  private static final VectorSpecies<Integer> WHOLE = IntVector.SPECIES_256;
  private static final VectorSpecies<Float> FLOAT = FloatVector.SPECIES_256;
  private static final int LANES = 8;
  private static final int ONE = ViewMesh.SUBPIXEL;
  private static final int[] ALONG = {0, ONE, 2 * ONE, 3 * ONE, 4 * ONE, 5 * ONE, 6 * ONE, 7 * ONE};
  private static final float[] ALONG_FLOAT = floats(ALONG);
  private static final float[] X_FLOAT = floats(EdgeSamples.X);
  private static final float[] Y_FLOAT = floats(EdgeSamples.Y);

  /**
   * Checks the processor.
   *
   * @throws UnsupportedOperationException if its vectors are too short
   */
  public VectorRasterKernel() {
    if (FloatVector.SPECIES_PREFERRED.length() < LANES) {
      throw new UnsupportedOperationException("vectors of less than eight floats");
    }
  }

  private static float[] floats(int[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return out;
  }

  @Override
  public boolean takes(Corners t) {
    return t.small();
  }

  @Override
  public void fill(
      Corners t, int[] depth, int[] seen, int width, int left, int right, int top, int bottom) {
    for (int x = left; x <= right; x += LANES) {
      strip(t, depth, seen, width, Math.min(x, width - LANES), top, bottom);
    }
  }

  private static void strip(
      Corners t, int[] depth, int[] seen, int width, int left, int top, int bottom) {
    int px = (left << FaceRaster.SHIFT) + FaceRaster.HALF;
    int py = (top << FaceRaster.SHIFT) + FaceRaster.HALF;
    IntVector along = IntVector.fromArray(WHOLE, ALONG, 0);
    IntVector a = along.mul(t.by - t.cy).add((int) Corners.edge(t.bx, t.by, t.cx, t.cy, px, py));
    IntVector b = along.mul(t.cy - t.ay).add((int) Corners.edge(t.cx, t.cy, t.ax, t.ay, px, py));
    IntVector c = along.mul(t.ay - t.by).add((int) Corners.edge(t.ax, t.ay, t.bx, t.by, px, py));
    int downA = (t.cx - t.bx) * ONE;
    int downB = (t.ax - t.cx) * ONE;
    int downC = (t.bx - t.ax) * ONE;
    FloatVector growth = FloatVector.fromArray(FLOAT, ALONG_FLOAT, 0).add(px - t.ax).mul(t.right);
    for (int y = top; y <= bottom; y++) {
      int at = y * width + left;
      float row = t.depth + t.down * ((y << FaceRaster.SHIFT) + FaceRaster.HALF - t.ay);
      draw(a.or(b).or(c), growth.add(row), t.id, depth, seen, at);
      a = a.add(downA);
      b = b.add(downB);
      c = c.add(downC);
    }
  }

  private static void draw(
      IntVector sides, FloatVector w, int id, int[] depth, int[] seen, int at) {
    IntVector inside = sides.lanewise(VectorOperators.ASHR, 31).not();
    IntVector mine = w.viewAsIntegralLanes().and(inside);
    IntVector other = IntVector.fromArray(WHOLE, depth, at);
    IntVector ids = IntVector.fromArray(WHOLE, seen, at);
    ids.blend(id, mine.compare(VectorOperators.GT, other)).intoArray(seen, at);
    mine.max(other).intoArray(depth, at);
  }

  @Override
  public void points(Corners t, int px, int py, int[] depth, int[] seen, int at) {
    IntVector x = IntVector.fromArray(WHOLE, EdgeSamples.X, 0);
    IntVector y = IntVector.fromArray(WHOLE, EdgeSamples.Y, 0);
    int sideA = (int) Corners.edge(t.bx, t.by, t.cx, t.cy, px, py);
    int sideB = (int) Corners.edge(t.cx, t.cy, t.ax, t.ay, px, py);
    int sideC = (int) Corners.edge(t.ax, t.ay, t.bx, t.by, px, py);
    IntVector a = x.mul(t.by - t.cy).add(y.mul(t.cx - t.bx)).add(sideA);
    IntVector b = x.mul(t.cy - t.ay).add(y.mul(t.ax - t.cx)).add(sideB);
    IntVector c = x.mul(t.ay - t.by).add(y.mul(t.bx - t.ax)).add(sideC);
    FloatVector w =
        FloatVector.fromArray(FLOAT, Y_FLOAT, 0).add(py - t.ay).mul(t.down).add(t.depth);
    FloatVector right = FloatVector.fromArray(FLOAT, X_FLOAT, 0).add(px - t.ax).mul(t.right);
    draw(a.or(b).or(c), right.add(w), t.id, depth, seen, at);
  }
}
