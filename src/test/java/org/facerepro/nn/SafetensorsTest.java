package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final Safetensors PAIR =
      new Safetensors(
          Map.of(
              "b", Tensor.takeOver(new float[] {-2}),
              "a", Tensor.takeOver(new float[] {1, 0.5f}, 2, 1)),
          Map.of("k", "v"));

  private static byte[] file(String header, String values) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    String length = HexFormat.of().toHexDigits((byte) json.length) + "00000000000000";
    String hex = length + HexFormat.of().formatHex(json) + values;
    return HexFormat.of().parseHex(hex);
  }

  @Test
  void bytes_ofTwoTensors_areThoseWrittenByHand() {
    String header =
        "{\"__metadata__\":{\"k\":\"v\"},"
            + "\"a\":{\"data_offsets\":[0,8],\"dtype\":\"F32\",\"shape\":[2,1]},"
            + "\"b\":{\"data_offsets\":[8,12],\"dtype\":\"F32\",\"shape\":[]}}";
    String padded = header + " ".repeat((8 - header.length() % 8) % 8);
    assertThat(PAIR.toBytes()).isEqualTo(file(padded, "0000803f0000003f000000c0"));
  }

  @Test
  void read_ofAWrittenFile_givesTheSameContent(@TempDir Path folder) {
    Path file = folder.resolve("weights.safetensors");
    PAIR.write(file);
    assertThat(Safetensors.read(file)).isEqualTo(PAIR);
  }

  @Test
  void read_withoutFile_saysSo(@TempDir Path folder) {
    assertThatThrownBy(() -> Safetensors.read(folder.resolve("none")))
        .isInstanceOf(DataUnavailableException.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "type      | {'a':{'dtype':'U16','shape':[1],'data_offsets':[0,2]}} | a is U16, read are",
        "gap       | {'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | gap",
        "rest      | {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 4 bytes belong",
        "shape     | {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,8]}} | do not fit",
        "end       | {'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}| larger than the file",
        "huge      |"
            + " {'a':{'dtype':'F32','shape':[4611686018427387904],'data_offsets':[0,8]}}|larger",
        "negative  | {'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | shape [-2]",
        "no object | [1,2]                                                   | no JSON object",
        "no JSON   | {'a'                                                    | not valid",
        "metadata  | {'__metadata__':{'k':1}}                                | no text"
      })
  void parse_ofADamagedFile_saysWhatIsWrong(String name, String header, String complaint) {
    String values = name.equals("metadata") ? "" : "0000803f0000003f";
    byte[] content = file(header.replace('\'', '"'), values);
    assertThatThrownBy(() -> Safetensors.parse(content, "w.safetensors"))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("w.safetensors")
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "F16,  003c00b8ff7b0100007c,                     1;-0.5;65504;5.9604645e-8;Infinity",
    "BF16, 803f00bf,                                 1;-0.5",
    "F64,  000000000000f03f000000000000e0bf,         1;-0.5",
    "I64,  0700000000000000ffffffffffffffff,         7;-1"
  })
  void parse_ofOtherTypes_givesTheNearestFloats(String type, String hex, String expected) {
    String[] numbers = expected.split(";", -1);
    String header =
        "{\"a\":{\"dtype\":\"%s\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
            .formatted(type, numbers.length, hex.length() / 2);
    float[] values = Safetensors.parse(file(header, hex), "w").tensor("a").toArray();
    assertThat(values).hasSize(numbers.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(Float.parseFloat(numbers[i]));
    }
  }

  @Test
  void parse_ofATruncatedFile_isRefusedAtEveryLength() {
    byte[] content = PAIR.toBytes();
    for (int length = 0; length < content.length; length++) {
      byte[] cut = Arrays.copyOf(content, length);
      assertThatThrownBy(() -> Safetensors.parse(cut, "cut"))
          .isInstanceOf(CorruptDataException.class);
    }
  }
}
