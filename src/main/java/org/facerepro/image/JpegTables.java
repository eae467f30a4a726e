package org.facerepro.image;

import java.util.HexFormat;

/**
 * The example tables of ITU-T T.81 annex K, which nearly every baseline JPEG uses, and libjpeg's
 * scale of quality.
 */
final class JpegTables {
  /** Index in row order of the k-th coefficient of the zigzag. */
  static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  private static final int[] LUMINANCE = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99
  };
  private static final int[] CHROMINANCE = {
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99
  };

  static final Huffman DC_LUMINANCE =
      Huffman.of("00010501010101010100000000000000", "000102030405060708090a0b");
  static final Huffman DC_CHROMINANCE =
      Huffman.of("00030101010101010101010000000000", "000102030405060708090a0b");
  static final Huffman AC_LUMINANCE =
      Huffman.of(
          "0002010303020403050504040000017d",
          "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a"
              + "25262728292a3435363738393a434445464748494a535455565758595a636465666768696a7374757677"
              + "78797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5"
              + "c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa");
  static final Huffman AC_CHROMINANCE =
      Huffman.of(
          "00020102040403040705040400010277",
          "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f1"
              + "1718191a262728292a35363738393a434445464748494a535455565758595a636465666768696a737475"
              + "767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2"
              + "c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa");

  private JpegTables() {}

  /** Returns the steps of luminance, in row order, for a quality of 1 to 100. */
  static int[] luminance(int quality) {
    return scaled(LUMINANCE, quality);
  }

  /** Returns the steps of both colour differences, in row order. */
  static int[] chrominance(int quality) {
    return scaled(CHROMINANCE, quality);
  }

  private static int[] scaled(int[] table, int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    int[] out = new int[table.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(1, Math.min(255, (table[i] * percent + 50) / 100));
    }
    return out;
  }

  /** A code table: how many codes there are of each length, and the bytes they stand for. */
  static final class Huffman {
    private final byte[] counts;
    private final byte[] symbols;

    /** For each byte its code, shifted left by 5, and its length in bits. */
    private final int[] codes = new int[256];

    private Huffman(byte[] counts, byte[] symbols) {
      this.counts = counts;
      this.symbols = symbols;
      int code = 0;
      int at = 0;
      for (int length = 1; length <= 16; length++) {
        for (int k = 0; k < counts[length - 1]; k++) {
          codes[symbols[at++] & 0xff] = code++ << 5 | length;
        }
        code <<= 1;
      }
    }

    static Huffman of(String counts, String symbols) {
      return new Huffman(HexFormat.of().parseHex(counts), HexFormat.of().parseHex(symbols));
    }

    int code(int symbol) {
      return codes[symbol];
    }

    void write(JpegBits out) {
      out.bytes(counts);
      out.bytes(symbols);
    }

    int bytes() {
      return counts.length + symbols.length;
    }
  }
}
