package org.facerepro.face.draw;

import java.util.Arrays;

/**
 * Distant light of one colour channel in real spherical harmonics up to order 2 (nine terms), and
 * the irradiance it gives (Ramamoorthi and Hanrahan, SIGGRAPH 2001).
 *
 * <p>Mutable while it is being gathered; one per channel and worker.
 */
public final class ShLight {
  private static final double Y0 = 0.282094791773878;
  private static final double Y1 = 0.488602511902920;
  private static final double Y2 = 1.092548430592079;
  private static final double Y20 = 0.315391565252520;
  private static final double Y22 = 0.546274215296040;
  private static final double A0 = StrictMath.PI;
  private static final double A1 = 2 * StrictMath.PI / 3;
  private static final double A2 = StrictMath.PI / 4;

  private final float[] c = new float[9];

  public void clear() {
    Arrays.fill(c, 0);
  }

  /**
   * Returns the nine factors of the irradiance on a unit normal: of 1, y, z, x, xy, yz, 3z² − 1,
   * xz, x² − y².
   */
  public float[] coefficients() {
    return c.clone();
  }

  /** Adds the same radiance from everywhere. */
  public void addConstant(double radiance) {
    c[0] += (float) (A0 * radiance);
  }

  /** Adds the radiance {@code gradient · direction}, negative on the far side. */
  public void addLinear(double gx, double gy, double gz) {
    c[1] += (float) (A1 * gy);
    c[2] += (float) (A1 * gz);
    c[3] += (float) (A1 * gx);
  }

  /** Adds a small source of irradiance {@code power} in a unit direction. */
  public void addSource(double x, double y, double z, double power) {
    c[0] += (float) (A0 * Y0 * Y0 * power);
    c[1] += (float) (A1 * Y1 * Y1 * y * power);
    c[2] += (float) (A1 * Y1 * Y1 * z * power);
    c[3] += (float) (A1 * Y1 * Y1 * x * power);
    c[4] += (float) (A2 * Y2 * Y2 * x * y * power);
    c[5] += (float) (A2 * Y2 * Y2 * y * z * power);
    c[6] += (float) (A2 * Y20 * Y20 * (3 * z * z - 1) * power);
    c[7] += (float) (A2 * Y2 * Y2 * x * z * power);
    c[8] += (float) (A2 * Y22 * Y22 * (x * x - y * y) * power);
  }

  /**
   * Adds light given by its irradiance on normals of another space.
   *
   * @param w factors {@code [9]} of the polynomials there, see {@link #coefficients()}
   * @param turn takes this space to the other one
   * @param share factor on the light
   */
  public void addTurned(double[] w, Rotation turn, double share) {
    double[][] q = {
      {w[8], w[4] / 2, w[7] / 2}, {w[4] / 2, -w[8], w[5] / 2}, {w[7] / 2, w[5] / 2, 3 * w[6]}
    };
    double[][] axes = axes(turn);
    double xx = form(q, axes[0], axes[0]);
    double yy = form(q, axes[1], axes[1]);
    c[0] += (float) (share * w[0]);
    c[1] += (float) (share * (w[3] * axes[1][0] + w[1] * axes[1][1] + w[2] * axes[1][2]));
    c[2] += (float) (share * (w[3] * axes[2][0] + w[1] * axes[2][1] + w[2] * axes[2][2]));
    c[3] += (float) (share * (w[3] * axes[0][0] + w[1] * axes[0][1] + w[2] * axes[0][2]));
    c[4] += (float) (share * 2 * form(q, axes[0], axes[1]));
    c[5] += (float) (share * 2 * form(q, axes[1], axes[2]));
    // The squares of a unit normal add up to 1, so only their differences count.
    c[6] += (float) (share * (form(q, axes[2], axes[2]) - (xx + yy) / 2) / 3);
    c[7] += (float) (share * 2 * form(q, axes[0], axes[2]));
    c[8] += (float) (share * (xx - yy) / 2);
  }

  /** Returns this space's three axes in the other one. */
  private static double[][] axes(Rotation turn) {
    double[][] out = new double[3][3];
    for (int axis = 0; axis < 3; axis++) {
      for (int row = 0; row < 3; row++) {
        out[axis][row] = turn.row(row, axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);
      }
    }
    return out;
  }

  private static double form(double[][] q, double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += a[i] * q[i][j] * b[j];
      }
    }
    return sum;
  }

  /** Returns the irradiance on a unit normal; may dip below 0, as truncated series do. */
  public float irradiance(float x, float y, float z) {
    return irradiance(x, y, z, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y);
  }

  /** Returns the irradiance on a unit normal whose products, the last five, are known. */
  public float irradiance(
      float x, float y, float z, float xy, float yz, float zz, float xz, float xxyy) {
    return c[0]
        + c[1] * y
        + c[2] * z
        + c[3] * x
        + c[4] * xy
        + c[5] * yz
        + c[6] * zz
        + c[7] * xz
        + c[8] * xxyy;
  }
}
