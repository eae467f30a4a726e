package org.facerepro.nn;

import java.nio.ByteBuffer;

/**
 * The types of numbers that are read from safetensors files, where each becomes a float32; those of
 * at most 32 bits are written, too.
 */
enum ElementType {
  F32(Float.BYTES),
  F16(Short.BYTES),
  BF16(Short.BYTES),
  F64(Double.BYTES),
  I64(Long.BYTES);

  private static final int BFLOAT_SHIFT = 16;
  private static final int SIGN = 0x8000;

  /** From here on a number is nearer to infinity than to the largest binary16 number. */
  private static final float HALF_LIMIT = 65_520;

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
            case BF16 -> of(in.getShort());
            case F64 -> (float) in.getDouble();
            case I64 -> (float) in.getLong();
          };
    }
    return values;
  }

  /** Writes numbers at the position of {@code out}, rounded to nearest, ties to even. */
  void write(float[] values, ByteBuffer out) {
    for (float value : values) {
      switch (this) {
        case F32 -> out.putFloat(value);
        case F16 -> out.putShort(toHalf(value));
        case BF16 -> out.putShort(toBfloat(value));
        default -> throw new IllegalStateException("nothing is written as " + this);
      }
    }
  }

  /** Returns whether this type holds a number near to this one. */
  boolean holds(float value) {
    return switch (this) {
      case F16 -> Math.abs(value) < HALF_LIMIT;
      case BF16 -> Float.isFinite(value) && Float.isFinite(of(toBfloat(value)));
      default -> true;
    };
  }

  private static float of(short bfloat) {
    return Float.intBitsToFloat(bfloat << BFLOAT_SHIFT);
  }

  private static short toBfloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7fff + ((bits >>> BFLOAT_SHIFT) & 1)) >>> BFLOAT_SHIFT);
  }

  private static short toHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> BFLOAT_SHIFT) & SIGN;
    float magnitude = Math.abs(value);
    if (magnitude < 0x1p-14f) {
      return (short) (sign | (int) Math.rint(magnitude * 0x1p24f));
    }
    int rest = Float.floatToRawIntBits(magnitude) - (112 << 23);
    return (short) (sign | ((rest + 0xfff + ((rest >>> 13) & 1)) >>> 13));
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
