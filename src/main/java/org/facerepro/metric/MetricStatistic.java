package org.facerepro.metric;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The statistics of a report that can be computed again with comparisons counted other times. */
public final class MetricStatistic {
  private MetricStatistic() {}

  /**
   * Returns a metric as a function of weights: the value of accuracies (decisions kept as made on
   * the original comparisons, see {@link WeightedAccuracy}), areas, equal error rates, true accept
   * and false non-match rates, and d′; nothing for other numbers.
   */
  public static Optional<WeightedStatistic> of(Scores scores, MetricPath path) {
    if (path.part() != MetricPath.Part.VALUE) {
      return Optional.empty();
    }
    return switch (path.convention()) {
      case TENFOLD_FACENET -> Optional.of(accuracy(scores, TenfoldFacenet.decide(scores)));
      case TENFOLD_EXACT -> {
        LabelledScores labelled = LabelledScores.of(scores);
        yield Optional.of(accuracy(scores, TenfoldExact.decide(labelled, Ranking.of(labelled))));
      }
      case AUC_MANN_WHITNEY -> Optional.of(new WeightedRoc(LabelledScores.of(scores))::auc);
      case EER_INTERVAL -> Optional.of(new WeightedRoc(LabelledScores.of(scores))::eer);
      case EXACT_LE -> tar(scores, path.metric().far());
      case FTA_EXCLUDED -> excluded(LabelledScores.of(scores), path.metric());
      case FTA_AS_NONMATCH -> fnmr(LabelledScores.of(scores), path.metric());
      default -> Optional.empty();
    };
  }

  private static WeightedStatistic accuracy(Scores scores, FoldDecisions decisions) {
    return new WeightedAccuracy(LabelledScores.of(scores), decisions.correct())::of;
  }

  private static Optional<WeightedStatistic> tar(Scores scores, @Nullable Far target) {
    if (target == null) {
      return Optional.empty();
    }
    WeightedRoc roc = new WeightedRoc(LabelledScores.of(scores));
    return Optional.of(weights -> roc.tar(target, weights));
  }

  private static Optional<WeightedStatistic> excluded(LabelledScores scores, Metric metric) {
    if (metric.equals(Metric.D_PRIME)) {
      return Optional.of(new WeightedDPrime(scores)::of);
    }
    return fnmr(scores, metric)
        .map(
            rate ->
                weights -> {
                  int[] made = weights.clone();
                  for (int i = 0; i < made.length; i++) {
                    made[i] = Double.isNaN(scores.similarity(i)) ? 0 : made[i];
                  }
                  return rate.of(made);
                });
  }

  private static Optional<WeightedStatistic> fnmr(LabelledScores scores, Metric metric) {
    Far target = metric.far();
    if (metric.family() != Metric.Family.FNMR_AT_FMR || target == null) {
      return Optional.empty();
    }
    WeightedRoc roc = new WeightedRoc(scores);
    return Optional.of(
        weights -> {
          OptionalDouble tar = roc.tar(target, weights);
          return tar.isPresent() ? OptionalDouble.of(1 - tar.getAsDouble()) : tar;
        });
  }
}
