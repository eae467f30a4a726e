package org.facerepro.core.mat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import org.facerepro.core.mat.MatValue.Cells;
import org.facerepro.core.mat.MatValue.Numbers;
import org.facerepro.core.mat.MatValue.Structs;
import org.facerepro.core.mat.MatValue.Text;

/** Writes arrays as elements of a MAT file. */
final class MatWriter {
  private static final int FIELD_WIDTH = 32;
  private static final int TEXT_END = 124;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private MatWriter() {}

  static byte[] encode(Map<String, MatValue> variables) {
    MatWriter writer = new MatWriter();
    writer.header();
    variables.forEach(writer::array);
    return writer.out.toByteArray();
  }

  /** Deflates each variable; a compressed element is not filled up to a multiple of 8. */
  static byte[] encodeCompressed(Map<String, MatValue> variables) {
    MatWriter writer = new MatWriter();
    writer.header();
    variables.forEach(
        (name, value) -> {
          MatWriter plain = new MatWriter();
          plain.array(name, value);
          byte[] deflated = deflated(plain.out.toByteArray());
          writer.out.writeBytes(ints(MatType.COMPRESSED.code(), deflated.length));
          writer.out.writeBytes(deflated);
        });
    return writer.out.toByteArray();
  }

  private static byte[] deflated(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return out.toByteArray();
  }

  private void header() {
    ByteBuffer header = ByteBuffer.allocate(MatFile.HEADER).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.fill(header.array(), 0, TEXT_END - 8, (byte) ' ');
    header.put("MATLAB 5.0 MAT-file, written by FaceRepro".getBytes(StandardCharsets.US_ASCII));
    header.position(TEXT_END).putShort((short) 0x0100).putShort((short) 0x4d49);
    out.writeBytes(header.array());
  }

  private void array(String name, MatValue value) {
    MatWriter inside = new MatWriter();
    int[] sizes = value.shape().stream().mapToInt(Integer::intValue).toArray();
    inside.element(MatType.UINT32, ints(kind(value), 0));
    inside.element(MatType.INT32, ints(sizes));
    inside.element(MatType.INT8, name.getBytes(StandardCharsets.US_ASCII));
    inside.content(value);
    element(MatType.MATRIX, inside.out.toByteArray());
  }

  private static int kind(MatValue value) {
    if (value instanceof Cells) {
      return MatArrayParser.CELL;
    }
    if (value instanceof Structs) {
      return MatArrayParser.STRUCT;
    }
    return value instanceof Text ? MatArrayParser.CHAR : MatArrayParser.DOUBLE;
  }

  private void content(MatValue value) {
    if (value instanceof Numbers numbers) {
      ByteBuffer bytes =
          ByteBuffer.allocate(numbers.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < numbers.size(); i++) {
        bytes.putDouble(numbers.get(i));
      }
      element(MatType.DOUBLE, bytes.array());
    } else if (value instanceof Text text) {
      ByteBuffer bytes =
          ByteBuffer.allocate(text.size() * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      text.characters().chars().forEach(c -> bytes.putShort((short) c));
      element(MatType.UINT16, bytes.array());
    } else if (value instanceof Cells cells) {
      cells.cells().forEach(cell -> array("", cell));
    } else if (value instanceof Structs structs) {
      structs(structs);
    }
  }

  private void structs(Structs structs) {
    List<String> fields = structs.fields();
    ByteBuffer names = ByteBuffer.allocate(fields.size() * FIELD_WIDTH);
    for (int i = 0; i < fields.size(); i++) {
      byte[] name = fields.get(i).getBytes(StandardCharsets.US_ASCII);
      names.put(i * FIELD_WIDTH, name, 0, Math.min(name.length, FIELD_WIDTH - 1));
    }
    element(MatType.INT32, ints(FIELD_WIDTH));
    element(MatType.INT8, names.array());
    for (Map<String, MatValue> struct : structs.elements()) {
      fields.forEach(field -> array("", Objects.requireNonNull(struct.get(field))));
    }
  }

  /** Writes a tag, the data, and zeros up to a multiple of 8; data of 1 to 4 bytes in the tag. */
  private void element(MatType type, byte[] data) {
    boolean small = data.length >= 1 && data.length <= 4;
    int length = small ? 8 : 8 + (data.length + 7) / 8 * 8;
    ByteBuffer element = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    if (small) {
      element.putInt(data.length << 16 | type.code());
    } else {
      element.putInt(type.code()).putInt(data.length);
    }
    element.put(data);
    out.writeBytes(element.array());
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(bytes::putInt);
    return bytes.array();
  }
}
