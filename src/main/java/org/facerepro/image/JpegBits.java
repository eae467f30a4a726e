package org.facerepro.image;

import java.util.Arrays;

/** Bytes and entropy-coded bits of one JPEG file. */
final class JpegBits {
  private byte[] out;
  private int size;
  private long bits;

  /** Bits that wait to become bytes, below 32 between calls. */
  private int count;

  JpegBits(int capacity) {
    out = new byte[capacity];
  }

  void marker(int code, int length) {
    put(0xff);
    put(code);
    number(length);
  }

  void number(int value) {
    put(value >> 8);
    put(value);
  }

  void bytes(byte... values) {
    for (byte value : values) {
      put(value);
    }
  }

  void put(int value) {
    if (size == out.length) {
      out = Arrays.copyOf(out, 2 * size);
    }
    out[size++] = (byte) value;
  }

  /** Appends up to 27 bits; a full byte of ones is followed by a byte of zeros. */
  void bits(int value, int length) {
    bits = bits << length | value;
    count += length;
    if (count >= Integer.SIZE) {
      wholeBytes();
    }
  }

  private void wholeBytes() {
    while (count >= 8) {
      count -= 8;
      int next = (int) (bits >>> count) & 0xff;
      put(next);
      if (next == 0xff) {
        put(0);
      }
    }
  }

  /** Fills the last byte with ones and returns all. */
  byte[] finish() {
    wholeBytes();
    if (count > 0) {
      bits((1 << (8 - count)) - 1, 8 - count);
      wholeBytes();
    }
    put(0xff);
    put(0xd9);
    return Arrays.copyOf(out, size);
  }
}
