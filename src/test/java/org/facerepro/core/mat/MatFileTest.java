package org.facerepro.core.mat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.mat.MatValue.Cells;
import org.facerepro.core.mat.MatValue.Numbers;
import org.facerepro.core.mat.MatValue.Structs;
import org.facerepro.core.mat.MatValue.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatFileTest {
  @TempDir private Path folder;

  private static Map<String, MatValue> sample() {
    Map<String, MatValue> variables = new LinkedHashMap<>();
    variables.put("ids", Numbers.column(1, -2.5, 1e300));
    variables.put("name", Text.of("Ana_01"));
    MatValue fold =
        Structs.of(
            List.of("pairs", "labels"),
            Map.of(
                "pairs",
                Cells.column(List.of(Text.of("a"), Text.of(""), Text.of("ü"))),
                "labels",
                Numbers.column(1, -1)));
    variables.put("splits", Cells.column(List.of(fold, fold)));
    return variables;
  }

  @Test
  void write_thenRead_givesTheTreeBack() {
    Path file = folder.resolve("a.mat");
    MatFile.write(file, sample());
    assertThat(MatFile.read(file)).isEqualTo(sample());
    assertThat(MatFile.read(file).keySet()).containsExactly("ids", "name", "splits");
  }

  @Test
  void read_ofCompressedVariables_givesTheSameTree() {
    assertThat(MatFile.decode(compressed(0), "x")).isEqualTo(sample());
  }

  @Test
  void read_ofACompressedVariableCutShort_namesItsByte() {
    assertThatThrownBy(() -> MatFile.decode(compressed(20), "x"))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageStartingWith("x: byte 128: ");
  }

  @Test
  void writeCompressed_givesTheSameVariables() {
    MatFile.writeCompressed(folder.resolve("a.mat"), sample());
    assertThat(MatFile.read(folder.resolve("a.mat"))).isEqualTo(sample());
  }

  /** Packs each variable as {@code save -v7} does, {@code cut} bytes of the first left out. */
  private static byte[] compressed(int cut) {
    byte[] plain = MatWriter.encode(sample());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, MatFile.HEADER);
    ByteBuffer in = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).position(MatFile.HEADER);
    int left = cut;
    while (in.hasRemaining()) {
      int length = 8 + in.getInt(in.position() + 4);
      Deflater deflater = new Deflater();
      deflater.setInput(plain, in.position(), length);
      deflater.finish();
      byte[] packed = new byte[length + 100];
      int bytes = deflater.deflate(packed) - left;
      deflater.end();
      out.writeBytes(
          ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(15).putInt(bytes).array());
      out.write(packed, 0, bytes);
      in.position(in.position() + length);
      left = 0;
    }
    return out.toByteArray();
  }

  @Test
  void read_ofWholeNumbersStoredSmall_widensThem() {
    // A double array [1, 3] whose data are three int16, as MATLAB stores 1, 2, -3; big endian.
    ByteBuffer bytes = ByteBuffer.allocate(MatFile.HEADER + 64);
    bytes.put(124, (byte) 1).put(125, (byte) 0).put(126, (byte) 'M').put(127, (byte) 'I');
    bytes.position(MatFile.HEADER).putInt(14).putInt(56);
    bytes.putInt(6).putInt(8).putInt(6).putInt(0);
    bytes.putInt(5).putInt(8).putInt(1).putInt(3);
    bytes.putInt(0x00010001).put((byte) 'v').put(new byte[3]);
    bytes.putInt(3).putInt(6).putShort((short) 1).putShort((short) 2).putShort((short) -3);
    byte[] content = Arrays.copyOf(bytes.array(), MatFile.HEADER + 64);
    assertThat(MatFile.decode(content, "x"))
        .containsExactly(Map.entry("v", new Numbers(List.of(1, 3), new double[] {1, 2, -3})));
  }

  private static byte[] singles(int bytesStored) {
    ByteBuffer bytes = ByteBuffer.allocate(MatFile.HEADER + 72).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(124, (byte) 0).put(125, (byte) 1).put(126, (byte) 'I').put(127, (byte) 'M');
    bytes.position(MatFile.HEADER).putInt(14).putInt(64);
    bytes.putInt(6).putInt(8).putInt(7).putInt(0);
    bytes.putInt(5).putInt(8).putInt(3).putInt(1);
    bytes.putInt(0x00010001).put((byte) 'v').put(new byte[3]);
    bytes.putInt(7).putInt(bytesStored).putFloat(1.5f).putFloat(-2).putFloat(1e-30f);
    return bytes.array();
  }

  @Test
  void read_ofSinglePrecision_givesTheNumbers() {
    double[] expected = {1.5, -2, 1e-30f};
    assertThat(MatFile.decode(singles(12), "x"))
        .containsExactly(Map.entry("v", Numbers.column(expected)));
  }

  @Test
  void read_ofSinglePrecisionCutInsideANumber_isRefused() {
    assertThatThrownBy(() -> MatFile.decode(singles(13), "x"))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("13 bytes of SINGLE where numbers should be");
  }

  @Test
  void read_ofATruncatedFile_namesTheByte() throws IOException {
    Path file = folder.resolve("a.mat");
    byte[] whole = MatWriter.encode(sample());
    for (int length : new int[] {0, 100, 130, 200, whole.length - 3}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> MatFile.read(file))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("a.mat: byte ");
    }
  }

  @Test
  void read_ofAnyFlippedByte_neverFailsOtherwise() {
    byte[] whole = MatWriter.encode(sample());
    for (int i = 0; i < whole.length; i++) {
      byte[] hurt = whole.clone();
      hurt[i] ^= (byte) 0xff;
      try {
        assertThat(MatFile.decode(hurt, "x")).isNotNull();
      } catch (CorruptDataException e) {
        assertThat(e).hasMessageContaining("byte ");
      }
    }
  }

  @Test
  void read_ofVersion73_saysHowToSaveAgain() throws IOException {
    Path file = folder.resolve("a.mat");
    Files.writeString(file, "MATLAB 7.3 MAT-file, Platform", StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> MatFile.read(file))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("-v7");
  }

  @Test
  void read_withoutAFile_saysSo() {
    assertThatThrownBy(() -> MatFile.read(folder.resolve("none.mat")))
        .isInstanceOf(DataUnavailableException.class);
  }
}
