package org.facerepro.face.render;

import java.util.Arrays;
import org.facerepro.face.model.LinearSpace;

/**
 * A linear space laid out for instances in batches: cut into blocks of rows that lie side by side
 * for each component. As large as the space itself, which it copies. Immutable.
 */
final class PackedSpace {
  private final InstanceKernel kernel;
  private final int rows;
  private final int blocks;
  private final int depth;
  private final float[] packed;
  private final float[] deviation;

  PackedSpace(LinearSpace space, InstanceKernel kernel) {
    this.kernel = kernel;
    rows = space.rows();
    depth = space.components();
    deviation = space.sharedDeviation();
    int width = kernel.width();
    blocks = (rows + width - 1) / width;
    packed = new float[Math.multiplyExact(blocks * width, depth)];
    float[] basis = space.sharedBasis();
    for (int row = 0; row < rows; row++) {
      int from = row * depth;
      int to = row / width * width * depth + row % width;
      for (int k = 0; k < depth; k++) {
        packed[to + k * width] = basis[from + k];
      }
    }
  }

  /** Returns the length of one instance: 3V, rounded up to whole blocks. */
  int stride() {
    return blocks * kernel.width();
  }

  int components() {
    return depth;
  }

  /** Returns the standard deviation of each component; read-only. */
  float[] deviation() {
    return deviation;
  }

  /** Returns values at vertices {@code [V, 3]}, padded to {@link #stride}. */
  float[] padded(float[] values) {
    return Arrays.copyOf(values, stride());
  }

  /**
   * Computes instances: {@code base + basis · coefficients}.
   *
   * @param coefficients {@code [n, K]}, already times the deviations
   * @param n a multiple of {@link InstanceKernel#SAMPLES}
   * @param base bases, each {@link #stride} long
   * @param baseOf which base each of the n instances starts from
   * @param out {@code [n, stride]}
   */
  void instances(float[] coefficients, int n, float[] base, int[] baseOf, float[] out) {
    int width = kernel.width();
    int[] baseAt = new int[InstanceKernel.SAMPLES];
    int[] outAt = new int[InstanceKernel.SAMPLES];
    for (int block = 0; block < blocks; block++) {
      for (int s = 0; s < n; s += InstanceKernel.SAMPLES) {
        for (int i = 0; i < InstanceKernel.SAMPLES; i++) {
          baseAt[i] = baseOf[s + i] * stride();
          outAt[i] = (s + i) * stride();
        }
        kernel.multiply(
            packed,
            block * width * depth,
            depth,
            coefficients,
            s * depth,
            base,
            baseAt,
            out,
            outAt,
            block * width);
      }
    }
  }
}
