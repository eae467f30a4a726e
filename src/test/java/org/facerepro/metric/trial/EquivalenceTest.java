package org.facerepro.metric.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EquivalenceTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** The normal quantile of 0.95 is 1.64485362695. */
  @Test
  void of_aDifference_isShownFromTheMarginOnThatItsIntervalReaches() {
    double least = 0.1 + 1.64485362695;
    assertThat(Equivalence.of(-0.1, 1, INFINITE, 0, 5, 0.95).least())
        .isCloseTo(least, within(1e-9));
    assertThat(Equivalence.of(0.1, 1, INFINITE, 0, least + 1e-6, 0.95).shown()).isTrue();
    assertThat(Equivalence.of(0.1, 1, INFINITE, 0, least - 1e-6, 0.95).shown()).isFalse();
  }

  @Test
  void of_aNoisyMeasurement_isNotShownThoughTheDifferenceIsNone() {
    assertThat(Equivalence.of(0, 1, 2, 0, 1, 0.95).shown()).isFalse();
  }

  @Test
  void of_aRoundedNumber_countsTheRoundingAgainstTheClaim() {
    assertThat(Equivalence.of(0.5, 0, INFINITE, 0.05, 0.56, 0.95).shown()).isTrue();
    assertThat(Equivalence.of(0.5, 0, INFINITE, 0.05, 0.54, 0.95).shown()).isFalse();
    assertThat(Equivalence.of(0.5, 0, INFINITE, 0, 0.5, 0.95).p()).isEqualTo(1);
  }
}
