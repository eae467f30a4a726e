package org.facerepro.face.render;

import java.util.List;

/**
 * Soft light as a quadratic in the normal, {@code c + l·n + nᵀQn}, which turns with its space as
 * {@code l → Rᵀl}, {@code Q → RᵀQR}: so the light is turned once and not every normal.
 */
final class QuadraticShade {
  /** Constant; x, y, z; xx, yy, zz, xy, yz, xz. */
  static final int TERMS = 10;

  private QuadraticShade() {}

  /**
   * Writes the quadratic of nine weights of spherical harmonics' polynomials.
   *
   * @param w weights in the order of {@link SphericalLight}, in camera space
   * @param r rotation from head space to camera space
   */
  static void turned(double[] w, List<Double> r, float[] out, int at) {
    double[][] q = {
      {w[8], w[4] / 2, w[7] / 2}, {w[4] / 2, -w[8], w[5] / 2}, {w[7] / 2, w[5] / 2, 3 * w[6]}
    };
    double[] l = {w[3], w[1], w[2]};
    out[at] = (float) (w[0] - w[6]);
    for (int i = 0; i < 3; i++) {
      out[at + 1 + i] = (float) (l[0] * r.get(i) + l[1] * r.get(3 + i) + l[2] * r.get(6 + i));
      out[at + 4 + i] = (float) form(q, r, i, i);
      out[at + 7 + i] = (float) (2 * form(q, r, i == 2 ? 0 : i, i == 2 ? 2 : i + 1));
    }
  }

  private static double form(double[][] q, List<Double> r, int i, int j) {
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        sum += r.get(3 * a + i) * q[a][b] * r.get(3 * b + j);
      }
    }
    return sum;
  }

  /**
   * Multiplies colours by the shade of their normals.
   *
   * @param q quadratic of one channel from {@code at}
   * @param nx normals of any length; their x, y and z
   * @param colour linear light of that channel, replaced
   */
  static void apply(
      float[] q, int at, float[] nx, float[] ny, float[] nz, float[] colour, int count) {
    float c = q[at];
    float lx = q[at + 1];
    float ly = q[at + 2];
    float lz = q[at + 3];
    float xx = q[at + 4];
    float yy = q[at + 5];
    float zz = q[at + 6];
    float xy = q[at + 7];
    float yz = q[at + 8];
    float xz = q[at + 9];
    for (int i = 0; i < count; i++) {
      float x = nx[i];
      float y = ny[i];
      float z = nz[i];
      float shade =
          c + x * (lx + xx * x + xy * y) + y * (ly + yy * y + yz * z) + z * (lz + zz * z + xz * x);
      colour[i] *= Math.max(0, shade);
    }
  }
}
