package org.facerepro.image;

import org.facerepro.core.CorruptDataException;

/**
 * Walks the markers of a JPEG file (ITU-T T.81, annex B) to find what its decoder would pass over
 * with a warning: a stream that ends before its end marker, and four-channel (CMYK) pictures.
 */
final class JpegStructure {
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int COMPONENTS_AT = 9;

  private final byte[] bytes;
  private final String name;

  private JpegStructure(byte[] bytes, String name) {
    this.bytes = bytes;
    this.name = name;
  }

  static void check(byte[] bytes, String name) {
    new JpegStructure(bytes, name).walk();
  }

  private void walk() {
    int at = 2;
    while (true) {
      at = nextMarker(at);
      int marker = byteAt(at + 1);
      if (marker == END_OF_IMAGE) {
        return;
      }
      if (isFrame(marker) && byteAt(at + COMPONENTS_AT) > RgbImage.CHANNELS) {
        throw new CorruptDataException(name + " is a CMYK JPEG: convert it to RGB");
      }
      at += 2 + segmentLength(at + 2);
      if (marker == START_OF_SCAN) {
        at = skipScan(at);
      }
    }
  }

  private int nextMarker(int from) {
    if (byteAt(from) != 0xff) {
      throw new CorruptDataException(name + " is a damaged JPEG: no marker at byte " + from);
    }
    int at = from;
    while (byteAt(at + 1) == 0xff) {
      at++;
    }
    return at;
  }

  private int segmentLength(int at) {
    return byteAt(at) << 8 | byteAt(at + 1);
  }

  /** Returns the place of the first marker that is neither a stuffed byte nor a restart. */
  private int skipScan(int from) {
    int at = from;
    while (true) {
      if (byteAt(at) == 0xff) {
        int next = byteAt(at + 1);
        boolean partOfScan = next == 0 || (next >= 0xd0 && next <= 0xd7);
        if (!partOfScan) {
          return at;
        }
      }
      at++;
    }
  }

  /** Start-of-frame markers are C0 to CF but for C4 (tables), C8 (reserved) and CC (tables). */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private int byteAt(int at) {
    if (at >= bytes.length) {
      throw new CorruptDataException(
          name + " is a truncated JPEG: it ends after " + bytes.length + " bytes");
    }
    return bytes[at] & 0xff;
  }
}
