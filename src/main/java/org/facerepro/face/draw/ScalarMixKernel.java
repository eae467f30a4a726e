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
  public void cell(float[] values, int at, int line, float fx, float fy, float[] out) {
    for (int k = 0; k < SHORT; k++) {
      out[k] = cell(values, at + k, line, fx, fy);
    }
  }

  @Override
  public void cells(
      float[] values,
      int line,
      int at,
      float fx,
      float fy,
      int secondAt,
      float secondX,
      float secondY,
      float[] out) {
    for (int k = 0; k < SHORT; k++) {
      float first = cell(values, at + k, line, fx, fy);
      out[k] = 0.5f * (first + cell(values, secondAt + k, line, secondX, secondY));
    }
  }

  private static float cell(float[] v, int at, int line, float fx, float fy) {
    float upper = v[at] + fx * (v[at + SHORT] - v[at]);
    float lower = v[at + line] + fx * (v[at + line + SHORT] - v[at + line]);
    return upper + fy * (lower - upper);
  }
}
