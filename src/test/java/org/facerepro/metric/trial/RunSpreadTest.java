package org.facerepro.metric.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Runs 1, 2, 3 have squares 2, reference runs 10, 14 have squares 8: s = √(10 / 3), ν = 3. */
class RunSpreadTest {
  private static final double[] RUNS = {1, 2, 3};
  private static final double[] NONE = {};

  @Test
  void of_withReferenceRuns_poolsTheSpreadAndKeepsTheMean() {
    RunSpread spread = RunSpread.of(RUNS, new double[] {10, 14});

    assertThat(spread.mean()).isEqualTo(2);
    assertThat(spread.runs()).isEqualTo(3);
    assertThat(spread.degreesOfFreedom()).isEqualTo(3);
    assertThat(spread.std()).isCloseTo(1.8257419, within(1e-7));
    assertThat(spread.errorOfOneMore()).isCloseTo(2.1081851, within(1e-7));
    assertThat(spread.reachOfOneMore(0.95)).isCloseTo(3.1824463 * 2.1081851, within(1e-6));
  }

  @Test
  void of_withoutReferenceRuns_isTheSpreadOfTheRuns() {
    RunSpread spread = RunSpread.of(RUNS, NONE);

    assertThat(spread.std()).isEqualTo(1);
    assertThat(spread.degreesOfFreedom()).isEqualTo(2);
  }

  @Test
  void of_oneReferenceRun_addsNothing() {
    assertThat(RunSpread.of(RUNS, new double[] {40})).isEqualTo(RunSpread.of(RUNS, NONE));
  }

  @Test
  void of_oneRun_isTheSpreadOfTheReference() {
    RunSpread spread = RunSpread.of(new double[] {5}, new double[] {10, 14});

    assertThat(spread.mean()).isEqualTo(5);
    assertThat(spread.std()).isCloseTo(2.8284271, within(1e-7));
    assertThat(spread.errorOfOneMore()).isCloseTo(4, within(1e-12));
  }

  @Test
  void of_oneRunAlone_knowsNoSpread() {
    RunSpread spread = RunSpread.of(new double[] {5}, NONE);

    assertThat(spread.degreesOfFreedom()).isZero();
    assertThat(spread.reachOfOneMore(0.95)).isZero();
  }
}
