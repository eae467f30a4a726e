package org.facerepro.archive.container;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses into one deflate stream with gzip's trailer, in blocks of fixed length that know
 * nothing of each other, so that the bytes are the same on any number of threads.
 *
 * <p>The fastest level: random digits of scores hardly shrink further, however long one tries.
 */
final class BlockDeflater extends OutputStream {
  static final int BLOCK = 1 << 20;

  private static final byte[] LAST = {3, 0};
  private static final int SPARE = 1 << 10;

  private final OutputStream out;
  private final int ahead;
  private final ExecutorService pool;
  private final Deque<Future<byte[]>> waiting = new ArrayDeque<>();
  private final CRC32 checksum = new CRC32();
  private byte[] block = new byte[BLOCK];
  private int filled;
  private long total;

  BlockDeflater(OutputStream out, int threads) {
    this.out = out;
    this.ahead = 2 * threads;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    checksum.update(bytes, from, length);
    total += length;
    int at = from;
    while (at < from + length) {
      int taken = Math.min(BLOCK - filled, from + length - at);
      System.arraycopy(bytes, at, block, filled, taken);
      at += taken;
      filled += taken;
      if (filled == BLOCK) {
        submit();
      }
    }
  }

  private void submit() throws IOException {
    byte[] full = block;
    int length = filled;
    waiting.add(pool.submit(() -> deflated(full, length)));
    block = new byte[BLOCK];
    filled = 0;
    if (waiting.size() > ahead) {
      writeNext();
    }
  }

  private static byte[] deflated(byte[] bytes, int length) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes, 0, length);
      byte[] packed = new byte[length + SPARE];
      int at = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
      while (at == packed.length) {
        packed = Arrays.copyOf(packed, 2 * packed.length);
        at += deflater.deflate(packed, at, packed.length - at, Deflater.SYNC_FLUSH);
      }
      return Arrays.copyOf(packed, at);
    } finally {
      deflater.end();
    }
  }

  private void writeNext() throws IOException {
    try {
      out.write(waiting.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while packing");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a block cannot be compressed", e.getCause());
    }
  }

  /** Writes all that is left, the end of the stream, checksum and length. */
  void finish() throws IOException {
    if (filled > 0) {
      submit();
    }
    while (!waiting.isEmpty()) {
      writeNext();
    }
    ByteBuffer trailer = ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    trailer.putInt((int) checksum.getValue()).putInt((int) total);
    out.write(LAST);
    out.write(trailer.array());
  }

  /** Ends the threads; the stream is whole only after {@link #finish}. */
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
