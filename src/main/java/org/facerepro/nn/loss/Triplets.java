package org.facerepro.nn.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.facerepro.core.Rng;
import org.facerepro.nn.Scalars;

/**
 * The triplets of one batch, chosen as OpenFace does (Amos et al. 2016): every pair of pictures of
 * one subject, the earlier as anchor {@code a}, the later as positive {@code p}, with one negative
 * {@code n} drawn evenly from all those of other subjects with {@code |a - n|² - |a - p|² < alpha};
 * a pair without such a negative yields no triplet.
 *
 * <p>A chosen triplet's loss {@code |a - p|² - |a - n|² + alpha} is therefore above 0, and as unit
 * vectors have {@code |x - y|² = 2 - 2 x·y}, the mean loss is {@code alpha} plus a weighted sum of
 * the batch's cosines.
 *
 * <p>Cost: {@code n²} cosines of length {@code d}.
 */
public final class Triplets {
  private final int size;
  private final float[] weights;
  private final int count;
  private final double alpha;
  private final double nearestIsOwn;

  private Triplets(int size, float[] weights, int count, double alpha, double nearestIsOwn) {
    this.size = size;
    this.weights = weights;
    this.count = count;
    this.alpha = alpha;
    this.nearestIsOwn = nearestIsOwn;
  }

  /**
   * Chooses the triplets of a batch.
   *
   * @param features {@code [n, d]}, row-major, of unit length
   * @param labels class of each row
   * @param alpha as in {@link LossSpec.Triplet}
   */
  public static Triplets choose(float[] features, long[] labels, double alpha, Rng rng) {
    double[][] cosines = cosines(features, labels.length);
    float[] weights = new float[labels.length * labels.length];
    int[] candidates = new int[labels.length];
    int count = 0;
    for (int a = 0; a < labels.length; a++) {
      for (int p = a + 1; p < labels.length; p++) {
        if (labels[a] == labels[p]) {
          int found = within(cosines[a], labels, a, 2 * cosines[a][p] - alpha, candidates);
          if (found > 0) {
            weights[a * labels.length + candidates[rng.nextInt(found)]] += 2;
            weights[a * labels.length + p] -= 2;
            count++;
          }
        }
      }
    }
    return new Triplets(labels.length, weights, count, alpha, nearestIsOwn(cosines, labels));
  }

  private static double[][] cosines(float[] features, int n) {
    int d = features.length / n;
    double[][] cosines = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          sum += (double) features[i * d + k] * features[j * d + k];
        }
        cosines[i][j] = sum;
        cosines[j][i] = sum;
      }
    }
    return cosines;
  }

  /** Lists the negatives of {@code anchor} with twice their cosine above {@code limit}. */
  private static int within(double[] row, long[] labels, int anchor, double limit, int[] list) {
    int found = 0;
    for (int n = 0; n < labels.length; n++) {
      if (labels[n] != labels[anchor] && 2 * row[n] > limit) {
        list[found++] = n;
      }
    }
    return found;
  }

  private static double nearestIsOwn(double[][] cosines, long[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      int nearest = i == 0 ? labels.length - 1 : 0;
      for (int j = 0; j < labels.length; j++) {
        if (j != i && cosines[i][j] > cosines[i][nearest]) {
          nearest = j;
        }
      }
      right += labels[nearest] == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /** Returns how many triplets there are. */
  public int count() {
    return count;
  }

  /** Returns the share of pictures whose nearest other picture in the batch is of their subject. */
  public double nearestIsOwn() {
    return nearestIsOwn;
  }

  /**
   * Returns the mean loss over the triplets, a single number; there must be one at least.
   *
   * @param features {@code [n, d]}, of unit length, those chosen from
   */
  public NDArray loss(NDManager memory, NDArray features) {
    NDArray pull = memory.create(weights, new Shape(size, size));
    NDArray cosines = features.matMul(features.transpose());
    NDArray typed = pull.toType(cosines.getDataType(), false);
    return Scalars.times(cosines.mul(typed).sum(), 1f / count).add((float) alpha);
  }
}
