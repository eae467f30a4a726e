package org.facerepro.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.InvalidValueException;
import org.facerepro.data.ShardPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardSelectionTest {
  private static final ShardPlan SIX = new ShardPlan(60, 10);

  @Test
  void ranges_includeTheirEnds() {
    assertThat(ShardSelection.parse("3-5,0").of(SIX)).containsExactly(0, 3, 4, 5);
  }

  @Test
  void all_isEveryShard() {
    assertThat(ShardSelection.ALL.of(SIX)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1-", "-1", "3-1", "1,,2", "1;2", "99999999999"})
  void parse_ofAnotherForm_isRefused(String text) {
    assertThatThrownBy(() -> ShardSelection.parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void of_aShardBeyondTheLast_saysWhichThereAre() {
    assertThatThrownBy(() -> ShardSelection.parse("4-6").of(SIX))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("0 to 5")
        .hasMessageContaining("got 6");
  }
}
