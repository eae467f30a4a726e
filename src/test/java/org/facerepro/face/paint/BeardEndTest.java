package org.facerepro.face.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.HairStyle;
import org.facerepro.face.person.Subject;
import org.facerepro.face.person.SubjectTraits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BeardEndTest {
  private static final NoiseBank NOISE = new NoiseBank(new Seed(3));

  private static BeardLayer beard(BeardStyle style) {
    SubjectTraits traits =
        new SubjectTraits(true, 40, 0.2, 0, 0.5, 0, HairStyle.SHORT, style, 0, 0, 0);
    return new BeardLayer(Subject.of(new Seed(4), traits, Map.of(), Map.of()), NOISE);
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "GOATEE", "CHIN_STRAP", "SIDEBURNS"})
  void beard_ofAnyStyle_leavesTheThroatBare(BeardStyle style) {
    BeardLayer beard = beard(style);
    for (float u = -112; u <= 112; u += 4) {
      float x = 49 * (float) Math.sin(u / FacePlan.ARC_RADIUS);
      for (float y = -142; y > BeardLayer.LOW; y -= 2) {
        assertThat(beard.worn(u, x, y)).isZero();
        assertThat(beard.stubble(u, x, y)).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "GOATEE"})
  void beard_onTheChin_isThick(BeardStyle style) {
    BeardLayer beard = beard(style);
    float sum = 0;
    for (int u = -10; u <= 10; u++) {
      sum += beard.worn(u, u, -108) / 21;
    }
    assertThat(sum).isGreaterThan(0.6f);
  }
}
