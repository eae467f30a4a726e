package org.facerepro.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearAxisTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.10, 10, 0.01",
    "0.11, 0.12, 6, 0.02",
    "7.3, 8, 8, 1",
    "10, 10, 10, 1",
    "41.7, 45, 9, 5",
    "64, 70, 7, 10",
    "0.00001, 0.000010, 10, 0.000001",
    "1.0, 1.0, 10, 0.1",
  })
  void upTo_endsAtTheFirstRoundMarkNotBelow(
      double highest, String end, int steps, String firstMark) {
    LinearAxis axis = LinearAxis.upTo("loss", highest);
    assertThat(axis.ticks()).hasSize(steps + 1);
    assertThat(axis.ticks().get(0).label()).startsWith("0");
    assertThat(axis.ticks().get(1).label()).isEqualTo(firstMark);
    assertThat(axis.ticks().get(steps).label()).isEqualTo(end);
    assertThat(axis.position(highest)).isBetween(0.8, 1.0);
  }

  @Test
  void upTo_ofNothing_isRefused() {
    assertThatThrownBy(() -> LinearAxis.upTo("loss", 0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("highest");
  }
}
