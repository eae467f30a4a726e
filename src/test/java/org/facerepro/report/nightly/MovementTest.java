package org.facerepro.report.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.facerepro.metric.MetricEntry;
import org.junit.jupiter.api.Test;

class MovementTest {

  @Test
  void equalNumbers_haveNotMoved() {
    assertThat(moved(new double[] {0.9, 0.8}, new double[] {0.9, 0.8})).isEmpty();
  }

  /** Two intervals of ± 0.01 at 95 % leave √2 · 0.01 · 2.5758 / 1.9600 = 0.018586 at 99 %. */
  @Test
  void oneSeed_movesBeyondTheIntervalsOfBothNumbers() {
    assertThat(moved(new double[] {0.9}, new double[] {0.9185})).isEmpty();
    assertThat(moved(new double[] {0.9}, new double[] {0.9187}))
        .hasValueSatisfying(text -> assertThat(text).contains("+0.018700", "0.018586", "one seed"));
  }

  @Test
  void aBetterNumber_isAsSuspiciousAsAWorseOne() {
    assertThat(moved(new double[] {0.9}, new double[] {0.95})).isPresent();
    assertThat(moved(new double[] {0.95}, new double[] {0.9})).isPresent();
  }

  /** 1, 2, 3 against 2, 4, 6: t = 1.5492, ν = 2.9412, p = 0.2209. */
  @Test
  void seedsThatVaryMoreThanTheyMoved_areNoise() {
    assertThat(moved(new double[] {1, 2, 3}, new double[] {2, 4, 6})).isEmpty();
  }

  /** Means 0.90 and 0.80, both with standard deviation 0.01: t = −0.1 / √(2 · 0.0001 / 3). */
  @Test
  void seedsThatMovedMoreThanTheyVary_raiseAnAlarm() {
    assertThat(moved(new double[] {0.89, 0.90, 0.91}, new double[] {0.79, 0.80, 0.81}))
        .hasValueSatisfying(
            text -> assertThat(text).contains("-0.100000 over 3 seeds", "t -12.25", "p 0.00026"));
  }

  @Test
  void seedsThatDoNotVary_mayNotMove() {
    assertThat(moved(new double[] {0.5, 0.5}, new double[] {0.6, 0.6}))
        .hasValueSatisfying(text -> assertThat(text).contains("does not vary over seeds"));
  }

  @Test
  void aNumberWithoutInterval_mayNotMove() {
    assertThat(Movement.evidence(List.of(SmallRun.bare(0)), List.of(SmallRun.bare(1e-4))))
        .hasValueSatisfying(text -> assertThat(text).contains("it has no noise"));
  }

  private static Optional<String> moved(double[] before, double[] now) {
    return Movement.evidence(entries(before), entries(now));
  }

  private static List<MetricEntry> entries(double[] values) {
    return DoubleStream.of(values).mapToObj(SmallRun::entry).toList();
  }
}
