package org.facerepro.metric.trial;

import java.util.List;
import java.util.Optional;
import org.facerepro.core.Seed;
import org.facerepro.metric.Bootstrap;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricStatistic;
import org.facerepro.metric.Scores;
import org.facerepro.metric.WeightedStatistic;

/** A metric of several runs on the same comparisons, under the same resampled subjects. */
public final class SubjectReplicates {
  /** Comparisons beyond this are not resampled: the work would outlast the run. */
  public static final int MOST_COMPARISONS = 2_000_000;

  private SubjectReplicates() {}

  /**
   * Returns replicates, {@code [S, R]}, or nothing where the metric cannot be resampled or has no
   * value in some replicate. O(S·R·n).
   *
   * @param runs the scores of each seed
   * @param seed of the bootstrap; the same for two arms whose replicates are to be paired
   */
  public static Optional<double[][]> of(
      List<Scores> runs, MetricPath path, Seed seed, int replicates) {
    if (!sameComparisons(runs) || runs.get(0).size() > MOST_COMPARISONS) {
      return Optional.empty();
    }
    Bootstrap bootstrap = Bootstrap.overSubjects(runs.get(0), seed).withReplicates(replicates);
    double[][] rows = new double[runs.size()][];
    for (int s = 0; s < rows.length; s++) {
      Optional<WeightedStatistic> statistic = MetricStatistic.of(runs.get(s), path);
      Optional<double[]> row = statistic.flatMap(bootstrap::values);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      rows[s] = row.get();
    }
    return Optional.of(rows);
  }

  /** Returns the difference of two arms, replicate by replicate; both {@code [S, R]}. */
  public static double[][] minus(double[][] first, double[][] second) {
    double[][] difference = new double[first.length][];
    for (int s = 0; s < first.length; s++) {
      difference[s] = new double[first[s].length];
      for (int r = 0; r < first[s].length; r++) {
        difference[s][r] = first[s][r] - second[s][r];
      }
    }
    return difference;
  }

  /** Returns whether all runs have the same list of comparisons, class and subjects alike. */
  public static boolean sameComparisons(List<Scores> runs) {
    return runs.stream().allMatch(run -> same(runs.get(0), run));
  }

  private static boolean same(Scores a, Scores b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      boolean alike =
          a.genuine(i) == b.genuine(i)
              && a.subjects().get(a.firstSubject(i)).equals(b.subjects().get(b.firstSubject(i)))
              && a.subjects().get(a.secondSubject(i)).equals(b.subjects().get(b.secondSubject(i)));
      if (!alike) {
        return false;
      }
    }
    return true;
  }
}
