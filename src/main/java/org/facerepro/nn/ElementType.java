package org.facerepro.nn;

import java.nio.ByteBuffer;

/** The types of numbers that are read from safetensors files; each becomes a float32. */
enum ElementType {
  F32(Float.BYTES),
  F16(Short.BYTES),
  BF16(Short.BYTES),
  F64(Double.BYTES),
  I64(Long.BYTES);

  private static final int BFLOAT_SHIFT = 16;

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** Reads numbers from the position of {@code in} on. */
  float[] read(ByteBuffer in, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (this) {
            case F32 -> in.getFloat();
            case F16 -> half(in.getShort());
            case BF16 -> Float.intBitsToFloat(in.getShort() << BFLOAT_SHIFT);
            case F64 -> (float) in.getDouble();
            case I64 -> (float) in.getLong();
          };
    }
    return values;
  }

  /** Returns the value of an IEEE 754 binary16 number. */
  private static float half(short bits) {
    int magnitude = bits & 0x7fff;
    int fraction = bits & 0x3ff;
    float value;
    if (magnitude >= 0x7c00) {
      value = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (magnitude < 0x400) {
      value = fraction * 0x1p-24f;
    } else {
      value = Float.intBitsToFloat((magnitude << 13) + (112 << 23));
    }
    return bits < 0 ? -value : value;
  }
}
