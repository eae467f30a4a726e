package org.facerepro.face.model;

import java.util.List;

/**
 * Interpolation of displacements from scattered points by a kernel of compact support.
 *
 * <p>Source: H. Wendland, "Piecewise polynomial, positive definite and compactly supported radial
 * functions of minimal degree", 1995, the C2 function in three dimensions.
 */
final class Spline {
  private Spline() {}

  static double square(double[] a, double[] b) {
    double x = a[0] - b[0];
    double y = a[1] - b[1];
    double z = a[2] - b[2];
    return x * x + y * y + z * z;
  }

  /** Returns 1 where the points meet, falling to 0 at {@code reach}. */
  static double kernel(double[] a, double[] b, double reach) {
    double r = Math.sqrt(square(a, b)) / reach;
    double left = Math.max(0, 1 - r);
    return left * left * left * left * (4 * r + 1);
  }

  /** Returns the weights {@code [n, 3]} whose sum of kernels takes each point to its target. */
  static double[][] weights(
      List<double[]> points, List<double[]> targets, double reach, double ridge) {
    int n = points.size();
    double[][] system = new double[n][n + 3];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        system[i][j] = kernel(points.get(i), points.get(j), reach);
      }
      system[i][i] += ridge;
      for (int axis = 0; axis < 3; axis++) {
        system[i][n + axis] = targets.get(i)[axis] - points.get(i)[axis];
      }
    }
    eliminate(system);
    double[][] weights = new double[n][3];
    for (int i = 0; i < n; i++) {
      System.arraycopy(system[i], n, weights[i], 0, 3);
    }
    return weights;
  }

  /** Gauss-Jordan without pivoting, which a positive definite matrix does not need. */
  private static void eliminate(double[][] system) {
    int n = system.length;
    for (int i = 0; i < n; i++) {
      double pivot = system[i][i];
      for (int c = i; c < n + 3; c++) {
        system[i][c] /= pivot;
      }
      for (int r = 0; r < n; r++) {
        double factor = r == i ? 0 : system[r][i];
        for (int c = i; factor != 0 && c < n + 3; c++) {
          system[r][c] -= factor * system[i][c];
        }
      }
    }
  }
}
