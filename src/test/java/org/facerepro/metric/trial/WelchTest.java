package org.facerepro.metric.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class WelchTest {

  /** Numbers of scipy.stats.ttest_ind(…, equal_var=False), SciPy 1.x. */
  @Test
  void of_theExampleOfTheDocumentation_givesItsNumbers() {
    Welch test = Welch.of(new double[] {1, 2, 3}, new double[] {2, 4, 6});
    assertThat(test.difference()).isEqualTo(-2);
    assertThat(test.difference() / test.standardError())
        .isCloseTo(-1.5491933384829668, within(1e-12));
    assertThat(test.degreesOfFreedom()).isCloseTo(2.9411764705882346, within(1e-12));
    assertThat(test.p()).isCloseTo(0.22088084049409593, within(1e-9));
  }

  @Test
  void of_oneNewValue_holdsItAgainstTheSpreadOfTheSample() {
    Welch test = Welch.of(new double[] {5}, new double[] {1, 2, 3});
    assertThat(test.standardError()).isCloseTo(Math.sqrt(1 + 1.0 / 3), within(1e-12));
    assertThat(test.degreesOfFreedom()).isEqualTo(2);
  }

  @Test
  void of_valuesThatDoNotVary_isCertain() {
    assertThat(Welch.of(new double[] {1, 1}, new double[] {1, 1}).p()).isEqualTo(1);
    assertThat(Welch.of(new double[] {1, 1}, new double[] {2, 2}).p()).isZero();
  }

  @Test
  void interval_atTheLevelOfItsOwnP_endsAtZero() {
    Welch test = Welch.of(new double[] {1, 2, 3}, new double[] {2, 4, 6});
    assertThat(test.interval(1 - test.p()).high()).isCloseTo(0, within(1e-6));
    assertThat(test.interval(1 - test.p()).low()).isCloseTo(2 * -2, within(1e-6));
  }

  @Test
  void of_oneValueEach_isAnError() {
    assertThatThrownBy(() -> Welch.of(new double[] {1}, new double[] {2}))
        .isInstanceOf(InvalidValueException.class);
  }
}
