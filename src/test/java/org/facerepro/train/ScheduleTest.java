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
}
