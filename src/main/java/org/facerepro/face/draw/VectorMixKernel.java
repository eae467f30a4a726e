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

  @Override
  public void soften(
      float[] rows, float x, float y, float z, float least, float share, float[] out, int outAt) {
    row(rows, 0)
        .add(row(rows, 1).mul(y))
        .add(row(rows, 2).mul(z))
        .add(row(rows, 3).mul(x))
        .add(row(rows, 4).mul(x * y))
        .add(row(rows, 5).mul(y * z))
        .add(row(rows, 6).mul(3 * z * z - 1))
        .add(row(rows, 7).mul(x * z))
        .add(row(rows, 8).mul(x * x - y * y))
        .max(least)
        .mul(share)
        .intoArray(out, outAt);
  }

  private static FloatVector row(float[] rows, int k) {
    return FloatVector.fromArray(FOUR, rows, SHORT * k);
  }

  @Override
  public void cover(float[] values, int at, float[] row, float light, float share) {
    FloatVector goal =
        FloatVector.fromArray(FOUR, row, 0)
            .mul(FloatVector.broadcast(FOUR, light).withLane(SHORT - 1, 1));
    FloatVector old = FloatVector.fromArray(FOUR, values, at);
    old.add(goal.sub(old).mul(share)).intoArray(values, at);
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
