package org.facerepro.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.facerepro.core.Require;

/**
 * Writes colour pictures as PNG (ISO/IEC 15948) fast: each byte as its difference to the pixel on
 * the left, packed with a code of the picture's own. The same picture gives the same bytes on every
 * platform.
 *
 * <p>Holds buffers for reuse: one per worker, not thread-safe.
 */
public final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int COLOUR = 2;
  private static final int FILTER_SUB = 1;
  private static final int CHUNK_FRAME = 12;
  private static final int HEADER = 13;
  private static final int DATA_AT = SIGNATURE.length + CHUNK_FRAME + HEADER + 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long TOP_BITS = 0x8080808080808080L;

  private final RunDeflater deflater = new RunDeflater();
  private final CRC32 crc = new CRC32();
  private byte[] lines = new byte[0];
  private byte[] file = new byte[0];

  /** Returns the file of a colour picture, 8 bits per sample. */
  public byte[] encode(RgbImage image) {
    return rgb8(image.width(), image.height(), image.samples());
  }

  /**
   * Returns the file of a colour picture, 8 bits per sample.
   *
   * @param samples {@code [height, width, 3]}, row-major
   */
  public byte[] rgb8(int width, int height, byte[] samples) {
    requireSize(width, height, samples.length);
    int row = RgbImage.CHANNELS * width;
    lines(height, row);
    for (int y = 0; y < height; y++) {
      int from = y * row;
      int to = y * (row + 1);
      lines[to] = FILTER_SUB;
      System.arraycopy(samples, from, lines, to + 1, RgbImage.CHANNELS);
      subtract(samples, from, lines, to + 1, row);
    }
    return finish(width, height, height * (row + 1));
  }

  private static void requireSize(int width, int height, int samples) {
    Require.between("width", width, 1, 1 << 14);
    Require.between("height", height, 1, 1 << 14);
    Require.that(
        samples == (long) width * height * RgbImage.CHANNELS,
        "samples",
        "%d x %d x %d numbers".formatted(height, width, RgbImage.CHANNELS),
        samples);
  }

  private void lines(int height, int row) {
    int size = Math.multiplyExact(height, row + 1);
    if (lines.length < size) {
      lines = new byte[size];
    }
  }

  private static void subtract(byte[] in, int from, byte[] out, int to, int count) {
    int i = RgbImage.CHANNELS;
    for (; i + Long.BYTES <= count; i += Long.BYTES) {
      long left = (long) LONG.get(in, from + i - RgbImage.CHANNELS);
      LONG.set(out, to + i, difference((long) LONG.get(in, from + i), left));
    }
    for (; i < count; i++) {
      out[to + i] = (byte) (in[from + i] - in[from + i - RgbImage.CHANNELS]);
    }
  }

  /** Subtracts eight bytes at once, none of which borrows from the next. */
  private static long difference(long a, long b) {
    return ((a | TOP_BITS) - (b & ~TOP_BITS)) ^ ((a ^ ~b) & TOP_BITS);
  }

  private byte[] finish(int width, int height, int length) {
    room(RunDeflater.bound(length));
    int packed = deflater.pack(lines, length, file, 0);
    ByteBuffer out = ByteBuffer.allocate(DATA_AT + packed + 4 + CHUNK_FRAME);
    out.put(SIGNATURE).putInt(HEADER).put(new byte[] {'I', 'H', 'D', 'R'});
    out.putInt(width).putInt(height).put((byte) 8).put((byte) COLOUR);
    out.put((byte) 0).put((byte) 0).put((byte) 0);
    putSum(out, HEADER);
    out.putInt(packed).put(new byte[] {'I', 'D', 'A', 'T'}).put(file, 0, packed);
    putSum(out, packed);
    out.putInt(0).put(new byte[] {'I', 'E', 'N', 'D'});
    putSum(out, 0);
    return out.array();
  }

  private void room(int size) {
    if (file.length < size) {
      file = new byte[size];
    }
  }

  /** Writes the check sum of the chunk whose name and content end here. */
  private void putSum(ByteBuffer out, int content) {
    crc.reset();
    crc.update(out.slice(out.position() - content - 4, content + 4));
    out.putInt((int) crc.getValue());
  }
}
