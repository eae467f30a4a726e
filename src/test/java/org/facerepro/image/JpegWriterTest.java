package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegWriterTest {

  /** A smooth picture with edges and grain, unlike any that compresses trivially. */
  private static RgbImage picture(int width, int height) {
    Rng rng = new Seed(7).rng();
    byte[] samples = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double base = 120 + 60 * StrictMath.sin(x / 9.0) + 40 * StrictMath.cos(y / 6.0 + x / 20.0);
        double edge = x * 2 > y + 30 ? 25 : 0;
        for (int k = 0; k < 3; k++) {
          double value = base + edge * (k - 1) + rng.gaussian(0, 4);
          samples[3 * (y * width + x) + k] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
      }
    }
    return RgbImage.takeOver(width, height, samples);
  }

  private static double psnr(RgbImage a, RgbImage b) {
    byte[] first = a.toBytes();
    byte[] second = b.toBytes();
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      double d = (first[i] & 0xff) - (second[i] & 0xff);
      sum += d * d;
    }
    return 10 * StrictMath.log10(255.0 * 255 * first.length / Math.max(1e-9, sum));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 40, 50, 75, 90, 95, 100})
  void write_atAnyQuality_losesAsMuchAndTakesAsMuchRoomAsTheReferenceWriter(int quality) {
    RgbImage image = picture(112, 112);
    byte[] ours = JpegWriter.write(image, quality);
    byte[] reference = RasterEncoder.jpeg(image, quality);
    double loss = psnr(image, ImageCodec.decode(ours, "ours"));
    double referenceLoss = psnr(image, ImageCodec.decode(reference, "reference"));
    assertThat(loss).isGreaterThan(referenceLoss - 0.1);
    assertThat((double) ours.length / reference.length).isBetween(0.95, 1.02);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 17, 113})
  void write_ofAnySize_decodesToThatSizeAndPicture(int side) {
    RgbImage image = picture(side, side + 3);
    RgbImage back = ImageCodec.decode(JpegWriter.write(image, 95), "test");
    assertThat(back.width()).isEqualTo(side);
    assertThat(back.height()).isEqualTo(side + 3);
    assertThat(psnr(image, back)).isGreaterThan(34);
  }

  @Test
  void write_ofTheSamePicture_givesTheSameBytes() {
    assertThat(JpegWriter.write(picture(40, 30), 80))
        .isEqualTo(JpegWriter.write(picture(40, 30), 80));
  }

  @Test
  void write_ofExtremes_decodesToThem() {
    byte[] samples = new byte[3 * 16 * 16];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i / 3 / 8 % 2 == 0 ? 0 : 255);
    }
    RgbImage image = RgbImage.takeOver(16, 16, samples);
    assertThat(psnr(image, ImageCodec.decode(JpegWriter.write(image, 100), "test")))
        .isGreaterThan(45);
  }
}
