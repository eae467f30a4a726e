package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void cosine_risesInTheWarmUp_thenFallsToNothing() {
    Schedule schedule = new Schedule.Cosine(2);
    assertThat(schedule.factor(1, 10)).isEqualTo(0.5);
    assertThat(schedule.factor(2, 10)).isEqualTo(1);
    assertThat(schedule.factor(6, 10)).isCloseTo(0.5, within(1e-12));
    assertThat(schedule.factor(10, 10)).isCloseTo(0, within(1e-12));
  }

  @Test
  void multiStep_decaysAtEachMilestone() {
    Schedule schedule = new Schedule.MultiStep(0, List.of(2, 4), 0.1);
    assertThat(schedule.factor(0, 6)).isEqualTo(1);
    assertThat(schedule.factor(1.99, 6)).isEqualTo(1);
    assertThat(schedule.factor(2, 6)).isEqualTo(0.1);
    assertThat(schedule.factor(5, 6)).isCloseTo(0.01, within(1e-15));
  }

  @Test
  void milestones_outOfOrder_areRefused() {
    assertThatThrownBy(() -> new Schedule.MultiStep(0, List.of(4, 2), 0.1))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("milestones");
  }

  @Test
  void step_decaysAtEveryMultiple() {
    Schedule schedule = new Schedule.Step(0, 3, 0.5);
    assertThat(schedule.factor(2.9, 10)).isEqualTo(1);
    assertThat(schedule.factor(3, 10)).isEqualTo(0.5);
    assertThat(schedule.factor(9.5, 10)).isEqualTo(0.125);
  }

  @Test
  void division_dividesFromItsFirstEpochOn() {
    Schedule schedule = new Schedule.Division(0, 1.5, 15, 5);
    assertThat(schedule.factor(14.9, 100)).isEqualTo(1);
    assertThat(schedule.factor(15, 100)).isCloseTo(1 / 1.5, within(1e-15));
    assertThat(schedule.factor(19.9, 100)).isCloseTo(1 / 1.5, within(1e-15));
    assertThat(schedule.factor(20, 100)).isCloseTo(1 / 2.25, within(1e-15));
    assertThat(schedule.factor(99, 100)).isCloseTo(Math.pow(1.5, -17), within(1e-15));
  }

  @Test
  void poly_fallsAsAPowerOfTheTimeLeft() {
    Schedule schedule = new Schedule.Poly(2, 2);
    assertThat(schedule.factor(1, 12)).isEqualTo(0.5);
    assertThat(schedule.factor(2, 12)).isEqualTo(1);
    assertThat(schedule.factor(7, 12)).isEqualTo(0.25);
    assertThat(schedule.factor(12, 12)).isZero();
  }
}
