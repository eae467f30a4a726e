package org.facerepro.face.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.Rgb;
import org.junit.jupiter.api.Test;

class SkinToneTest {
  private static Rgb skin(double melanin, double blood, double yellow) {
    SubjectTraits traits =
        new SubjectTraits(true, 40, melanin, 0, 0.5, 0, HairStyle.SHORT, BeardStyle.NONE, 0, 0, 0);
    Map<ColourComponent, Double> colour =
        Map.of(ColourComponent.HAEMOGLOBIN, blood, ColourComponent.SKIN_YELLOWNESS, yellow);
    return Palette.of(Subject.of(new Seed(1), traits, Map.of(), colour)).skin();
  }

  @Test
  void channels_ofAnyJointDraw_keepTheRatiosOfLivingSkin() {
    for (double melanin = 0; melanin <= 1; melanin += 0.25) {
      for (double blood = -6; blood <= 6; blood += 2) {
        for (double yellow = -6; yellow <= 6; yellow += 2) {
          Rgb skin = skin(melanin, blood, yellow);
          assertThat(skin.r() / skin.g()).isBetween(1.35f, 2.26f);
          assertThat(skin.g() / skin.b()).isBetween(1.14f, 1.76f);
        }
      }
    }
  }

  @Test
  void blood_belowTheMean_palesTheSkinAsVisiblyAsAboveItReddens() {
    float mean = skin(0.2, 0, 0).r() / skin(0.2, 0, 0).g();
    assertThat(skin(0.2, -2, 0).r() / skin(0.2, -2, 0).g()).isLessThan(0.93f * mean);
    assertThat(skin(0.2, 2, 0).r() / skin(0.2, 2, 0).g()).isGreaterThan(1.07f * mean);
  }

  @Test
  void yellowness_changesBlueAboveAll() {
    Rgb pale = skin(0.2, 0, -2);
    Rgb yellow = skin(0.2, 0, 2);
    assertThat(pale.b() / yellow.b()).isGreaterThan(1.3f);
    assertThat(pale.g() / yellow.g()).isCloseTo(1, within(0.1f));
  }
}
