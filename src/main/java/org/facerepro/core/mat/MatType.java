package org.facerepro.core.mat;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The types in which a MAT file stores elements. */
enum MatType {
  INT8(1, 1),
  UINT8(2, 1),
  INT16(3, 2),
  UINT16(4, 2),
  INT32(5, 4),
  UINT32(6, 4),
  SINGLE(7, 4),
  DOUBLE(9, 8),
  INT64(12, 8),
  UINT64(13, 8),
  MATRIX(14, 1),
  COMPRESSED(15, 1),
  UTF8(16, 1),
  UTF16(17, 2),
  UTF32(18, 4);

  private final int code;
  private final int bytes;

  MatType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  int code() {
    return code;
  }

  int bytes() {
    return bytes;
  }

  static @Nullable MatType of(int code) {
    for (MatType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }

  /** Reads the next number; 64-bit ones beyond 2^53 lose digits and are refused. */
  double read(ByteBuffer data) {
    return switch (this) {
      case INT8 -> data.get();
      case UINT8, UTF8 -> data.get() & 0xff;
      case INT16 -> data.getShort();
      case UINT16, UTF16 -> data.getShort() & 0xffff;
      case INT32 -> data.getInt();
      case UINT32, UTF32 -> data.getInt() & 0xffff_ffffL;
      case SINGLE -> data.getFloat();
      case DOUBLE -> data.getDouble();
      case INT64 -> exact(data.getLong(), true);
      case UINT64 -> exact(data.getLong(), false);
      case MATRIX, COMPRESSED -> throw new IllegalStateException(this + " holds no numbers");
    };
  }

  private static double exact(long value, boolean signed) {
    boolean held = Math.abs(value) <= 1L << 53 && (signed || value >= 0);
    if (!held) {
      throw new IllegalArgumentException(
          "a whole number beyond 2^53, which a double does not hold: "
              + (signed ? Long.toString(value) : Long.toUnsignedString(value)));
    }
    return value;
  }
}
