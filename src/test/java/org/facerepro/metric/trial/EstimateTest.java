package org.facerepro.metric.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.metric.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
  private static final double EXACT = 1e-12;
  private static final int REPLICATES = 120;

  /** t of 2 degrees of freedom at 0.975 is 4.30265272991. */
  @Test
  void ofSeeds_givesStudentsInterval() {
    Interval interval = Estimate.ofSeeds(1, 2, 3).interval(0.95).orElseThrow();
    double half = 4.30265272991 / Math.sqrt(3);
    assertThat(interval.low()).isCloseTo(2 - half, within(1e-9));
    assertThat(interval.high()).isCloseTo(2 + half, within(1e-9));
    assertThat(interval.method()).isEqualTo(Interval.Method.STUDENT_SEEDS);
  }

  @Test
  void ofSeeds_withOneSeed_hasNoInterval() {
    Estimate one = Estimate.ofSeeds(0.7);
    assertThat(one.interval(0.95)).isEmpty();
    assertThat(one.atLeast(0.95)).isEmpty();
    assertThat(one.p()).isEmpty();
  }

  @Test
  void ofSeeds_withoutAValue_isAnError() {
    assertThatThrownBy(Estimate::ofSeeds).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void ofSeeds_whoseValuesAreAllTheSame_isCertain() {
    Estimate same = Estimate.ofSeeds(0.1, 0.1, 0.1);
    assertThat(same.interval(0.95).orElseThrow().low()).isEqualTo(0.1);
    assertThat(same.p()).contains(0.0);
    assertThat(Estimate.ofSeeds(0, 0, 0).p()).contains(1.0);
  }

  /** Rows that move together by variance 1 (R − 1): s² = 1, C = 1, V = 1/2 + 1, ν = 9. */
  @Test
  void ofSeedsAndSubjects_addsTheErrorThatAllSeedsShare() {
    double[][] replicates = {{-1, 0, 1}, {9, 10, 11}};
    Estimate estimate = Estimate.ofSeedsAndSubjects(new double[] {0, Math.sqrt(2)}, replicates);
    assertThat(estimate.shared()).isCloseTo(1, within(EXACT));
    assertThat(estimate.standardError()).isCloseTo(Math.sqrt(1.5), within(EXACT));
    assertThat(estimate.degreesOfFreedom()).isCloseTo(9, within(1e-9));
    assertThat(estimate.basis()).isEqualTo(Estimate.Basis.SEEDS_AND_SUBJECTS);
  }

  @Test
  void ofSeedsAndSubjects_whoseReplicatesMoveAgainstEachOther_isThatOfTheSeeds() {
    Estimate estimate =
        Estimate.ofSeedsAndSubjects(
            new double[] {1, 2, 4}, new double[][] {{0, 1}, {1, 0}, {0, 0}});
    assertThat(estimate.standardError())
        .isCloseTo(Estimate.ofSeeds(1, 2, 4).standardError(), within(EXACT));
    assertThat(estimate.degreesOfFreedom()).isCloseTo(2, within(EXACT));
  }

  @Test
  void ofSeedsAndSubjects_withOneSeed_coversSubjectsOnly() {
    Estimate one = Estimate.ofSeedsAndSubjects(new double[] {5}, new double[][] {{4, 5, 6}});
    assertThat(one.standardError()).isEqualTo(1);
    assertThat(one.basis()).isEqualTo(Estimate.Basis.SUBJECTS);
    assertThat(one.atLeast(0.95).orElseThrow()).isCloseTo(5 - 1.64485362695, within(1e-9));
  }

  /** 250 studies: a true 0.95 would lie outside 0.92 to 0.98 in three of a hundred such checks. */
  @ParameterizedTest
  @CsvSource({"2, 0.1", "3, 0.3"})
  void interval_ofStudiesWithAKnownTruth_coversItAsOftenAsItSays(int seeds, double ofSeed) {
    SeedStudy study = new SeedStudy(seeds, 50, ofSeed);
    double truth = study.truth();
    double covered =
        share(
            study,
            seed -> {
              Interval interval = study.estimate(seed, REPLICATES).interval(0.95).orElseThrow();
              return interval.low() <= truth && truth <= interval.high();
            });
    assertThat(covered).isBetween(0.92, 0.98);
  }

  @Test
  void interval_ofSeedsAlone_coversTheTruthTooRarelyWhereSubjectsAreShared() {
    SeedStudy study = new SeedStudy(5, 50, 0.1);
    double truth = study.truth();
    double covered =
        share(
            study,
            seed -> {
              var rng = seed.rng();
              double[] values = SeedStudy.aucs(study.arm(study.testSet(rng), rng));
              Interval interval = Estimate.ofSeeds(values).interval(0.95).orElseThrow();
              return interval.low() <= truth && truth <= interval.high();
            });
    assertThat(covered).isLessThan(0.85);
  }

  /** A level of 0.05 and 250 studies: 0.022 to 0.078 is what 95 of 100 such checks give. */
  @ParameterizedTest
  @CsvSource({"3, 0.1"})
  void difference_ofEquallyGoodArms_isFoundAsSeldomAsTheConfidenceSays(int seeds, double ofSeed) {
    SeedStudy study = new SeedStudy(seeds, 50, ofSeed);
    double found =
        share(study, seed -> study.difference(seed, REPLICATES).atLeast(0.95).orElseThrow() > 0);
    assertThat(found).isBetween(0.015, 0.085);
  }

  private static double share(SeedStudy study, Predicate<Seed> holds) {
    int studies = 250;
    long count =
        LongStream.range(0, studies)
            .filter(i -> holds.test(new Seed(i).child(study.toString())))
            .count();
    return count / (double) studies;
  }
}
