package org.facerepro.metric.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.Scores;
import org.facerepro.metric.WeightedRoc;

/**
 * Trials whose truth is known: similarities with normal effects of seed, subject, seed and subject
 * together, and comparison, so that the expected AUC over seeds and subjects is Φ(shift / √(sum of
 * variances)).
 *
 * @param seeds S
 * @param subjects of the test set
 * @param ofSeed standard deviation of what a seed adds to all genuine similarities
 */
record SeedStudy(int seeds, int subjects, double ofSeed) {
  static final MetricPath AUC = MetricPath.valueOf(Metric.AUC);
  private static final int GENUINE_EACH = 3;
  private static final int IMPOSTOR_EACH = 4;
  private static final double SHIFT = 1.2;
  private static final double OF_SUBJECT = 0.5;
  private static final double OF_BOTH = 0.2;
  private static final double OF_PICTURE = 0.7;

  /** The area under the ROC that an average seed has on average subjects. */
  double truth() {
    double genuine = sum(OF_SUBJECT, OF_BOTH, OF_PICTURE, ofSeed);
    double impostor = sum(OF_SUBJECT, OF_SUBJECT, OF_BOTH, OF_BOTH, OF_PICTURE);
    return NormalDistribution.of(0, 1).cumulativeProbability(SHIFT / Math.sqrt(genuine + impostor));
  }

  private static double sum(double... deviations) {
    double sum = 0;
    for (double deviation : deviations) {
      sum += deviation * deviation;
    }
    return sum;
  }

  /** The subjects of a test set with their effects, the same for every seed and arm. */
  static final class TestSet {
    private final double[] genuine;
    private final double[] impostor;
    private final int[][] pairs;

    private TestSet(double[] genuine, double[] impostor, int[][] pairs) {
      this.genuine = genuine;
      this.impostor = impostor;
      this.pairs = pairs;
    }
  }

  TestSet testSet(Rng rng) {
    int[][] pairs = new int[subjects * IMPOSTOR_EACH][];
    for (int i = 0; i < pairs.length; i++) {
      int first = i % subjects;
      pairs[i] = new int[] {first, (first + 1 + rng.nextInt(subjects - 1)) % subjects};
    }
    return new TestSet(gaussians(rng, OF_SUBJECT), gaussians(rng, OF_SUBJECT), pairs);
  }

  private double[] gaussians(Rng rng, double deviation) {
    double[] values = new double[subjects];
    for (int i = 0; i < subjects; i++) {
      values[i] = deviation * rng.nextGaussian();
    }
    return values;
  }

  /** One arm: every seed on the same test set. */
  List<Scores> arm(TestSet set, Rng rng) {
    List<Scores> runs = new ArrayList<>();
    for (int s = 0; s < seeds; s++) {
      double seedEffect = ofSeed * rng.nextGaussian();
      double[] genuine = gaussians(rng, OF_BOTH);
      double[] impostor = gaussians(rng, OF_BOTH);
      Scores.Builder builder = Scores.builder(1);
      for (int g = 0; g < subjects * GENUINE_EACH; g++) {
        int subject = g % subjects;
        double value =
            SHIFT
                + seedEffect
                + set.genuine[subject]
                + genuine[subject]
                + OF_PICTURE * rng.nextGaussian();
        builder.add((float) value, true, 0, name(subject), name(subject));
      }
      for (int[] pair : set.pairs) {
        double value = OF_PICTURE * rng.nextGaussian();
        for (int subject : pair) {
          value += set.impostor[subject] + impostor[subject];
        }
        builder.add((float) value, false, 0, name(pair[0]), name(pair[1]));
      }
      runs.add(builder.build());
    }
    return runs;
  }

  private static String name(int subject) {
    return "s" + subject;
  }

  static double[] aucs(List<Scores> runs) {
    return runs.stream().mapToDouble(SeedStudy::auc).toArray();
  }

  private static double auc(Scores scores) {
    return new WeightedRoc(LabelledScores.of(scores)).auc(ones(scores.size())).orElseThrow();
  }

  private static int[] ones(int size) {
    int[] ones = new int[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Estimates one arm of a fresh study. */
  Estimate estimate(Seed seed, int replicates) {
    Rng rng = seed.rng();
    List<Scores> runs = arm(testSet(rng), rng);
    return Estimate.ofSeedsAndSubjects(
        aucs(runs), SubjectReplicates.of(runs, AUC, seed, replicates).orElseThrow());
  }

  /** Estimates the difference of two arms that are equally good. */
  Estimate difference(Seed seed, int replicates) {
    Rng rng = seed.rng();
    TestSet set = testSet(rng);
    List<Scores> first = arm(set, rng);
    List<Scores> second = arm(set, rng);
    double[] a = aucs(first);
    double[] b = aucs(second);
    double[] difference = new double[seeds];
    Arrays.setAll(difference, s -> a[s] - b[s]);
    return Estimate.ofSeedsAndSubjects(
        difference,
        SubjectReplicates.minus(
            SubjectReplicates.of(first, AUC, seed, replicates).orElseThrow(),
            SubjectReplicates.of(second, AUC, seed, replicates).orElseThrow()));
  }
}
