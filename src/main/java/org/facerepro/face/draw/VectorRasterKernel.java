package org.facerepro.face.draw;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loop on the processor's vectors, a block of columns at once: most triangles of a head in a
 * small picture are narrower.
 *
 * <p>Loaded by name, so that the program also runs without {@code jdk.incubator.vector}.
 */
public final class VectorRasterKernel implements RasterKernel {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_128;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_128;
  private static final int[] LANES = {0, 1, 2, 3};

  public VectorRasterKernel() {
    if (IntVector.SPECIES_PREFERRED.length() < BLOCK) {
      throw new UnsupportedOperationException("the processor has no vectors of 8 whole numbers");
    }
  }

  @Override
  public boolean needsWholeBlocks() {
    return true;
  }

  /** One loop over named locals: the compiler keeps vectors in registers only so. */
  @Override
  public void fill(SmallTriangle t, int width, float[] depth, int[] ids) {
    IntVector lanes = IntVector.fromArray(INTS, LANES, 0);
    FloatVector across = ((FloatVector) lanes.convert(VectorOperators.I2F, 0)).mul(t.rightNear);
    IntVector firstA = lanes.mul(t.rightA).add(t.edgeA);
    IntVector firstB = lanes.mul(t.rightB).add(t.edgeB);
    IntVector firstC = lanes.mul(t.rightC).add(t.edgeC);
    IntVector id = IntVector.broadcast(INTS, t.id);
    float start = t.near;
    for (int x = 0; x < t.columns; x += BLOCK) {
      IntVector a = firstA.add(x * t.rightA);
      IntVector b = firstB.add(x * t.rightB);
      IntVector c = firstC.add(x * t.rightC);
      FloatVector near = across.add(start);
      int at = t.first + x;
      for (int y = 0; y < t.rows; y++) {
        FloatVector old = FloatVector.fromArray(FLOATS, depth, at);
        IntVector inside = a.or(b).or(c).not();
        IntVector wins =
            old.sub(near).reinterpretAsInts().and(inside).lanewise(VectorOperators.ASHR, 31);
        old.reinterpretAsInts()
            .lanewise(VectorOperators.BITWISE_BLEND, near.reinterpretAsInts(), wins)
            .reinterpretAsFloats()
            .intoArray(depth, at);
        IntVector.fromArray(INTS, ids, at)
            .lanewise(VectorOperators.BITWISE_BLEND, id, wins)
            .intoArray(ids, at);
        a = a.add(t.downA);
        b = b.add(t.downB);
        c = c.add(t.downC);
        near = near.add(t.downNear);
        at += width;
      }
      start += BLOCK * t.rightNear;
    }
  }
}
