package org.facerepro.face.render;

/**
 * The innermost product of instances: one block of a basis with the coefficients of four samples.
 * Every number is one chain of fused multiply-adds in ascending order of the component that begins
 * at its base value, so that all kernels give the same bits whatever their width and whichever
 * samples stand side by side.
 */
public interface InstanceKernel {
  /** Samples of one product. */
  int SAMPLES = 4;

  /** Returns how many rows a block has. */
  int width();

  /**
   * Computes {@code out[s, r] = base[s, r] + Σₖ block[k, r] · coefficients[s, k]} for four samples
   * and the rows of one block.
   *
   * @param block {@code [depth, width]} from {@code blockAt}
   * @param coefficients {@code [4, depth]} from {@code coefficientsAt}
   * @param baseAt where the base of each sample begins in {@code base}
   * @param outAt where each sample begins in {@code out}
   * @param row the block's first row within base and output
   */
  void multiply(
      float[] block,
      int blockAt,
      int depth,
      float[] coefficients,
      int coefficientsAt,
      float[] base,
      int[] baseAt,
      float[] out,
      int[] outAt,
      int row);
}
