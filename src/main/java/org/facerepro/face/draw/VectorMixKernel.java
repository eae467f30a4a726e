package org.facerepro.face.draw;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sums on the processor's vectors.
 *
 * <p>Loaded by name, so that the program also runs without {@code jdk.incubator.vector}.
 */
public final class VectorMixKernel implements MixKernel {
  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

  public VectorMixKernel() {
    if (FloatVector.SPECIES_PREFERRED.length() < FOUR.length()) {
      throw new UnsupportedOperationException("the processor has no vectors of 8 numbers");
    }
  }

  @Override
  public void corners(
      float[] values, int a, int b, int c, float wa, float wb, float wc, float[] out, int outAt) {
    for (int k = 0; k < LONG; k += 4) {
      FloatVector.fromArray(FOUR, values, a + k)
          .mul(wa)
          .add(FloatVector.fromArray(FOUR, values, b + k).mul(wb))
          .add(FloatVector.fromArray(FOUR, values, c + k).mul(wc))
          .intoArray(out, outAt + k);
    }
  }

  @Override
  public void cell(float[] values, int at, int line, float fx, float fy, float[] out, int outAt) {
    cell(values, at, line, fx, fy).intoArray(out, outAt);
  }

  private static FloatVector cell(float[] values, int at, int line, float fx, float fy) {
    FloatVector a = FloatVector.fromArray(FOUR, values, at);
    FloatVector b = FloatVector.fromArray(FOUR, values, at + SHORT);
    FloatVector c = FloatVector.fromArray(FOUR, values, at + line);
    FloatVector d = FloatVector.fromArray(FOUR, values, at + line + SHORT);
    FloatVector upper = a.add(b.sub(a).mul(fx));
    FloatVector lower = c.add(d.sub(c).mul(fx));
    return upper.add(lower.sub(upper).mul(fy));
  }
}
