package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final LabelledScores SCORES =
      LabelledScores.of(TestScores.random(51, 500, 1, 0.02));

  @Test
  void overComparisons_keepsTheNumberOfEachClass() {
    ComparisonCounts counts = ComparisonCounts.of(SCORES);

    bootstrap()
        .interval(
            weights -> {
              int genuine = 0;
              for (int i = 0; i < weights.length; i++) {
                genuine += SCORES.genuine(i) ? weights[i] : 0;
              }
              assertThat(genuine).isEqualTo(counts.genuine());
              assertThat(Arrays.stream(weights).sum()).isEqualTo(SCORES.size());
              return OptionalDouble.of(0);
            });
  }

  @Test
  void interval_overComparisons_isNamedAndAboutThatOfDeLong() {
    Interval interval = bootstrap().interval(new WeightedRoc(SCORES)::auc).orElseThrow();
    Interval normal = DeLong.of(SCORES).orElseThrow().interval(0.95).orElseThrow();

    assertThat(interval.method()).isEqualTo(Interval.Method.BOOTSTRAP_PAIR);
    assertThat(interval.low()).isCloseTo(normal.low(), within(.006));
    assertThat(interval.high()).isCloseTo(normal.high(), within(.006));
  }

  @Test
  void values_onOneThread_haveTheBitsOfMany() throws Exception {
    double[] many = bootstrap().values(new WeightedRoc(SCORES)::auc).orElseThrow();
    double[] one =
        new ForkJoinPool(1)
            .submit(() -> bootstrap().values(new WeightedRoc(SCORES)::auc))
            .get()
            .orElseThrow();

    assertThat(one).containsExactly(many);
  }

  @Test
  void withLevel_ofASmallerProbability_isNarrower() {
    Interval wide = bootstrap().interval(new WeightedRoc(SCORES)::auc).orElseThrow();
    Interval narrow =
        bootstrap().withLevel(0.5).interval(new WeightedRoc(SCORES)::auc).orElseThrow();

    assertThat(narrow.low()).isGreaterThan(wide.low());
    assertThat(narrow.high()).isLessThan(wide.high());
    assertThat(narrow.level()).isEqualTo(0.5);
  }

  @Test
  void withReplicates_drawsSoMany() {
    assertThat(bootstrap().withReplicates(17).values(weights -> OptionalDouble.of(1)))
        .hasValueSatisfying(values -> assertThat(values).hasSize(17));
  }

  @Test
  void weightedRoc_withUnitWeights_isTheUnweightedOne() {
    WeightedRoc roc = new WeightedRoc(SCORES);
    int[] ones = new int[SCORES.size()];
    Arrays.fill(ones, 1);
    RocCurve curve = RocCurve.of(SCORES.classes());
    Far target = Far.parse("5e-2");

    assertThat(roc.auc(ones)).isEqualTo(MannWhitney.auc(SCORES.classes()));
    assertThat(roc.tar(target, ones))
        .hasValue(curve.atMostFalseAccepts(target.allowedOf(curve.impostor())).tar());
    assertThat(roc.eer(ones)).hasValue(EqualErrorRate.of(curve).orElseThrow().value());
  }

  @Test
  void weightedRoc_withWeights_isThatOfRepeatedComparisons() {
    LabelledScores few =
        LabelledScores.takeOver(
            new double[] {.9, .5, .5, .1}, new boolean[] {true, true, false, false});
    LabelledScores repeated =
        LabelledScores.takeOver(
            new double[] {.5, .5, .5, .1, .1}, new boolean[] {true, true, false, false, false});

    assertThat(new WeightedRoc(few).auc(new int[] {0, 2, 1, 2}))
        .isEqualTo(MannWhitney.auc(repeated.classes()));
    assertThat(new WeightedRoc(few).eer(new int[] {0, 2, 1, 2}))
        .hasValue(EqualErrorRate.of(RocCurve.of(repeated.classes())).orElseThrow().value());
  }

  @Test
  void weightedEer_whereMostComparisonsFailed_isThatOfRepeatedComparisons() {
    double[] similarities = {Double.NaN, .8, Double.NaN, .6, .7};
    boolean[] genuine = {true, true, false, false, true};
    int[] weights = {3, 1, 2, 1, 0};
    List<Double> values = new ArrayList<>();
    List<Boolean> classes = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      values.addAll(Collections.nCopies(weights[i], similarities[i]));
      classes.addAll(Collections.nCopies(weights[i], genuine[i]));
    }
    boolean[] repeated = new boolean[classes.size()];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = classes.get(i);
    }
    LabelledScores twin =
        LabelledScores.takeOver(
            values.stream().mapToDouble(Double::doubleValue).toArray(), repeated);
    assertThat(new WeightedRoc(LabelledScores.takeOver(similarities, genuine)).eer(weights))
        .hasValue(EqualErrorRate.of(RocCurve.of(twin.classes())).orElseThrow().value());
  }

  @Test
  void weightedRoc_withoutAClass_hasNoValue() {
    WeightedRoc roc = new WeightedRoc(SCORES);
    assertThat(roc.auc(new int[SCORES.size()])).isEmpty();
    assertThat(roc.tar(Far.parse("1e-1"), new int[SCORES.size()])).isEmpty();
    assertThat(roc.eer(new int[SCORES.size()])).isEmpty();
  }

  private static Bootstrap bootstrap() {
    return Bootstrap.overComparisons(SCORES, new Seed(5));
  }
}
