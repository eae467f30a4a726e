package org.facerepro.train;

import org.facerepro.core.StageFailedException;
import org.facerepro.nn.Tensor;

/**
 * Within-class whitening: the linear map that makes the scatter of embeddings around their class
 * means equal in all directions (within-class covariance normalisation, Hatch et al. 2006).
 *
 * <p>With the shrunk covariance {@code C + shrinkage · (trace C / d) · I = L Lᵀ} the map is {@code
 * L⁻¹}; cosines do not change when it is turned, so no eigenvectors are needed.
 */
final class Whitening {
  private Whitening() {}

  /**
   * Learns the map from embeddings {@code [n][d]} and their classes.
   *
   * @return {@code [d, d]}, lower triangular
   */
  static Tensor learn(float[][] embeddings, int[] labels, int classes, double shrinkage) {
    double[][] covariance = withinClass(embeddings, labels, classes);
    int d = covariance.length;
    double trace = 0;
    for (int i = 0; i < d; i++) {
      trace += covariance[i][i];
    }
    if (!(trace > 0)) {
      throw new StageFailedException(
          "whitening: the embeddings of each class are all equal; the training has collapsed, or "
              + "every class has one picture: train longer or leave whitening out");
    }
    for (int i = 0; i < d; i++) {
      covariance[i][i] += shrinkage * trace / d;
    }
    return inverse(cholesky(covariance));
  }

  private static double[][] withinClass(float[][] embeddings, int[] labels, int classes) {
    int d = embeddings[0].length;
    double[][] means = new double[classes][d];
    int[] counts = new int[classes];
    for (int n = 0; n < embeddings.length; n++) {
      counts[labels[n]]++;
      for (int i = 0; i < d; i++) {
        means[labels[n]][i] += embeddings[n][i];
      }
    }
    double[][] covariance = new double[d][d];
    double[] difference = new double[d];
    for (int n = 0; n < embeddings.length; n++) {
      for (int i = 0; i < d; i++) {
        difference[i] = embeddings[n][i] - means[labels[n]][i] / counts[labels[n]];
      }
      addOuterProduct(covariance, difference, 1.0 / embeddings.length);
    }
    return covariance;
  }

  /** Fills the lower triangle only. */
  private static void addOuterProduct(double[][] target, double[] vector, double weight) {
    for (int i = 0; i < vector.length; i++) {
      double factor = weight * vector[i];
      for (int j = 0; j <= i; j++) {
        target[i][j] += factor * vector[j];
      }
    }
  }

  /** Returns the lower factor of a positive definite matrix given by its lower triangle. */
  static double[][] cholesky(double[][] matrix) {
    int d = matrix.length;
    double[][] lower = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  private static Tensor inverse(double[][] lower) {
    int d = lower.length;
    double[][] inverse = new double[d][d];
    float[] values = new float[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 : 0;
        for (int k = j; k < i; k++) {
          sum -= lower[i][k] * inverse[k][j];
        }
        inverse[i][j] = sum / lower[i][i];
        values[i * d + j] = (float) inverse[i][j];
      }
    }
    return Tensor.takeOver(values, d, d);
  }
}
