package org.facerepro.face.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.Seed;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.Subject;
import org.facerepro.face.person.SubjectTraits;
import org.facerepro.face.scene.HeadModel;
import org.facerepro.face.scene.PaintedSubject;
import org.junit.jupiter.api.Test;

class PaintTest {
  private static final HeadModel MODEL = new HeadModel();

  private static SkinTexture painted(long seed) {
    SkinTexture texture = new SkinTexture();
    PaintedSubject.paint(Subject.draw(new Seed(seed)), MODEL, texture, true);
    return texture;
  }

  @Test
  void albedo_everywhere_isAFiniteReflectance() {
    for (long seed = 0; seed < 12; seed++) {
      SkinTexture texture = painted(seed);
      float[] texel = new float[SkinTexture.CHANNELS];
      for (int row = 0; row < SkinTexture.HEIGHT; row++) {
        for (int column = 0; column < SkinTexture.WIDTH; column++) {
          texture.sample(SkinTexture.u(column), SkinTexture.y(row), texel, 0);
          assertThat(texel[0] >= 0 && texel[0] < 1.2f).isTrue();
          assertThat(texel[2] >= 0 && texel[2] < 1.2f).isTrue();
          assertThat(texel[3] >= 0 && texel[3] < 3).isTrue();
        }
      }
    }
  }

  @Test
  void albedo_ofDifferentSubjects_differs() {
    assertThat(difference(painted(1), painted(2))).isGreaterThan(0.02);
    assertThat(difference(painted(1), painted(1))).isZero();
  }

  private static double difference(SkinTexture a, SkinTexture b) {
    float[] p = new float[SkinTexture.CHANNELS];
    float[] q = new float[SkinTexture.CHANNELS];
    double sum = 0;
    for (int y = -90; y < 90; y++) {
      a.sample(20, y, p, 0);
      b.sample(20, y, q, 0);
      sum += Math.abs(p[1] - q[1]) / 180;
    }
    return sum;
  }

  @Test
  void sample_betweenTexels_isLinear() {
    SkinTexture texture = new SkinTexture();
    texture.set(100, 50, 0.2f, 0.2f, 0.2f, 1);
    texture.set(101, 50, 0.6f, 0.2f, 0.2f, 1);
    float[] texel = new float[SkinTexture.CHANNELS];
    texture.sample(SkinTexture.u(100) + 0.25f, SkinTexture.y(50), texel, 0);
    assertThat(texel[0]).isCloseTo(0.3f, within(1e-5f));
  }

  @Test
  void traits_ofManySubjects_arePlausible() {
    int masculine = 0;
    for (long seed = 0; seed < 300; seed++) {
      SubjectTraits traits = Subject.draw(new Seed(seed)).traits();
      masculine += traits.masculine() ? 1 : 0;
      assertThat(traits.age()).isBetween(18.0, 85.0);
      assertThat(traits.masculine() || traits.beardStyle() == BeardStyle.NONE).isTrue();
    }
    assertThat(masculine).isBetween(170, 240);
  }
}
