package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTest {
  private static int black(RgbImage label) {
    int count = 0;
    for (int y = 0; y < label.height(); y++) {
      for (int x = 0; x < label.width(); x++) {
        count += label.sample(x, y, 0) == 0 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void of_aLetter_hasItsDotsInSquaresOfFourPixels() {
    RgbImage label = Label.of("L", 20);
    assertThat(label.height()).isEqualTo(Label.HEIGHT);
    assertThat(black(label)).isEqualTo(4 * (4 + 3));
    assertThat(label.sample(2, 2, 1)).isZero();
    assertThat(label.sample(4, 2, 1)).isEqualTo(255);
  }

  @Test
  void of_smallLetters_isThatOfCapitals() {
    assertThat(Label.of("nose-width", 100)).isEqualTo(Label.of("NOSE-WIDTH", 100));
  }

  @Test
  void of_aTextTooLong_isCutOffAtTheWidth() {
    RgbImage label = Label.of("II", 11);
    assertThat(label.width()).isEqualTo(11);
    assertThat(black(label)).isEqualTo(4 * 9 + 2 * 2);
  }

  @Test
  void of_aCharacterWithoutALetter_isBlank() {
    assertThat(black(Label.of("é", 20))).isZero();
  }
}
