package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.facerepro.core.CorruptDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCodecTest {
  private static final RgbImage SMOOTH = Pictures.smooth(40, 30);

  @Test
  void png_thereAndBack_keepsEveryByte() {
    RgbImage picture = Pictures.noisy(17, 11);
    assertThat(ImageCodec.decode(ImageCodec.png(picture), "p")).isEqualTo(picture);
  }

  @Test
  void jpeg_thereAndBack_staysClose() {
    RgbImage back = ImageCodec.decode(ImageCodec.jpeg(SMOOTH, 95), "j");
    assertThat(largestDifference(SMOOTH, back)).isLessThanOrEqualTo(6);
  }

  @Test
  void jpeg_ofColourThatChangesAtEachPixel_keepsColourResolution() {
    RgbImage stripes = Pictures.of(32, 32, (x, y, c) -> c == x % 2 * 2 ? 180 : 60);
    RgbImage back = ImageCodec.decode(ImageCodec.jpeg(stripes, 100), "j");
    assertThat(largestDifference(stripes, back)).isLessThanOrEqualTo(8);
  }

  @Test
  void jpeg_twice_isTheSameBytes() {
    assertThat(ImageCodec.jpeg(SMOOTH, 90)).isEqualTo(ImageCodec.jpeg(SMOOTH, 90));
  }

  @Test
  void jpeg_ofLowerQuality_isSmaller() {
    RgbImage picture = Pictures.noisy(64, 64);
    assertThat(ImageCodec.jpeg(picture, 20)).hasSizeLessThan(ImageCodec.jpeg(picture, 90).length);
  }

  private static int largestDifference(RgbImage a, RgbImage b) {
    byte[] left = a.toBytes();
    byte[] right = b.toBytes();
    int largest = 0;
    for (int i = 0; i < left.length; i++) {
      largest = Math.max(largest, Math.abs((left[i] & 0xff) - (right[i] & 0xff)));
    }
    return largest;
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "bmp"})
  void decode_ofGreyPicture_givesThreeEqualChannelsOfItsSamples(String format) throws IOException {
    BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    int[] shade = {77};
    for (int i = 0; i < 256; i++) {
      grey.getRaster().setPixel(i % 16, i / 16, shade);
    }
    RgbImage decoded = ImageCodec.decode(write(grey, format), "grey");
    assertThat(decoded).isEqualTo(Pictures.of(16, 16, (x, y, c) -> 77));
  }

  @Test
  void decode_ofBmp_keepsEveryByte() throws IOException {
    BufferedImage picture = new BufferedImage(5, 3, BufferedImage.TYPE_3BYTE_BGR);
    picture.setRGB(4, 2, 0x102030);
    RgbImage decoded = ImageCodec.decode(write(picture, "bmp"), "b");
    assertThat(decoded.sample(4, 2, 0)).isEqualTo(0x10);
    assertThat(decoded.sample(4, 2, 2)).isEqualTo(0x30);
  }

  @Test
  void decode_ofTransparentPng_dropsTransparency() throws IOException {
    BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(1, 1, 0x40102030);
    RgbImage decoded = ImageCodec.decode(write(picture, "png"), "t");
    assertThat(decoded.sample(1, 1, 1)).isEqualTo(0x20);
  }

  @Test
  void decode_of16BitPng_keepsTheHigherByte() throws IOException {
    BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY);
    picture.getRaster().setPixel(0, 0, new int[] {0xabcd});
    assertThat(ImageCodec.decode(write(picture, "png"), "d").sample(0, 0, 0)).isEqualTo(0xab);
  }

  private static byte[] write(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, format, out)).isTrue();
    return out.toByteArray();
  }

  @Test
  void decode_ofJpegCutAnywhere_isRefusedByName() {
    assertEveryCutRefused(ImageCodec.jpeg(SMOOTH, 90));
  }

  @Test
  void decode_ofPngCutAnywhere_isRefusedByName() {
    assertEveryCutRefused(ImageCodec.png(SMOOTH));
  }

  @Test
  void decode_ofBmpCutAnywhere_isRefusedByName() throws IOException {
    assertEveryCutRefused(write(new BufferedImage(7, 5, BufferedImage.TYPE_3BYTE_BGR), "bmp"));
  }

  private static void assertEveryCutRefused(byte[] whole) {
    for (int length = 0; length < whole.length; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ImageCodec.decode(cut, "a/face"))
          .as("cut to %d bytes", length)
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("a/face");
    }
  }

  @Test
  void decode_ofJpegWithoutASegmentOfItsData_isRefused() {
    byte[] whole = RasterEncoder.jpeg(Pictures.noisy(64, 64), 90);
    byte[] holed = new byte[whole.length - 400];
    System.arraycopy(whole, 0, holed, 0, 1500);
    System.arraycopy(whole, 1900, holed, 1500, holed.length - 1500);
    assertThatThrownBy(() -> ImageCodec.decode(holed, "h"))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("h is damaged");
  }

  @Test
  void decode_ofPngWithOneBitChanged_isRefused() {
    byte[] png = ImageCodec.png(SMOOTH);
    png[png.length / 2] ^= 4;
    assertThatThrownBy(() -> ImageCodec.decode(png, "p"))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void decode_ofFourChannelJpeg_isRefusedAsCmyk() {
    byte[] jpeg = ImageCodec.jpeg(SMOOTH, 90);
    int frame = indexOfFrame(jpeg);
    jpeg[frame + 9] = 4;
    assertThatThrownBy(() -> ImageCodec.decode(jpeg, "c"))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("CMYK");
  }

  private static int indexOfFrame(byte[] jpeg) {
    int at = 0;
    while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xc0) {
      at++;
    }
    return at;
  }

  @Test
  void decode_ofOtherBytes_saysWhatWasExpected() {
    assertThatThrownBy(() -> ImageCodec.decode(new byte[] {1, 2, 3}, "x/y.jpg"))
        .isInstanceOf(CorruptDataException.class)
        .hasMessage("x/y.jpg is not a JPEG, PNG, BMP, PGM or PPM picture (3 bytes)");
  }
}
