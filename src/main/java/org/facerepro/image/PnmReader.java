package org.facerepro.image;

import org.facerepro.core.CorruptDataException;

/**
 * Reads PGM and PPM pictures, plain (P2, P3) and raw (P5, P6), with 8- or 16-bit samples that are
 * scaled from {@code 0 … maxval} to {@code 0 … 255} (Netpbm, pgm(5) and ppm(5)).
 */
final class PnmReader {
  private static final int MAX_PIXELS = 1 << 27;

  /** White space of the format, and the hash that starts a comment. */
  private static final String SPACE = " \t\n\u000b\f\r#";

  private static final int MAX_SAMPLE = 65_535;

  private final byte[] bytes;
  private final String name;
  private int at = 2;

  PnmReader(byte[] bytes, String name) {
    this.bytes = bytes;
    this.name = name;
  }

  static boolean isPnm(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 'P' && "2356".indexOf(bytes[1]) >= 0;
  }

  RgbImage read() {
    int kind = bytes[1] - '0';
    boolean plain = kind <= 3;
    boolean grey = kind == 2 || kind == 5;
    int width = number(MAX_PIXELS);
    int height = number(MAX_PIXELS);
    int maximum = number(MAX_SAMPLE);
    if (width == 0 || height == 0 || maximum == 0 || (long) width * height > MAX_PIXELS) {
      throw damaged("no picture has %d x %d pixels up to %d".formatted(width, height, maximum));
    }
    if (!plain) {
      at++;
      requireRaw((long) width * height * (grey ? 1 : RgbImage.CHANNELS) * (maximum > 255 ? 2 : 1));
    }
    byte[] samples = new byte[RgbImage.CHANNELS * width * height];
    int step = grey ? RgbImage.CHANNELS : 1;
    for (int i = 0; i < samples.length; i += step) {
      byte value = scaled(plain ? number(maximum) : raw(maximum), maximum);
      for (int c = 0; c < step; c++) {
        samples[i + c] = value;
      }
    }
    return RgbImage.takeOver(width, height, samples);
  }

  private void requireRaw(long needed) {
    if (bytes.length - at < needed) {
      throw damaged("truncated, %d of %d sample bytes".formatted(bytes.length - at, needed));
    }
  }

  private int raw(int maximum) {
    int value = bytes[at++] & 0xff;
    if (maximum > 255) {
      value = value << 8 | bytes[at++] & 0xff;
    }
    if (value > maximum) {
      throw damaged("sample " + value + " above the maximum " + maximum);
    }
    return value;
  }

  private static byte scaled(int value, int maximum) {
    return (byte) ((value * 255 + maximum / 2) / maximum);
  }

  private int number(int maximum) {
    skipSpace();
    int start = at;
    long value = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && value <= maximum) {
      value = 10 * value + bytes[at++] - '0';
    }
    if (at == start) {
      throw damaged(at < bytes.length ? "no number at byte " + at : "truncated");
    }
    if (value > maximum) {
      throw damaged("number above " + maximum + " at byte " + start);
    }
    return (int) value;
  }

  /** Comments run from a hash to the end of the line. */
  private void skipSpace() {
    while (at < bytes.length && SPACE.indexOf(bytes[at]) >= 0) {
      if (bytes[at] == '#') {
        while (at < bytes.length && bytes[at] != '\n') {
          at++;
        }
      } else {
        at++;
      }
    }
  }

  private CorruptDataException damaged(String what) {
    return new CorruptDataException(name + " is a damaged PGM or PPM picture: " + what);
  }
}
