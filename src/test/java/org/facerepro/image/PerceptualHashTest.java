package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {

  /** A smooth pattern, different for each seed. */
  private static RgbImage picture(long seed, int width, int height) {
    Rng rng = new Seed(seed).rng();
    double[] phases = new double[8];
    for (int i = 0; i < phases.length; i++) {
      phases[i] = rng.uniform(0, 6.283);
    }
    byte[] samples = new byte[3 * width * height];
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / 3;
      int row = pixel / width;
      double x = pixel % width / (double) width;
      double y = row / (double) height;
      double value = 128;
      for (int k = 0; k < phases.length; k++) {
        value += 14 * StrictMath.sin((k + 1) * 5 * (k % 2 == 0 ? x + y : x - 0.7 * y) + phases[k]);
      }
      samples[i] = (byte) (int) value;
    }
    return RgbImage.takeOver(width, height, samples);
  }

  private static RgbImage ramp(int width, int height, int sign) {
    byte[] samples = new byte[3 * width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (128 + sign * (i / 3 % width));
    }
    return RgbImage.takeOver(width, height, samples);
  }

  @Test
  void of_aPictureThatGetsBrighterToTheRight_setsEveryBit() {
    assertThat(PerceptualHash.of(ramp(40, 30, 1)).hex()).isEqualTo("f".repeat(64));
    assertThat(PerceptualHash.of(ramp(40, 30, -1)).hex()).isEqualTo("0".repeat(64));
  }

  @Test
  void of_aPictureSmallerThanTheGrid_isFound() {
    assertThat(PerceptualHash.of(ramp(5, 3, 1)).distance(PerceptualHash.of(ramp(50, 30, 1))))
        .isLessThan(PerceptualHash.BITS);
    assertThat(PerceptualHash.of(ramp(1, 1, 1)).hex()).isEqualTo("0".repeat(64));
  }

  @Test
  void distance_toTheSamePictureCompressedOrRescaled_isSmall() {
    RgbImage picture = picture(1, 112, 112);
    PerceptualHash hash = PerceptualHash.of(picture);
    RgbImage stored = ImageCodec.decode(ImageCodec.jpeg(picture, 70), "jpeg");
    RgbImage small = Resize.area(picture, 80, 80);
    assertThat(hash.distance(PerceptualHash.of(stored))).isLessThanOrEqualTo(15);
    assertThat(hash.distance(PerceptualHash.of(small))).isLessThanOrEqualTo(15);
  }

  @Test
  void distance_toAnotherPicture_isLarge() {
    PerceptualHash hash = PerceptualHash.of(picture(1, 112, 112));
    assertThat(hash.distance(PerceptualHash.of(picture(2, 112, 112)))).isGreaterThan(30);
  }

  @Test
  void part_isSixteenBitsOfTheHash() {
    PerceptualHash hash = new PerceptualHash(0x4444_3333_2222_1111L, 0, 0, 0xabcd_0000_0000_0000L);
    assertThat(hash.part(0)).isEqualTo(0x1111);
    assertThat(hash.part(3)).isEqualTo(0x4444);
    assertThat(hash.part(15)).isEqualTo(0xabcd);
  }

  @Test
  void parse_readsWhatHexWrites() {
    PerceptualHash hash = new PerceptualHash(1, -2, Long.MIN_VALUE, 4);
    assertThat(PerceptualHash.parse(hash.hex())).isEqualTo(hash);
    assertThatThrownBy(() -> PerceptualHash.parse("12")).isInstanceOf(NumberFormatException.class);
  }
}
