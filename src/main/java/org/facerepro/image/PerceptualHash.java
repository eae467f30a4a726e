package org.facerepro.image;

import java.util.ArrayList;
import java.util.List;

/**
 * What a picture looks like in 256 bits, nearly the same after compression, rescaling and slight
 * changes of light.
 *
 * <p>The grey picture (0.299 r + 0.587 g + 0.114 b) is averaged over 17 x 16 cells, exactly, parts
 * of pixels included; bit 16·row + column tells whether the cell to the right is brighter. That is
 * the difference hash of Krawetz (2013) on a finer grid, since aligned faces have the coarse
 * gradients in common.
 *
 * @param first bits 0 to 63
 * @param second bits 64 to 127
 * @param third bits 128 to 191
 * @param fourth bits 192 to 255
 */
public record PerceptualHash(long first, long second, long third, long fourth) {
  /** Length in bits. */
  public static final int BITS = 256;

  private static final int COLUMNS = 17;
  private static final int ROWS = 16;
  private static final int DIGITS = 16;

  /** Computes the hash of a picture; O(pixels). */
  public static PerceptualHash of(RgbImage picture) {
    double[] cells = cells(picture);
    long[] words = new long[BITS / Long.SIZE];
    int bit = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 1; column < COLUMNS; column++) {
        int at = row * COLUMNS + column;
        if (cells[at] > cells[at - 1]) {
          words[bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
        }
        bit++;
      }
    }
    return new PerceptualHash(words[0], words[1], words[2], words[3]);
  }

  /** Returns the sums of grey over all cells; every cell has the same area. */
  private static double[] cells(RgbImage picture) {
    double[] cells = new double[COLUMNS * ROWS];
    List<int[]> columns = spans(picture.width(), COLUMNS);
    List<int[]> rows = spans(picture.height(), ROWS);
    for (int y = 0; y < picture.height(); y++) {
      long[] line = line(picture, y, columns);
      int[] span = rows.get(y);
      for (int part = 1; part < span.length; part++) {
        int at = (span[0] + part - 1) * COLUMNS;
        for (int column = 0; column < COLUMNS; column++) {
          cells[at + column] += (double) line[column] * span[part];
        }
      }
    }
    return cells;
  }

  /** Returns the sums of a line of pixels; shares are whole numbers, so that sums are exact. */
  private static long[] line(RgbImage picture, int y, List<int[]> columns) {
    byte[] samples = picture.samples();
    long[] sums = new long[COLUMNS];
    int at = RgbImage.CHANNELS * y * picture.width();
    for (int[] span : columns) {
      int grey =
          299 * (samples[at] & 0xff)
              + 587 * (samples[at + 1] & 0xff)
              + 114 * (samples[at + 2] & 0xff);
      at += RgbImage.CHANNELS;
      for (int part = 1; part < span.length; part++) {
        sums[span[0] + part - 1] += (long) grey * span[part];
      }
    }
    return sums;
  }

  /** Returns for each pixel the first part it lies in and its length in that and the next parts. */
  private static List<int[]> spans(int pixels, int parts) {
    List<int[]> spans = new ArrayList<>();
    for (int pixel = 0; pixel < pixels; pixel++) {
      int from = pixel * parts;
      int to = from + parts;
      int first = from / pixels;
      int last = (to - 1) / pixels;
      int[] span = new int[last - first + 2];
      span[0] = first;
      for (int part = first; part <= last; part++) {
        span[part - first + 1] = Math.min(to, (part + 1) * pixels) - Math.max(from, part * pixels);
      }
      spans.add(span);
    }
    return spans;
  }

  /** Returns the number of bits that differ. */
  public int distance(PerceptualHash other) {
    return Long.bitCount(first ^ other.first)
        + Long.bitCount(second ^ other.second)
        + Long.bitCount(third ^ other.third)
        + Long.bitCount(fourth ^ other.fourth);
  }

  /** Returns the 16 bits from {@code 16·part} on, as a number. */
  public int part(int part) {
    long word =
        switch (part >> 2) {
          case 0 -> first;
          case 1 -> second;
          case 2 -> third;
          default -> fourth;
        };
    return (int) (word >>> (DIGITS * (part & 3))) & 0xffff;
  }

  /**
   * Reads what {@link #hex} wrote.
   *
   * @throws NumberFormatException if it is something else
   */
  public static PerceptualHash parse(String hex) {
    if (hex.length() != BITS / 4) {
      throw new NumberFormatException("a hash has " + BITS / 4 + " digits, not " + hex.length());
    }
    return new PerceptualHash(
        Long.parseUnsignedLong(hex.substring(48), 16),
        Long.parseUnsignedLong(hex.substring(32, 48), 16),
        Long.parseUnsignedLong(hex.substring(16, 32), 16),
        Long.parseUnsignedLong(hex.substring(0, 16), 16));
  }

  /** Returns the hash as 64 hexadecimal digits, the fourth word first. */
  public String hex() {
    return "%016x%016x%016x%016x".formatted(fourth, third, second, first);
  }
}
