package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gaussian(0,22) | {law: gaussian, mean: 0, standardDeviation: 22}",
        "uniform( -1 , 1 ) | {law: uniform, low: -1, high: 1}",
        "choice(1,2,4) | {law: choice, values: [1, 2, 4]}",
        "3.5 | 3.5",
        "{law: chance, probability: 0.5} | {law: chance, probability: 0.5}"
      })
  void law_inItsShortForm_becomesThatOfASpecification(String text, String expected) {
    assertThat(LawText.law("--law pose.yaw", text)).isEqualTo(expected);
  }

  @Test
  void law_thatIsUnknown_isRefusedWithNearNames() {
    assertThatThrownBy(() -> LawText.law("--law pose.yaw", "gausian(0,22)"))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("--law pose.yaw: ")
        .hasMessageContaining("did you mean 'gaussian'");
  }

  @Test
  void law_withTooFewParameters_saysWhichItTakes() {
    assertThatThrownBy(() -> LawText.law("--law pose.yaw", "gaussian(22)"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("gaussian(mean,standardDeviation)");
  }

  @Test
  void axis_ofARangeOrAList_becomesThatOfASpecification() {
    assertThat(LawText.axis("pose.yaw", "-90..90..10"))
        .isEqualTo("{control: pose.yaw, start: -90, end: 90, step: 10}");
    assertThat(LawText.axis("pose.yaw", "-30,0,30"))
        .isEqualTo("{control: pose.yaw, values: [-30,0,30]}");
  }
}
