package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngWriterTest {
  private static final Rng RNG = new Seed(2).rng();

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "64, 40"})
  void rgb8_readBack_isTheSamePicture(int width, int height) {
    byte[] samples = new byte[3 * width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) RNG.nextInt(256);
    }
    RgbImage image = RgbImage.copyOf(width, height, samples);
    assertThat(ImageCodec.decode(new PngWriter().encode(image), "test")).isEqualTo(image);
  }

  @Test
  void encode_afterALargerPicture_leavesNoTrace() {
    RgbImage small = RgbImage.copyOf(3, 2, new byte[18]);
    PngWriter used = new PngWriter();
    byte[] noise = new byte[7500];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) RNG.nextInt(256);
    }
    used.rgb8(50, 50, noise);
    assertThat(used.encode(small)).isEqualTo(new PngWriter().encode(small));
  }

  @Test
  void rgb8_withSamplesOfAnotherSize_isRefused() {
    PngWriter writer = new PngWriter();
    assertThatThrownBy(() -> writer.rgb8(2, 2, new byte[11]))
        .isInstanceOf(InvalidValueException.class);
  }
}
