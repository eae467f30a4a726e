package org.facerepro.archive.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The header of a tar entry in the one form that is written and read here: POSIX ustar, a plain
 * file, time 0, owner 0, one mode.
 *
 * <p>Source: POSIX.1-2017, pax, "ustar Interchange Format".
 */
record TarHeader(String name, long size) {
  static final int BLOCK = 512;

  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_DIGITS = 11;
  private static final int SUM_AT = 148;
  private static final int SUM_LENGTH = 8;
  private static final int TYPE_AT = 156;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX = 155;

  /** Returns the bytes of the header. */
  byte[] encode() {
    return encode('0');
  }

  byte[] encode(char type) {
    byte[] block = new byte[BLOCK];
    int slash = name.length() <= NAME ? -1 : name.indexOf('/', name.length() - NAME - 1);
    put(block, 0, name.substring(slash + 1));
    put(block, PREFIX_AT, slash < 0 ? "" : name.substring(0, slash));
    put(block, NAME, "0000644");
    put(block, NAME + 8, "0000000");
    put(block, NAME + 16, "0000000");
    put(block, SIZE_AT, String.format(Locale.ROOT, "%011o", size));
    put(block, SIZE_AT + SIZE_DIGITS + 1, "00000000000");
    block[TYPE_AT] = (byte) type;
    put(block, 257, "ustar\00000");
    put(block, SUM_AT, String.format(Locale.ROOT, "%06o\0 ", sum(block)));
    return block;
  }

  /**
   * Returns whether the name fits: its tail into one field, what is before a slash into another.
   */
  static boolean fits(String name) {
    int slash = name.length() <= NAME ? 0 : name.indexOf('/', name.length() - NAME - 1);
    return slash >= 0 && slash <= PREFIX;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  /** Adds up all bytes, those of the sum itself counted as blanks. */
  private static int sum(byte[] block) {
    int sum = SUM_LENGTH * ' ';
    for (int i = 0; i < BLOCK; i++) {
      sum += i < SUM_AT || i >= SUM_AT + SUM_LENGTH ? block[i] & 0xff : 0;
    }
    return sum;
  }

  /** Returns the name that a block claims, right or wrong, fit for a message. */
  static String nameIn(byte[] block) {
    String prefix = text(block, PREFIX_AT, PREFIX);
    String name = text(block, 0, NAME);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /**
   * Reads a header.
   *
   * @throws IOException if it is any other than {@link #encode} writes; the message says how
   */
  static TarHeader decode(byte[] block) throws IOException {
    if (!text(block, SUM_AT, 6).equals(String.format(Locale.ROOT, "%06o", sum(block)))) {
      throw new IOException("its header is damaged: the checksum does not fit");
    }
    requirePlainFile((char) (block[TYPE_AT] & 0xff));
    String digits = text(block, SIZE_AT, SIZE_DIGITS);
    if (!digits.matches("[0-7]{11}")) {
      throw new IOException("claims a size that is no number of bytes");
    }
    TarHeader header = new TarHeader(nameIn(block), Long.parseLong(digits, 8));
    if (!fits(header.name) || !Arrays.equals(block, header.encode())) {
      throw new IOException(
          "has a header with more in it than name and size: owner, time, mode or a target");
    }
    return header;
  }

  private static void requirePlainFile(char type) throws IOException {
    switch (type) {
      case '0' -> {}
      case '1', '2' -> throw new IOException("is a link: only plain files are allowed");
      case '5' -> throw new IOException("is a folder: only plain files are allowed");
      default ->
          throw new IOException(
              "is of tar type '%s': only plain files are allowed"
                  .formatted(EntryName.shown(String.valueOf(type))));
    }
  }

  private static String text(byte[] block, int at, int most) {
    int length = 0;
    while (length < most && block[at + length] != 0) {
      length++;
    }
    return new String(block, at, length, StandardCharsets.ISO_8859_1);
  }
}
