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

  @Override
  public void soften(
      float[] rows, float x, float y, float z, float least, float share, float[] out, int outAt) {
    for (int k = 0; k < SHORT; k++) {
      float light =
          rows[k]
              + rows[SHORT + k] * y
              + rows[2 * SHORT + k] * z
              + rows[3 * SHORT + k] * x
              + rows[4 * SHORT + k] * (x * y)
              + rows[5 * SHORT + k] * (y * z)
              + rows[6 * SHORT + k] * (3 * z * z - 1)
              + rows[7 * SHORT + k] * (x * z)
              + rows[8 * SHORT + k] * (x * x - y * y);
      out[outAt + k] = share * Math.max(light, least);
    }
  }

  @Override
  public void cover(float[] values, int at, float[] row, float light, float share) {
    for (int k = 0; k < SHORT; k++) {
      float goal = k < SHORT - 1 ? row[k] * light : row[k];
      values[at + k] += (goal - values[at + k]) * share;
    }
  }

  private static float cell(float[] v, int at, int line, float fx, float fy) {
    float upper = v[at] + fx * (v[at + SHORT] - v[at]);
    float lower = v[at + line] + fx * (v[at + line + SHORT] - v[at + line]);
    return upper + fy * (lower - upper);
  }
}
