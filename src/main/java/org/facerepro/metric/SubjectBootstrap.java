package org.facerepro.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;

/**
 * Percentile intervals over resampled subjects (Bolle, Ratha and Pankanti, CVIU 93, 2004), because
 * comparisons that share a subject are not independent.
 *
 * <p>A replicate draws as many subjects as there are, with replacement. A genuine comparison counts
 * as often as its subject was drawn, an impostor comparison the product of its two subjects'
 * counts. Ends are the (1 ∓ level)/2 quantiles of the replicates, linear between order statistics
 * (type 7 of Hyndman and Fan). The replicates depend on the seed and the comparisons alone, so that
 * all statistics see the same ones. O(replicates · comparisons).
 */
public final class SubjectBootstrap {
  /** Replicates drawn. */
  public static final int REPLICATES = 1000;

  /** Probability of covering. */
  public static final double LEVEL = 0.95;

  private final Scores scores;
  private final Seed seed;

  /** Sets up replicates of these comparisons. */
  public SubjectBootstrap(Scores scores, Seed seed) {
    this.scores = scores;
    this.seed = seed;
  }

  /** A number computed with comparison {@code i} counted {@code weights[i]} times. */
  @FunctionalInterface
  interface Statistic {
    OptionalDouble of(int[] weights);
  }

  /** Returns the interval, or nothing if the statistic has no value in some replicate. */
  Optional<Interval> interval(Statistic statistic) {
    double[] values = new double[REPLICATES];
    int[] weights = new int[scores.size()];
    Seed root = seed.child("bootstrap-subject");
    for (int r = 0; r < REPLICATES; r++) {
      draw(root.child(r).rng(), weights);
      OptionalDouble value = statistic.of(weights);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values[r] = value.getAsDouble();
    }
    Arrays.sort(values);
    double tail = (1 - LEVEL) / 2;
    return Optional.of(
        new Interval(
            quantile(values, tail),
            quantile(values, 1 - tail),
            LEVEL,
            Interval.Method.BOOTSTRAP_SUBJECT));
  }

  private void draw(Rng rng, int[] weights) {
    int subjects = scores.subjects().size();
    int[] drawn = new int[subjects];
    for (int s = 0; s < subjects; s++) {
      drawn[rng.nextInt(subjects)]++;
    }
    for (int i = 0; i < weights.length; i++) {
      int first = drawn[scores.firstSubject(i)];
      weights[i] = scores.genuine(i) ? first : first * drawn[scores.secondSubject(i)];
    }
  }

  /** Returns the quantile of ascending values, linear between neighbours. */
  static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** Returns the interval of the area under the ROC. */
  Optional<Interval> auc(Ranking ranking) {
    return interval(weights -> MannWhitney.auc(scores, ranking, weights));
  }

  /**
   * Returns the interval of the mean fold accuracy, thresholds kept as chosen on the original data:
   * it tells the spread over test subjects, not that of choosing a threshold. Folds that no drawn
   * subject reaches are left out of a replicate's mean.
   */
  Optional<Interval> accuracy(boolean[] correct) {
    return interval(weights -> meanOverFolds(correct, weights));
  }

  private OptionalDouble meanOverFolds(boolean[] correct, int[] weights) {
    long[] right = new long[scores.foldCount()];
    long[] total = new long[scores.foldCount()];
    for (int i = 0; i < weights.length; i++) {
      total[scores.fold(i)] += weights[i];
      right[scores.fold(i)] += correct[i] ? weights[i] : 0;
    }
    double sum = 0;
    int folds = 0;
    for (int f = 0; f < total.length; f++) {
      if (total[f] > 0) {
        sum += (double) right[f] / total[f];
        folds++;
      }
    }
    return folds == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / folds);
  }
}
