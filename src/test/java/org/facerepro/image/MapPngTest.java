package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class MapPngTest {

  @Test
  void greySamples_of16Bits_areReadBackByAnotherDecoder() throws IOException {
    short[] samples = {0, 1, 256, (short) 40_000, (short) 65_535, 12_345};

    BufferedImage read = decode(MapPng.of16Bits(3, 2, 1, samples, Map.of("scale", "0.0625")));

    assertThat(read.getWidth()).isEqualTo(3);
    assertThat(read.getSampleModel().getSampleSize(0)).isEqualTo(16);
    for (int i = 0; i < samples.length; i++) {
      assertThat(read.getRaster().getSample(i % 3, i / 3, 0)).isEqualTo(samples[i] & 0xffff);
    }
  }

  @Test
  void colourSamples_of16Bits_areReadBackByAnotherDecoder() throws IOException {
    short[] samples = new short[4 * 3 * 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (7919 * i);
    }

    BufferedImage read = decode(MapPng.of16Bits(4, 3, 3, samples, Map.of()));

    for (int i = 0; i < samples.length; i++) {
      int pixel = i / 3;
      assertThat(read.getRaster().getSample(pixel % 4, pixel / 4, i % 3))
          .isEqualTo(samples[i] & 0xffff);
    }
  }

  @Test
  void labels_keepNumbersAndTakeThePalette() throws IOException {
    byte[] palette = {0, 0, 0, (byte) 200, 10, 20, 1, 2, (byte) 255};

    BufferedImage read = decode(MapPng.indexed(2, 2, new byte[] {0, 1, 2, 1}, palette, Map.of()));

    assertThat(read.getRaster().getSample(1, 0, 0)).isEqualTo(1);
    assertThat(read.getRaster().getSample(0, 1, 0)).isEqualTo(2);
    assertThat(read.getRGB(1, 1)).isEqualTo(0xffc80a14);
  }

  @Test
  void file_isWhole() {
    byte[] png = MapPng.of16Bits(1, 1, 1, new short[1], Map.of("a", "b"));

    PngStructure.check(png, "map");

    assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("tEXta\0b");
  }

  @Test
  void samples_thatDoNotFit_areRefused() {
    assertThatThrownBy(() -> MapPng.of16Bits(2, 2, 1, new short[3], Map.of()))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> MapPng.indexed(1, 1, new byte[] {1}, new byte[] {0, 0, 0}, Map.of()))
        .isInstanceOf(InvalidValueException.class);
  }

  private static BufferedImage decode(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
