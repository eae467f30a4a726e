package org.facerepro.face.draw;

/** The sums in plain arithmetic. */
final class ScalarMixKernel implements MixKernel {
  @Override
  public void corners(
      float[] values, int a, int b, int c, float wa, float wb, float wc, float[] out, int outAt) {
    for (int k = 0; k < LONG; k++) {
      out[outAt + k] = wa * values[a + k] + wb * values[b + k] + wc * values[c + k];
    }
  }

  @Override
  public void cell(float[] values, int at, int line, float fx, float fy, float[] out, int outAt) {
    for (int k = 0; k < SHORT; k++) {
      out[outAt + k] = cell(values, at + k, line, fx, fy);
    }
  }

  private static float cell(float[] v, int at, int line, float fx, float fy) {
    float upper = v[at] + fx * (v[at + SHORT] - v[at]);
    float lower = v[at + line] + fx * (v[at + line + SHORT] - v[at + line]);
    return upper + fy * (lower - upper);
  }
}
