package org.facerepro.archive.compare;

import java.util.Optional;
import java.util.OptionalDouble;
import org.facerepro.archive.StoredRun;
import org.facerepro.core.Seed;
import org.facerepro.metric.Bootstrap;
import org.facerepro.metric.Interval;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricStatistic;
import org.facerepro.metric.Scores;
import org.facerepro.metric.WeightedStatistic;

/** The scores of two runs for the same comparisons in the same order. */
final class ScorePair {
  /** A thousand replicates of more would take minutes. */
  private static final int MOST = 1_000_000;

  private static final Seed SEED = new Seed(1);

  private final Scores first;
  private final Scores second;
  private final Bootstrap bootstrap;

  private ScorePair(Scores first, Scores second) {
    this.first = first;
    this.second = second;
    this.bootstrap = Bootstrap.overSubjects(first, SEED.child("compare"));
  }

  /** Pairs a verify stage of two runs; nothing where comparisons differ or are too many. */
  static Optional<ScorePair> of(String stage, StoredRun first, StoredRun second) {
    Optional<Scores> one = first.scores(stage).filter(scores -> scores.size() <= MOST);
    Optional<Scores> two = one.flatMap(scores -> second.scores(stage));
    return one.flatMap(a -> two.filter(b -> same(a, b)).map(b -> new ScorePair(a, b)));
  }

  private static boolean same(Scores first, Scores second) {
    boolean same =
        first.size() == second.size()
            && first.size() > 0
            && first.subjects().equals(second.subjects());
    for (int i = 0; same && i < first.size(); i++) {
      same =
          first.genuine(i) == second.genuine(i)
              && first.fold(i) == second.fold(i)
              && first.firstSubject(i) == second.firstSubject(i)
              && first.secondSubject(i) == second.secondSubject(i);
    }
    return same;
  }

  /** Returns the interval of second − first; nothing for numbers that cannot be weighted. */
  Optional<Interval> interval(MetricPath metric) {
    return MetricStatistic.of(first, metric)
        .flatMap(
            one ->
                MetricStatistic.of(second, metric)
                    .flatMap(two -> bootstrap.interval(weights -> minus(two, one, weights))));
  }

  private static OptionalDouble minus(WeightedStatistic a, WeightedStatistic b, int[] weights) {
    OptionalDouble one = a.of(weights);
    OptionalDouble two = b.of(weights);
    return one.isPresent() && two.isPresent()
        ? OptionalDouble.of(one.getAsDouble() - two.getAsDouble())
        : OptionalDouble.empty();
  }
}
