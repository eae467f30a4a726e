package org.facerepro.face.render;

/** The product number by number: where vectors cannot be had. */
final class ScalarInstanceKernel implements InstanceKernel {
  private static final int WIDTH = 16;

  @Override
  public int width() {
    return WIDTH;
  }

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
    float[] sums = new float[WIDTH];
    for (int s = 0; s < SAMPLES; s++) {
      System.arraycopy(base, baseAt[s] + row, sums, 0, WIDTH);
      for (int k = 0; k < depth; k++) {
        float c = coefficients[coefficientsAt + s * depth + k];
        int at = blockAt + k * WIDTH;
        for (int r = 0; r < WIDTH; r++) {
          sums[r] = Math.fma(c, block[at + r], sums[r]);
        }
      }
      System.arraycopy(sums, 0, out, outAt[s] + row, WIDTH);
    }
  }
}
