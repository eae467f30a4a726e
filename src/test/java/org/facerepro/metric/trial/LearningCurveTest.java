package org.facerepro.metric.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
  private final LearningCurve curve = new LearningCurve(List.of(100.0, 400.0, 1600.0));

  @Test
  void needed_atAMeasuredPoint_isItsAmount() {
    assertThat(curve.needed(new double[] {0.6, 0.7, 0.9}, 0.7)).isEqualTo(400);
  }

  @Test
  void needed_halfWayBetweenTwoPoints_isTheGeometricMeanOfTheirAmounts() {
    assertThat(curve.needed(new double[] {0.6, 0.7, 0.9}, 0.65)).isCloseTo(200, within(1e-9));
    assertThat(curve.needed(new double[] {0.6, 0.7, 0.9}, 0.8)).isCloseTo(800, within(1e-9));
  }

  @Test
  void needed_whereTheCurveIsThereFromTheStart_isTheSmallestAmount() {
    assertThat(curve.needed(new double[] {0.6, 0.7, 0.9}, 0.5)).isEqualTo(100);
  }

  @Test
  void needed_beyondTheCurve_isTheLargestAmountAndABound() {
    double[] values = {0.6, 0.7, 0.9};
    assertThat(curve.needed(values, 0.91)).isEqualTo(1600);
    assertThat(curve.reaches(values, 0.91)).isFalse();
    assertThat(curve.reaches(values, 0.9)).isTrue();
  }

  @Test
  void needed_ofACurveThatGoesDownAgain_isWhereItFirstGetsThere() {
    assertThat(curve.needed(new double[] {0.6, 0.8, 0.7}, 0.7)).isCloseTo(200, within(1e-9));
  }

  @Test
  void amounts_thatDoNotRise_areRefused() {
    assertThatThrownBy(() -> new LearningCurve(List.of(2.0, 1.0)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("rising");
  }
}
