package org.facerepro.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Packs bytes in the format of RFC 1950 and 1951 with a code of their own and nothing repeated but
 * runs of one byte: several times as fast as a search for repetitions, which differences of
 * neighbouring pixels have few of, and the same bytes on every platform.
 *
 * <p>Reused; not thread-safe.
 */
final class RunDeflater {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int END = 256;
  private static final int SYMBOLS = 286;
  private static final int TRIPLE = 3;
  private static final int LONGEST_RUN = 258;

  /** In what order the lengths of the code for lengths stand. */
  private static final int[] LENGTHS_AT = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /** Symbol, number of extra bits and their value for each length of a run, packed. */
  private static final int[] RUNS = runs();

  private final int[] counts = new int[SYMBOLS];

  /** Counts of bytes at three places in turn, so that none waits for the one before. */
  private final int[] triples = new int[3 * 256];

  private final PrefixCode code = new PrefixCode(SYMBOLS, 15);
  private final PrefixCode lengthCode = new PrefixCode(LENGTHS_AT.length, 7);
  private final Adler32 sum = new Adler32();

  /** Bits of each symbol, and above them their number. */
  private final int[] words = new int[SYMBOLS];

  private byte[] out = new byte[0];
  private int at;
  private long waiting;
  private int waitingBits;

  private static int[] runs() {
    int[] runs = new int[LONGEST_RUN + 1];
    int length = 3;
    for (int symbol = 257; symbol < SYMBOLS - 1; symbol++) {
      int extra = Math.max(0, (symbol - 261) / 4);
      for (int value = 0; value < 1 << extra && length < LONGEST_RUN; value++) {
        runs[length++] = symbol | (extra << 9) | (value << 12);
      }
    }
    runs[LONGEST_RUN] = SYMBOLS - 1;
    return runs;
  }

  /** Returns the room that so many bytes take at most. */
  static int bound(int length) {
    return Math.addExact(Math.multiplyExact(length, 2), 512);
  }

  /**
   * Packs bytes.
   *
   * @param target has {@link #bound} bytes of room from {@code to}
   * @return how many bytes were written
   */
  int pack(byte[] source, int length, byte[] target, int to) {
    out = target;
    at = to;
    put(0x0178, 16);
    count(source, length);
    code.fit(counts);
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      words[symbol] = code.bits[symbol] | (code.lengths[symbol] << 16);
    }
    head();
    write(source, length);
    putSymbol(END);
    put(0, -waitingBits & 7);
    flush();
    sum.reset();
    sum.update(source, 0, length);
    put(Integer.reverseBytes((int) sum.getValue()) & 0xffffffffL, 32);
    flush();
    out = new byte[0];
    return at - to;
  }

  private void count(byte[] source, int length) {
    Arrays.fill(counts, 0);
    Arrays.fill(triples, 0);
    counts[END] = 1;
    int i = 0;
    while (i + TRIPLE <= length) {
      int run = run(source, i, length);
      if (run == 0) {
        triples[source[i] & 0xff]++;
        triples[256 + (source[i + 1] & 0xff)]++;
        triples[512 + (source[i + 2] & 0xff)]++;
        i += TRIPLE;
      } else {
        counts[RUNS[run] & 0x1ff]++;
        i += run;
      }
    }
    for (; i < length; i++) {
      triples[source[i] & 0xff]++;
    }
    for (int value = 0; value < 256; value++) {
      counts[value] = triples[value] + triples[256 + value] + triples[512 + value];
    }
  }

  /** Returns how many bytes from a place are the same as the one before it, 0 if only few. */
  private static int run(byte[] source, int from, int length) {
    if (from == 0 || length - from < Long.BYTES) {
      return 0;
    }
    long same = 0x0101010101010101L * (source[from - 1] & 0xff);
    long other = (long) LONG.get(source, from) ^ same;
    return (int) other == 0 ? longer(source, from, length, same) : 0;
  }

  private static int longer(byte[] source, int from, int length, long same) {
    int end = Math.min(length, from + LONGEST_RUN);
    int i = from;
    while (i + Long.BYTES <= end) {
      long other = (long) LONG.get(source, i) ^ same;
      if (other != 0) {
        return i - from + Long.numberOfTrailingZeros(other) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < end && source[i] == (byte) same) {
      i++;
    }
    return i - from;
  }

  /** Writes the code: one last block, one code for distances, of which only 1 occurs. */
  private void head() {
    int[] all = Arrays.copyOf(code.lengths, SYMBOLS + 1);
    all[SYMBOLS] = 1;
    int[] often = new int[LENGTHS_AT.length];
    for (int length : all) {
      often[length]++;
    }
    lengthCode.fit(often);
    put(1 | (2 << 1), 3);
    put(SYMBOLS - 257, 5);
    put(0, 5);
    put(LENGTHS_AT.length - 4, 4);
    for (int symbol : LENGTHS_AT) {
      put(lengthCode.lengths[symbol], 3);
    }
    for (int length : all) {
      put(lengthCode.bits[length], lengthCode.lengths[length]);
    }
  }

  private void write(byte[] source, int length) {
    int i = 0;
    while (i + TRIPLE <= length) {
      int run = run(source, i, length);
      if (run == 0) {
        i = writeTriples(source, i, length);
      } else {
        int how = RUNS[run];
        putSymbol(how & 0x1ff);
        put(how >>> 12, (how >>> 9) & 7);
        put(0, 1);
        i += run;
      }
    }
    for (; i < length; i++) {
      putSymbol(source[i] & 0xff);
    }
  }

  /** Writes three bytes at a time up to the next run and returns where it begins. */
  private int writeTriples(byte[] source, int from, int length) {
    long bits = waiting;
    int count = waitingBits;
    int to = at;
    int i = from;
    do {
      int a = words[source[i] & 0xff];
      int b = words[source[i + 1] & 0xff];
      int c = words[source[i + 2] & 0xff];
      bits |= (a & 0xffffL) << count;
      count += a >>> 16;
      LONG.set(out, to, bits);
      to += count >>> 3;
      bits >>>= count & ~7;
      count &= 7;
      bits |= ((b & 0xffffL) | (c & 0xffffL) << (b >>> 16)) << count;
      count += (b >>> 16) + (c >>> 16);
      LONG.set(out, to, bits);
      to += count >>> 3;
      bits >>>= count & ~7;
      count &= 7;
      i += TRIPLE;
    } while (i + TRIPLE <= length && run(source, i, length) == 0);
    waiting = bits;
    waitingBits = count;
    at = to;
    return i;
  }

  private void putSymbol(int symbol) {
    int word = words[symbol];
    put(word & 0xffff, word >>> 16);
  }

  /** Appends bits, the lowest first. */
  private void put(long bits, int count) {
    waiting |= bits << waitingBits;
    waitingBits += count;
    if (waitingBits >= Integer.SIZE) {
      LONG.set(out, at, waiting);
      at += Integer.BYTES;
      waiting >>>= Integer.SIZE;
      waitingBits -= Integer.SIZE;
    }
  }

  /** Writes the whole bytes that wait. */
  private void flush() {
    while (waitingBits > 0) {
      out[at++] = (byte) waiting;
      waiting >>>= Byte.SIZE;
      waitingBits -= Byte.SIZE;
    }
  }
}
