package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlaneTonesTest {
  private static final float EXACT = 1e-6f;

  /** Makes planes of 8-bit levels. */
  private static float[] planes(int... levels) {
    float[] planes = new float[levels.length];
    for (int i = 0; i < levels.length; i++) {
      planes[i] = levels[i] / 127.5f - 1;
    }
    return planes;
  }

  private static float[] after(float[] planes, Consumer<float[]> change) {
    change.accept(planes);
    return planes;
  }

  @Test
  void brightness_multipliesLevels_upToWhite() {
    assertThat(after(planes(0, 100, 200), p -> PlaneTones.brightness(p, 1.5)))
        .containsExactly(planes(0, 150, 255), within(EXACT));
  }

  @Test
  void contrast_movesLevelsFromTheMeanLuma() {
    assertThat(after(planes(100, 140, 100, 140, 100, 140), p -> PlaneTones.contrast(p, 0.5)))
        .containsExactly(planes(110, 130, 110, 130, 110, 130), within(1e-5f));
  }

  @Test
  void saturation_ofNone_leavesTheLuma() {
    float luma = 0.299f * 200 + 0.587f * 100 + 0.114f * 50;
    float[] grey = after(planes(200, 100, 50), p -> PlaneTones.saturation(p, 0));
    assertThat(grey).containsOnly(grey[0]);
    assertThat(grey[0]).isCloseTo(luma / 127.5f - 1, within(1e-5f));
  }

  @Test
  void hue_turnedAllTheWay_isTheSame_andHalfWayKeepsTheLuma() {
    float[] start = planes(140, 120, 110);
    assertThat(after(start.clone(), p -> PlaneTones.hue(p, 2 * Math.PI)))
        .containsExactly(start, within(1e-5f));
    float[] turned = after(start.clone(), p -> PlaneTones.hue(p, Math.PI));
    assertThat(0.299f * turned[0] + 0.587f * turned[1] + 0.114f * turned[2])
        .isCloseTo(0.299f * start[0] + 0.587f * start[1] + 0.114f * start[2], within(1e-5f));
    assertThat(turned[0]).isLessThan(turned[2]);
  }

  @Test
  void posterise_keepsTheHighestBits() {
    assertThat(after(planes(255, 77, 15), p -> PlaneTones.posterise(p, 4)))
        .containsExactly(planes(240, 64, 0), within(EXACT));
  }

  @Test
  void solarise_invertsFromTheLimitOn() {
    assertThat(after(planes(99, 100, 255), p -> PlaneTones.solarise(p, 100)))
        .containsExactly(planes(99, 155, 0), within(EXACT));
  }

  @Test
  void stretch_fillsTheRangeOfEachChannel_butAFlatOne() {
    assertThat(after(planes(50, 100, 7, 7, 0, 255), PlaneTones::stretch))
        .containsExactly(planes(0, 255, 7, 7, 0, 255), within(EXACT));
  }

  @Test
  void equalise_followsTheIntegerRule() {
    // One channel of 600 pixels: 300 at 10, 200 at 20, 100 at 30; step (600 - 100) / 255 = 1.
    int pixels = 600;
    float[] planes = new float[3 * pixels];
    for (int i = 0; i < planes.length; i++) {
      int place = i % pixels;
      planes[i] = (place < 300 ? 10 : place < 500 ? 20 : 30) / 127.5f - 1;
    }
    PlaneTones.equalise(planes);
    assertThat(planes[0]).isCloseTo(-1, within(EXACT));
    assertThat(planes[400]).isCloseTo(1, within(EXACT));
    assertThat(planes[599]).isCloseTo(1, within(EXACT));
  }

  @Test
  void sharpness_ofAnImpulse_isThatOfTheKernel() {
    float[] planes = new float[27];
    planes[4] = 0.13f;
    float[] smooth = after(planes.clone(), p -> PlaneTones.sharpness(p, 0, 3));
    assertThat(smooth[4]).isCloseTo(0.05f, within(EXACT));
    assertThat(smooth[0]).isZero();
    assertThat(after(planes.clone(), p -> PlaneTones.sharpness(p, 1, 3)))
        .containsExactly(planes, within(EXACT));
  }

  @Test
  void jpeg_ofHighQuality_keepsAFlatPicture_andOfLowQualityChangesADetailedOne() {
    float[] flat = new float[3 * 256];
    assertThat(after(flat, p -> PlaneTones.jpeg(p, 95, 16)))
        .containsOnly((float) (128 / 127.5 - 1));
    float[] noisy = new float[3 * 256];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (i * 37 % 101) / 50.5f - 1;
    }
    assertThat(after(noisy.clone(), p -> PlaneTones.jpeg(p, 20, 16))).isNotEqualTo(noisy);
  }
}
