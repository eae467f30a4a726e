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
  private static final VectorOperators.Ternary BLEND = VectorOperators.BITWISE_BLEND;
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
  public void fill(TrianglePair t, int width, float[] depth, int[] ids) {
    IntVector lanes = IntVector.fromArray(INTS, LANES, 0);
    FloatVector across = (FloatVector) lanes.convert(VectorOperators.I2F, 0);
    FloatVector acrossA = across.mul(t.rightNearA);
    FloatVector acrossD = across.mul(t.rightNearD);
    float startA = t.nearA;
    float startD = t.nearD;
    for (int x = 0; x < t.columns; x += BLOCK) {
      IntVector bc = lanes.mul(t.rightBc).add(t.edgeBc + x * t.rightBc);
      IntVector ca = lanes.mul(t.rightCa).add(t.edgeCa + x * t.rightCa);
      IntVector ab = lanes.mul(t.rightAb).add(t.edgeAb + x * t.rightAb);
      IntVector bd = lanes.mul(t.rightBd).add(t.edgeBd + x * t.rightBd);
      IntVector dc = lanes.mul(t.rightDc).add(t.edgeDc + x * t.rightDc);
      FloatVector nearA = acrossA.add(startA);
      FloatVector nearD = acrossD.add(startD);
      int at = t.first + x;
      for (int y = 0; y < t.rows; y++) {
        IntVector side = bc.lanewise(VectorOperators.ASHR, 31);
        IntVector near = nearA.reinterpretAsInts().lanewise(BLEND, nearD.reinterpretAsInts(), side);
        FloatVector old = FloatVector.fromArray(FLOATS, depth, at);
        IntVector outside = ca.or(ab).lanewise(BLEND, bd.or(dc), side);
        IntVector wins =
            old.sub(near.reinterpretAsFloats())
                .reinterpretAsInts()
                .lanewise(VectorOperators.AND_NOT, outside)
                .lanewise(VectorOperators.ASHR, 31);
        old.reinterpretAsInts()
            .lanewise(BLEND, near, wins)
            .reinterpretAsFloats()
            .intoArray(depth, at);
        if (ids.length > 0) {
          IntVector id = side.and(t.idA ^ t.idD).lanewise(VectorOperators.XOR, t.idA);
          IntVector.fromArray(INTS, ids, at).lanewise(BLEND, id, wins).intoArray(ids, at);
        }
        bc = bc.add(t.downBc);
        ca = ca.add(t.downCa);
        ab = ab.add(t.downAb);
        bd = bd.add(t.downBd);
        dc = dc.add(t.downDc);
        nearA = nearA.add(t.downNearA);
        nearD = nearD.add(t.downNearD);
        at += width;
      }
      startA += BLOCK * t.rightNearA;
      startD += BLOCK * t.rightNearD;
    }
  }
}
