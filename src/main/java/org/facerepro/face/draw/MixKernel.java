package org.facerepro.face.draw;

/**
 * Weighted sums of short rows of numbers, the inner arithmetic of shading. All kernels do the same
 * sums in the same order, so that they give the same bits.
 */
public interface MixKernel {
  /** Numbers of a long row, a vertex's. */
  int LONG = 12;

  /** Numbers of a short row, a texel's. */
  int SHORT = 4;

  /**
   * Computes {@code out = wa · a + wb · b + wc · c} for long rows of {@code values} that begin at
   * {@code a}, {@code b} and {@code c}; the result begins at {@code outAt}.
   */
  void corners(
      float[] values, int a, int b, int c, float wa, float wb, float wc, float[] out, int outAt);

  /**
   * Computes {@code out = (1 − fy) · ((1 − fx) · t + fx · t₁) + fy · ((1 − fx) · t₂ + fx · t₃)} for
   * four short rows that begin at {@code at}, one further, a line further, and both; the result
   * begins at {@code outAt}.
   *
   * @param line numbers of a line
   */
  void cell(float[] values, int at, int line, float fx, float fy, float[] out, int outAt);
}
