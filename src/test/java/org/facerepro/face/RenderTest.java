package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.MotionBlur;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.face.scene.SensorModel;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;

class RenderTest {
  private static final int SIZE = GeneratorSpec.SIZE;

  @Test
  void picture_inLinearLight_isFiniteEverywhere() {
    FaceGenerator generator =
        new FaceGenerator(new GeneratorSpec(FaceDomain.PROXY_REAL, 20, 1), new Seed(9));
    RenderWorkspace buffers = generator.newWorkspace();
    for (int i = 0; i < 20; i++) {
      generator.subject(i, buffers).sample(0);
      for (float value : buffers.picture) {
        assertThat(value >= 0 && value < 100).isTrue();
      }
    }
  }

  @Test
  void silhouette_isAntiAliased() {
    FaceGenerator generator =
        new FaceGenerator(new GeneratorSpec(FaceDomain.GRAPHICS, 1, 1), new Seed(9));
    RenderWorkspace buffers = generator.newWorkspace();
    generator.subject(0, buffers).sample(0);
    int partial = 0;
    for (int i = 3; i < buffers.picture.length; i += 4) {
      float coverage = buffers.picture[i];
      assertThat(coverage).isIn(0f, 0.25f, 0.5f, 0.75f, 1f);
      partial += coverage > 0 && coverage < 1 ? 1 : 0;
    }
    assertThat(partial).isGreaterThan(40);
  }

  @Test
  void expose_ofAGreyRamp_risesAndStaysInRange() {
    float[] ramp = new float[SIZE * SIZE * 4];
    for (int i = 0; i < SIZE * SIZE; i++) {
      for (int k = 0; k < 3; k++) {
        ramp[4 * i + k] = (i % SIZE) / 80f;
      }
    }
    SensorModel.Exposure exposure =
        new SensorModel.Exposure(new Rgb(1, 1, 1), MotionBlur.NONE, 0, 0, 1);
    RgbImage image =
        new SensorModel().expose(ramp, new float[ramp.length], SIZE, exposure, new Seed(1).rng());
    for (int x = 1; x < SIZE; x++) {
      assertThat(image.sample(x, 3, 1)).isGreaterThanOrEqualTo(image.sample(x - 1, 3, 1));
    }
    assertThat(image.sample(0, 0, 0)).isZero();
    assertThat(image.sample(SIZE - 1, 0, 0)).isGreaterThan(245);
  }

  @Test
  void expose_withNoise_hasThatStandardDeviation() {
    float[] flat = new float[SIZE * SIZE * 4];
    Arrays.fill(flat, 0.2f);
    SensorModel.Exposure exposure =
        new SensorModel.Exposure(new Rgb(1, 1, 1), MotionBlur.NONE, 0, 5, 1);
    RgbImage image =
        new SensorModel().expose(flat, new float[flat.length], SIZE, exposure, new Seed(1).rng());
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      int value = image.sample(i % SIZE, i / SIZE, 0);
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / (SIZE * SIZE);
    assertThat(Math.sqrt(squares / (SIZE * SIZE) - mean * mean)).isBetween(4.6, 5.4);
  }
}
