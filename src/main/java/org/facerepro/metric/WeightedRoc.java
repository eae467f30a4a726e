package org.facerepro.metric;

import java.util.OptionalDouble;

/**
 * Numbers of one set of comparisons under many weights: the comparisons are ranked once, each
 * number then costs O(n).
 *
 * <p>Failed comparisons are below all others and tied with each other.
 */
public final class WeightedRoc {
  private final Ranking ranking;
  private final boolean[] genuine;

  /** Ranks the comparisons; O(n log n). */
  public WeightedRoc(LabelledScores scores) {
    this(scores, Ranking.of(scores));
  }

  WeightedRoc(LabelledScores scores, Ranking ranking) {
    this.ranking = ranking;
    this.genuine = new boolean[scores.size()];
    for (int at = 0; at < genuine.length; at++) {
      genuine[at] = scores.genuine(ranking.comparison(at));
    }
  }

  /** Returns the area under the ROC, see {@link MannWhitney}; nothing where a class is empty. */
  public OptionalDouble auc(int[] weights) {
    long genuineSum = 0;
    long impostorSum = 0;
    long twiceWins = 0;
    for (int g = ranking.groups() - 1; g >= 0; g--) {
      long genuineHere = 0;
      long impostorHere = 0;
      for (int at = ranking.start(g); at < ranking.end(g); at++) {
        int weight = weights[ranking.comparison(at)];
        genuineHere += genuine[at] ? weight : 0;
        impostorHere += genuine[at] ? 0 : weight;
      }
      twiceWins += genuineHere * (2 * impostorSum + impostorHere);
      genuineSum += genuineHere;
      impostorSum += impostorHere;
    }
    return genuineSum == 0 || impostorSum == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Sums.quotient(twiceWins, 2 * genuineSum * impostorSum));
  }

  /**
   * Returns the largest TAR whose realised FAR does not exceed the target, also where that allows
   * no false accept; nothing where a class is empty.
   */
  public OptionalDouble tar(Far target, int[] weights) {
    long genuineSum = 0;
    long impostorSum = 0;
    for (int at = 0; at < genuine.length; at++) {
      int weight = weights[ranking.comparison(at)];
      genuineSum += genuine[at] ? weight : 0;
      impostorSum += genuine[at] ? 0 : weight;
    }
    if (genuineSum == 0 || impostorSum == 0) {
      return OptionalDouble.empty();
    }
    long accepted = accepted(target.allowedOf(impostorSum), weights);
    return OptionalDouble.of(Sums.quotient(accepted, genuineSum));
  }

  /** Returns the equal error rate, see {@link EqualErrorRate}; nothing where a class is empty. */
  public OptionalDouble eer(int[] weights) {
    long genuineSum = 0;
    long impostorSum = 0;
    for (int at = 0; at < genuine.length; at++) {
      int weight = weights[ranking.comparison(at)];
      genuineSum += genuine[at] ? weight : 0;
      impostorSum += genuine[at] ? 0 : weight;
    }
    return genuineSum == 0 || impostorSum == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(crossing(weights, genuineSum, impostorSum));
  }

  /** Lowers the threshold until the FMR exceeds the FNMR, as it does where all is accepted. */
  private double crossing(int[] weights, long genuineSum, long impostorSum) {
    long accepted = 0;
    long falseAccepts = 0;
    long below = genuineSum * impostorSum;
    for (int g = 0; g < ranking.groups(); g++) {
      long falseBefore = falseAccepts;
      for (int at = ranking.start(g); at < ranking.end(g); at++) {
        int weight = weights[ranking.comparison(at)];
        accepted += genuine[at] ? weight : 0;
        falseAccepts += genuine[at] ? 0 : weight;
      }
      long excess = falseAccepts * genuineSum - (genuineSum - accepted) * impostorSum;
      if (excess > 0) {
        return EqualErrorRate.mean(falseAccepts, below, falseBefore, excess, impostorSum);
      }
      below = -excess;
    }
    throw new IllegalStateException("everything is accepted and nothing is wrong");
  }

  private long accepted(long allowed, int[] weights) {
    long accepted = 0;
    long falseAccepts = 0;
    for (int g = 0; g < ranking.groups(); g++) {
      long genuineHere = 0;
      for (int at = ranking.start(g); at < ranking.end(g); at++) {
        int weight = weights[ranking.comparison(at)];
        genuineHere += genuine[at] ? weight : 0;
        falseAccepts += genuine[at] ? 0 : weight;
      }
      if (falseAccepts > allowed) {
        break;
      }
      accepted += genuineHere;
    }
    return accepted;
  }
}
