package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WeightFormatTest {
  private static final int NUMBERS = 1 << 16;

  private static Safetensors of(float... values) {
    return new Safetensors(
        Map.of("w", Tensor.takeOver(values, values.length / 2, 2)), Map.of("k", "v"));
  }

  private static float[] rounded(WeightFormat format, float... values) {
    return Safetensors.parse(of(values).toBytes(format), "w").tensor("w").toArray();
  }

  /** All finite numbers of a format, by their bits; NaN in the places of the others. */
  private static float[] all(WeightFormat format) {
    float[] all = new float[NUMBERS];
    boolean half = format == WeightFormat.FLOAT16;
    for (int bits = 0; bits < NUMBERS; bits++) {
      int exponent = half ? bits >> 10 & 0x1f : bits >> 7 & 0xff;
      int fraction = half ? bits & 0x3ff : bits & 0x7f;
      int top = half ? 0x1f : 0xff;
      int bias = half ? 15 + 10 : 127 + 7;
      int mantissa = exponent == 0 ? fraction : fraction + (half ? 0x400 : 0x80);
      double magnitude = Math.scalb((double) mantissa, Math.max(exponent, 1) - bias);
      all[bits] = exponent == top ? Float.NaN : (float) (bits < 0x8000 ? magnitude : -magnitude);
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource(
      value = WeightFormat.class,
      names = {"FLOAT16", "BFLOAT16"})
  void rounding_ofEveryNumberOfTheFormat_keepsIt(WeightFormat format) {
    float[] finite = new float[NUMBERS];
    int count = 0;
    for (float each : all(format)) {
      if (Float.isFinite(each)) {
        finite[count++] = each;
      }
    }
    float[] even = Arrays.copyOf(finite, count);
    assertThat(rounded(format, even)).containsExactly(even);
  }

  @ParameterizedTest
  @EnumSource(
      value = WeightFormat.class,
      names = {"FLOAT16", "BFLOAT16"})
  void rounding_ofDrawnNumbersAndTies_givesTheNearestOrTheEvenOfTwo(WeightFormat format) {
    float[] all = all(format);
    Rng rng = new Seed(3).rng();
    float[] values = new float[400];
    for (int i = 0; i < values.length; i++) {
      float low = all[rng.nextInt(format == WeightFormat.FLOAT16 ? 0x7b00 : 0x7f00)];
      values[i] = (float) (low * rng.uniform(1, 1.01));
    }
    for (int i = 0; i < 200; i++) {
      int bits = rng.nextInt(format == WeightFormat.FLOAT16 ? 0x7b00 : 0x7f00);
      values[i] = (float) -((all[bits] + (double) all[bits + 1]) / 2);
    }
    float[] rounded = rounded(format, values);
    for (int i = 0; i < values.length; i++) {
      assertThat(rounded[i]).as("%s", values[i]).isEqualTo(nearest(all, values[i]));
    }
  }

  private static float nearest(float[] all, float value) {
    int best = 0;
    for (int bits = 0; bits < NUMBERS; bits++) {
      double distance = Math.abs((double) all[bits] - value);
      double least = Math.abs((double) all[best] - value);
      if (distance < least || (distance == least && bits % 2 == 0)) {
        best = bits;
      }
    }
    return all[best];
  }

  @Test
  void bytes_ofAVector_areFloat32InEveryFormat() {
    Safetensors vector =
        new Safetensors(
            Map.of("v", Tensor.takeOver(new float[] {1e-30f, 1e30f}, 1, 2, 1)), Map.of());
    assertThat(vector.toBytes(WeightFormat.FLOAT16)).isEqualTo(vector.toBytes());
  }

  @Test
  void bytes_ofAMatrix_areHalfAsMany() {
    assertThat(WeightFormat.FLOAT16.bytes(3, 4, 1)).isEqualTo(24);
    assertThat(WeightFormat.FLOAT32.bytes(3, 4, 1)).isEqualTo(48);
    assertThat(WeightFormat.BFLOAT16.bytes(1, 7)).isEqualTo(28);
  }

  @ParameterizedTest
  @CsvSource({"FLOAT16, 65520", "FLOAT16, NaN", "BFLOAT16, 3.4e38", "BFLOAT16, NaN"})
  void bytes_ofANumberOutOfRange_areRefusedByName(WeightFormat format, float value) {
    assertThatThrownBy(() -> of(1, 1, 1, value).toBytes(format))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("'w' holds " + value)
        .hasMessageContaining("choose another format");
  }
}
