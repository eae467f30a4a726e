package org.facerepro.face.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;

class TruthPicturesTest {

  @Test
  void depth_in16Bits_comesBackWithinHalfAStep() {
    float[] values = {0, 123.4f, 650.03f, 3000.7f, 4095.9f};
    FloatMap depth = FloatMap.copyOf(5, 1, 1, values);
    SampleCode code = SampleCode.ofDepth(depth);

    short[] samples = code.samples(depth);

    assertThat(code).isEqualTo(new SampleCode(0, 1.0 / 16));
    assertThat(samples[0]).isZero();
    for (int i = 1; i < values.length; i++) {
      assertThat(code.decode(samples[i] & 0xffff)).isCloseTo(values[i], within(1.0 / 32));
    }
  }

  @Test
  void depth_beyondTheFinestReach_getsACoarserStep() {
    assertThat(SampleCode.ofDepth(FloatMap.copyOf(1, 1, 1, new float[] {9000})).scale())
        .isEqualTo(0.25);
  }

  @Test
  void places_in16Bits_keepACoordinateOfZeroApartFromNothing() {
    FloatMap places = FloatMap.copyOf(2, 1, 3, new float[] {0, -120.3f, 95.25f, 0, 0, 0});

    short[] samples = SampleCode.PLACE.samples(places);

    assertThat(SampleCode.PLACE.decode(samples[0] & 0xffff)).isZero();
    assertThat(samples[0]).isNotZero();
    assertThat(SampleCode.PLACE.decode(samples[1] & 0xffff)).isCloseTo(-120.3, within(1 / 256.0));
    assertThat(samples[3]).isZero();
  }

  @Test
  void depthFile_saysItsScale() {
    FloatMap depth = FloatMap.copyOf(1, 1, 1, new float[] {700});

    String png = new String(TruthPng.encode(depth, TruthKind.DEPTH), StandardCharsets.ISO_8859_1);

    assertThat(png).contains("value-scale\u00000.0625").contains("value-unit\0mm");
  }

  @Test
  void normals_inBits_keepTheAxesAndMarkNothingBlack() {
    FloatMap normals = FloatMap.copyOf(2, 1, 3, new float[] {0, 0, 1, 0, 0, 0});

    RgbImage eight = TruthPictures.normals8(normals);
    short[] sixteen = TruthPictures.normals16(normals);

    assertThat(eight.toBytes()).containsExactly((byte) 128, (byte) 128, (byte) 255, 0, 0, 0);
    assertThat(sixteen[2] & 0xffff).isEqualTo(65535);
    assertThat(sixteen[0] & 0xffff).isEqualTo(32768);
    assertThat(sixteen[3]).isZero();
  }

  @Test
  void linearColour_asSrgb_followsTheStandardsCurve() {
    FloatMap colour = FloatMap.copyOf(2, 1, 3, new float[] {0, 0.5f, 1, 0.002f, -1, 2});

    assertThat(TruthPictures.srgb(colour).toBytes())
        .containsExactly((byte) 0, (byte) 188, (byte) 255, (byte) 7, (byte) 0, (byte) 255);
  }

  @Test
  void labels_withoutEntryInTheLegend_areRefused() {
    Legend legend = new Legend(List.of(new Legend.Entry(0, "none", 0)));

    assertThatThrownBy(() -> LabelMap.copyOf(1, 1, new byte[] {1}, legend))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void legend_asJson_namesNumberNameAndColour() {
    String json = new String(TruthMaps.SEGMENTS.toJson(), StandardCharsets.UTF_8);

    assertThat(json)
        .contains("\"schema\": \"facerepro/label-legend/v1\"")
        .contains("\"name\": \"inner-mouth\"")
        .contains("\"colour\": \"#500a14\"");
    assertThat(TruthMaps.SEGMENTS.entries()).hasSize(17);
  }

  @Test
  void colouredLabels_takeThePalette() {
    LabelMap labels = LabelMap.copyOf(2, 1, new byte[] {0, 6}, TruthMaps.SEGMENTS);

    assertThat(TruthPictures.coloured(labels).toBytes())
        .containsExactly(0, 0, 0, (byte) 0x28, (byte) 0x64, (byte) 0xc8);
  }
}
