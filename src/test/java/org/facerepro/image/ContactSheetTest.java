package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

  @Test
  void of_threePicturesInTwoColumns_laysThemOutRowByRow() {
    RgbImage red = Pictures.of(4, 3, (x, y, c) -> c == 0 ? 200 : 0);
    RgbImage blue = Pictures.of(4, 3, (x, y, c) -> c == 2 ? 200 : 0);
    RgbImage sheet = ContactSheet.of(List.of(red, red, blue), 2, 1);
    assertThat(sheet.width()).isEqualTo(11);
    assertThat(sheet.height()).isEqualTo(9);
    assertThat(sheet.sample(0, 0, 0)).isEqualTo(255);
    assertThat(sheet.sample(6, 1, 0)).isEqualTo(200);
    assertThat(sheet.sample(1, 5, 2)).isEqualTo(200);
    assertThat(sheet.sample(6, 5, 2)).isEqualTo(255);
  }

  @Test
  void of_noPictures_isRefused() {
    assertThatThrownBy(() -> ContactSheet.of(List.of(), 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
