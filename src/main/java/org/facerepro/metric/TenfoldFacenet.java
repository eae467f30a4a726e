package org.facerepro.metric;

import java.util.Optional;

/**
 * Cross-validated accuracy as facenet, insightface, face.evoLVe, TFace and AdaFace print it;
 * convention {@code tenfold-facenet}.
 *
 * <p>On the squared Euclidean distance d = 2 − 2·similarity of unit embeddings, the thresholds are
 * 0, 0.01, …, 3.99; a comparison is accepted ⇔ d &lt; threshold, strictly. A fold is decided at the
 * first threshold of largest accuracy on all other folds. The name keeps "ten" for any number of
 * folds. A failed comparison (NaN) is never accepted: a failure is a non-match. O(n + 400·folds).
 */
public final class TenfoldFacenet {
  private static final int GRID = 400;
  private static final double STEP = 0.01;

  private TenfoldFacenet() {}

  /** Computes the accuracy, or nothing with fewer than two folds that hold comparisons. */
  public static Optional<FoldedAccuracy> accuracy(Scores scores) {
    return decide(scores).accuracy();
  }

  /**
   * Computes the accuracy of distances, {@code [n]}.
   *
   * @param squaredDistance of unit embeddings, 0 to 4, NaN for a failure
   * @param fold numbers from 0 to {@code foldCount − 1}
   */
  public static Optional<FoldedAccuracy> accuracy(
      double[] squaredDistance, boolean[] genuine, int[] fold, int foldCount) {
    return decide(squaredDistance, genuine, fold, foldCount).accuracy();
  }

  static FoldDecisions decide(Scores scores) {
    int n = scores.size();
    double[] distance = new double[n];
    boolean[] genuine = new boolean[n];
    int[] fold = new int[n];
    for (int i = 0; i < n; i++) {
      distance[i] = 2 - 2 * (double) scores.similarity(i);
      genuine[i] = scores.genuine(i);
      fold[i] = scores.fold(i);
    }
    return decide(distance, genuine, fold, scores.foldCount());
  }

  private static FoldDecisions decide(
      double[] distance, boolean[] genuine, int[] fold, int foldCount) {
    double[] thresholds = thresholds(correctByFold(distance, genuine, fold, foldCount));
    return FoldDecisions.decide(genuine, fold, thresholds, (i, t) -> distance[i] < t);
  }

  /** Returns the number of right decisions of each fold at each threshold, {@code [folds, 400]}. */
  private static int[][] correctByFold(
      double[] distance, boolean[] genuine, int[] fold, int foldCount) {
    int[][] correct = new int[foldCount][GRID];
    for (int i = 0; i < distance.length; i++) {
      int[] counts = correct[fold[i]];
      int first = firstAccepting(distance[i]);
      int from = genuine[i] ? first : 0;
      if (from < GRID) {
        counts[from]++;
      }
      if (!genuine[i] && first < GRID) {
        counts[first]--;
      }
    }
    for (int[] counts : correct) {
      for (int j = 1; j < GRID; j++) {
        counts[j] += counts[j - 1];
      }
    }
    return correct;
  }

  /** Returns the first threshold above a distance, {@code GRID} if there is none. */
  private static int firstAccepting(double distance) {
    if (Double.isNaN(distance)) {
      return GRID;
    }
    int j = (int) Math.max(0, Math.min(GRID, Math.floor(distance / STEP) - 1));
    while (j < GRID && !(distance < j * STEP)) {
      j++;
    }
    return j;
  }

  private static double[] thresholds(int[][] correct) {
    double[] chosen = new double[correct.length];
    for (int f = 0; f < chosen.length; f++) {
      int best = 0;
      int bestCount = -1;
      for (int j = 0; j < GRID; j++) {
        int count = othersThan(f, j, correct);
        if (count > bestCount) {
          best = j;
          bestCount = count;
        }
      }
      chosen[f] = best * STEP;
    }
    return chosen;
  }

  private static int othersThan(int fold, int threshold, int[][] correct) {
    int count = 0;
    for (int g = 0; g < correct.length; g++) {
      count += g == fold ? 0 : correct[g][threshold];
    }
    return count;
  }
}
