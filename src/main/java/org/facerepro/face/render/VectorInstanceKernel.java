package org.facerepro.face.render;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product on the processor's vectors: twelve running sums of three vectors by four samples, as
 * many as sixteen registers hold with their operands.
 *
 * <p>Loaded by name, so that the program also runs without {@code jdk.incubator.vector}.
 */
public final class VectorInstanceKernel implements InstanceKernel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WIDTH = 3 * LANES;

  @Override
  public int width() {
    return WIDTH;
  }

  /** One loop over named locals: the compiler keeps vectors in registers only so. */
  @Override
  public void multiply(
      float[] block,
      int blockAt,
      int depth,
      float[] coefficients,
      int coefficientsAt,
      float[] base,
      int[] baseAt,
      float[] out,
      int[] outAt,
      int row) {
    FloatVector a0 = FloatVector.fromArray(SPECIES, base, baseAt[0] + row);
    FloatVector a1 = FloatVector.fromArray(SPECIES, base, baseAt[0] + row + LANES);
    FloatVector a2 = FloatVector.fromArray(SPECIES, base, baseAt[0] + row + 2 * LANES);
    FloatVector b0 = FloatVector.fromArray(SPECIES, base, baseAt[1] + row);
    FloatVector b1 = FloatVector.fromArray(SPECIES, base, baseAt[1] + row + LANES);
    FloatVector b2 = FloatVector.fromArray(SPECIES, base, baseAt[1] + row + 2 * LANES);
    FloatVector c0 = FloatVector.fromArray(SPECIES, base, baseAt[2] + row);
    FloatVector c1 = FloatVector.fromArray(SPECIES, base, baseAt[2] + row + LANES);
    FloatVector c2 = FloatVector.fromArray(SPECIES, base, baseAt[2] + row + 2 * LANES);
    FloatVector d0 = FloatVector.fromArray(SPECIES, base, baseAt[3] + row);
    FloatVector d1 = FloatVector.fromArray(SPECIES, base, baseAt[3] + row + LANES);
    FloatVector d2 = FloatVector.fromArray(SPECIES, base, baseAt[3] + row + 2 * LANES);
    for (int k = 0; k < depth; k++) {
      int at = blockAt + k * WIDTH;
      int c = coefficientsAt + k;
      FloatVector y0 = FloatVector.fromArray(SPECIES, block, at);
      FloatVector y1 = FloatVector.fromArray(SPECIES, block, at + LANES);
      FloatVector y2 = FloatVector.fromArray(SPECIES, block, at + 2 * LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, coefficients[c]);
      a0 = x.fma(y0, a0);
      a1 = x.fma(y1, a1);
      a2 = x.fma(y2, a2);
      x = FloatVector.broadcast(SPECIES, coefficients[c + depth]);
      b0 = x.fma(y0, b0);
      b1 = x.fma(y1, b1);
      b2 = x.fma(y2, b2);
      x = FloatVector.broadcast(SPECIES, coefficients[c + 2 * depth]);
      c0 = x.fma(y0, c0);
      c1 = x.fma(y1, c1);
      c2 = x.fma(y2, c2);
      x = FloatVector.broadcast(SPECIES, coefficients[c + 3 * depth]);
      d0 = x.fma(y0, d0);
      d1 = x.fma(y1, d1);
      d2 = x.fma(y2, d2);
    }
    store(a0, a1, a2, out, outAt[0] + row);
    store(b0, b1, b2, out, outAt[1] + row);
    store(c0, c1, c2, out, outAt[2] + row);
    store(d0, d1, d2, out, outAt[3] + row);
  }

  private static void store(FloatVector v0, FloatVector v1, FloatVector v2, float[] out, int at) {
    v0.intoArray(out, at);
    v1.intoArray(out, at + LANES);
    v2.intoArray(out, at + 2 * LANES);
  }
}
