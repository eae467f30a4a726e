package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

  @Test
  void interval_ofTheWorkedExample_isThePublishedOne() {
    Interval interval = Wilson.interval(8, 10, 0.95);

    assertThat(interval.low()).isCloseTo(0.4902, within(5e-5));
    assertThat(interval.high()).isCloseTo(0.9433, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "3, 20", "13, 20", "20, 20", "7, 1000"})
  void interval_ends_solveTheScoreEquation(int successes, int trials) {
    Interval interval = Wilson.interval(successes, trials, 0.95);
    double p = (double) successes / trials;
    double z = 1.959963984540054;

    for (double end : new double[] {interval.low(), interval.high()}) {
      assertThat((p - end) * (p - end)).isCloseTo(z * z * end * (1 - end) / trials, within(1e-12));
    }
  }

  @Test
  void interval_withoutErrors_startsAtZeroExactly() {
    assertThat(Wilson.interval(0, 50, 0.95).low()).isZero();
    assertThat(Wilson.interval(50, 50, 0.95).high()).isEqualTo(1);
  }
}
