package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResizeTest {

  @Test
  void area_toHalfTheSize_averagesFourPixels() {
    RgbImage picture = Pictures.of(4, 2, (x, y, c) -> 10 * x + 100 * y);
    RgbImage half = Resize.area(picture, 2, 1);
    assertThat(half.sample(0, 0, 0)).isEqualTo((0 + 10 + 100 + 110) / 4);
    assertThat(half.sample(1, 0, 0)).isEqualTo((20 + 30 + 120 + 130) / 4);
  }

  @Test
  void area_fromThreeToTwo_countsTheMiddlePixelHalfOnEachSide() {
    RgbImage picture = Pictures.of(3, 1, (x, y, c) -> new int[] {0, 90, 240}[x]);
    RgbImage small = Resize.area(picture, 2, 1);
    assertThat(small.sample(0, 0, 0)).isEqualTo(30);
    assertThat(small.sample(1, 0, 0)).isEqualTo(190);
  }

  @Test
  void area_whenGrowing_interpolatesBetweenPixelCentres() {
    RgbImage picture = Pictures.of(2, 1, (x, y, c) -> 100 * x);
    RgbImage wide = Resize.area(picture, 4, 1);
    assertThat(new int[] {0, 25, 75, 100})
        .containsExactly(
            wide.sample(0, 0, 0), wide.sample(1, 0, 0), wide.sample(2, 0, 0), wide.sample(3, 0, 0));
  }

  @Test
  void area_toTheSameSize_isTheSamePicture() {
    RgbImage picture = Pictures.noisy(7, 5);
    assertThat(Resize.area(picture, 7, 5)).isEqualTo(picture);
  }

  @Test
  void area_ofOneColour_keepsTheColourAtAnySize() {
    RgbImage white = Pictures.of(37, 23, (x, y, c) -> 255);
    assertThat(Resize.area(white, 11, 50)).isEqualTo(Pictures.of(11, 50, (x, y, c) -> 255));
  }
}
