package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngWriterTest {
  private static final Rng RNG = new Seed(2).rng();

  private static short[] noise(int count) {
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) RNG.nextLong();
    }
    return samples;
  }

  private static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "64, 40"})
  void rgb8_readBack_isTheSamePicture(int width, int height) {
    byte[] samples = new byte[3 * width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) RNG.nextInt(256);
    }
    RgbImage image = RgbImage.copyOf(width, height, samples);
    try (PngWriter writer = new PngWriter()) {
      assertThat(ImageCodec.decode(writer.encode(image), "test")).isEqualTo(image);
    }
  }

  @Test
  void grey16_readBack_hasAllBits() throws IOException {
    short[] samples = noise(9 * 5);
    try (PngWriter writer = new PngWriter()) {
      BufferedImage image = read(writer.grey16(9, 5, samples));
      assertThat(image.getSampleModel().getSampleSize(0)).isEqualTo(16);
      int[] back = image.getRaster().getSamples(0, 0, 9, 5, 0, (int[]) null);
      for (int i = 0; i < back.length; i++) {
        assertThat(back[i]).isEqualTo(samples[i] & 0xffff);
      }
    }
  }

  @Test
  void rgb16_readBack_hasAllBits() throws IOException {
    short[] samples = noise(3 * 6 * 4);
    try (PngWriter writer = new PngWriter()) {
      int[] back =
          read(writer.rgb16(6, 4, samples)).getRaster().getPixels(0, 0, 6, 4, (int[]) null);
      for (int i = 0; i < back.length; i++) {
        assertThat(back[i]).isEqualTo(samples[i] & 0xffff);
      }
    }
  }

  @Test
  void encode_afterALargerPicture_leavesNoTrace() {
    RgbImage small = RgbImage.copyOf(3, 2, new byte[18]);
    try (PngWriter fresh = new PngWriter();
        PngWriter used = new PngWriter()) {
      used.rgb16(50, 50, noise(7500));
      assertThat(used.encode(small)).isEqualTo(fresh.encode(small));
    }
  }

  @Test
  void rgb8_withSamplesOfAnotherSize_isRefused() {
    try (PngWriter writer = new PngWriter()) {
      assertThatThrownBy(() -> writer.rgb8(2, 2, new byte[11]))
          .isInstanceOf(InvalidValueException.class);
    }
  }
}
