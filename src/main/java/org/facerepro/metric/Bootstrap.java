package org.facerepro.metric;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.facerepro.core.Require;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;

/**
 * Percentile intervals over resampled comparisons or subjects (Efron and Tibshirani, 1993).
 *
 * <p>Replicate r is drawn from child r of the seed, whatever thread draws it: the same seed and
 * comparisons give the same bits on any number of threads, and all statistics see the same
 * replicates. Ends are the (1 ∓ level)/2 quantiles of the replicates, linear between order
 * statistics (type 7 of Hyndman and Fan). O(replicates · comparisons).
 */
public final class Bootstrap {
  private final Resampling resampling;
  private final Seed root;
  private final int replicates;
  private final double level;

  private Bootstrap(Resampling resampling, Seed root, int replicates, double level) {
    this.resampling = resampling;
    this.root = root;
    this.replicates = replicates;
    this.level = level;
  }

  /** How a replicate is drawn. */
  interface Resampling {
    /** Returns the number of comparisons. */
    int size();

    /** Sets how often each comparison counts. */
    void draw(Rng rng, int[] weights);

    /** Names the intervals. */
    Interval.Method method();
  }

  static Bootstrap of(Resampling resampling, Seed seed) {
    return rooted(resampling, seed.child(resampling.method().id()));
  }

  private static Bootstrap rooted(Resampling resampling, Seed root) {
    return new Bootstrap(resampling, root, SubjectBootstrap.REPLICATES, SubjectBootstrap.LEVEL);
  }

  /**
   * Resamples subjects, because comparisons that share one are not independent; see {@link
   * SubjectBootstrap}. Where no subject is in two comparisons, which is what lists without names
   * look like, comparisons are resampled: an impostor comparison would else vary with two draws.
   */
  public static Bootstrap overSubjects(Scores scores, Seed seed) {
    return sharesSubjects(scores)
        ? of(new SubjectResampling(scores), seed)
        : overComparisons(LabelledScores.of(scores), seed);
  }

  private static boolean sharesSubjects(Scores scores) {
    BitSet seen = new BitSet(scores.subjects().size());
    for (int i = 0; i < scores.size(); i++) {
      int first = scores.firstSubject(i);
      int second = scores.secondSubject(i);
      if (seen.get(first) || seen.get(second)) {
        return true;
      }
      seen.set(first);
      seen.set(second);
    }
    return false;
  }

  /**
   * Resamples the subjects of probes: a probe counts as often as its subject was drawn.
   *
   * @param subjectOf the subject of each probe, numbered from 0 without gaps
   */
  public static Bootstrap overProbeSubjects(int[] subjectOf, Seed seed) {
    return rooted(new ProbeResampling(subjectOf), seed.child("bootstrap-probe-subject"));
  }

  /**
   * Resamples comparisons within each class, as many as there are: for scores whose subjects are
   * not known. Takes comparisons as independent, so that intervals are too narrow where they share
   * images.
   */
  public static Bootstrap overComparisons(LabelledScores scores, Seed seed) {
    return of(new ComparisonResampling(scores), seed);
  }

  /** Returns the same with another number of replicates. */
  public Bootstrap withReplicates(int count) {
    Require.between("replicates", count, 1, 1 << 24);
    return new Bootstrap(resampling, root, count, level);
  }

  /** Returns the same with another probability of covering. */
  public Bootstrap withLevel(double probability) {
    Require.that(probability > 0 && probability < 1, "level", "between 0 and 1", probability);
    return new Bootstrap(resampling, root, replicates, probability);
  }

  /** Returns the interval, or nothing if the statistic has no value in some replicate. */
  public Optional<Interval> interval(WeightedStatistic statistic) {
    return values(statistic).map(this::interval);
  }

  private Interval interval(double[] values) {
    Arrays.sort(values);
    double tail = (1 - level) / 2;
    return new Interval(
        quantile(values, tail), quantile(values, 1 - tail), level, resampling.method());
  }

  /** Returns the statistic of each replicate, or nothing if one has none. */
  public Optional<double[]> values(WeightedStatistic statistic) {
    double[] values = new double[replicates];
    AtomicBoolean missing = new AtomicBoolean();
    int parts = Math.min(replicates, Runtime.getRuntime().availableProcessors());
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              int[] weights = new int[resampling.size()];
              for (int r = part; r < replicates && !missing.get(); r += parts) {
                resampling.draw(root.child(r).rng(), weights);
                OptionalDouble value = statistic.of(weights);
                values[r] = value.orElse(Double.NaN);
                missing.compareAndSet(false, value.isEmpty());
              }
            });
    return missing.get() ? Optional.empty() : Optional.of(values);
  }

  /** Returns the quantile of ascending values, linear between neighbours. */
  public static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
