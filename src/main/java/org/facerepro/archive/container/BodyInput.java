package org.facerepro.archive.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks what follows the gzip header, and hashes the packed bytes on the way. */
final class BodyInput extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int TRAILER = 2 * Integer.BYTES;

  private final InputStream file;
  private final MessageDigest digest = sha256();
  private final CRC32 checksum = new CRC32();
  private final Inflater inflater = new Inflater(true);
  private final byte[] packed = new byte[BUFFER];
  private int available;
  private long total;

  BodyInput(InputStream file) {
    this.file = file;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      int got = 0;
      while (got == 0 && length > 0) {
        if (inflater.finished()) {
          return -1;
        }
        if (inflater.needsInput() && !fill()) {
          throw new EOFException("the file ends early");
        }
        got = inflater.inflate(bytes, from, length);
      }
      checksum.update(bytes, from, got);
      total += got;
      return got;
    } catch (DataFormatException e) {
      throw new IOException("the compressed data are damaged (" + e.getMessage() + ")", e);
    }
  }

  private boolean fill() throws IOException {
    available = file.read(packed);
    if (available <= 0) {
      return false;
    }
    digest.update(packed, 0, available);
    inflater.setInput(packed, 0, available);
    return true;
  }

  /**
   * Checks what follows the compressed data.
   *
   * @throws IOException if it is anything but gzip's trailer with the right checksum and length
   */
  void finish() throws IOException {
    if (read() >= 0) {
      throw new IOException("further data follow the end of the tar file");
    }
    byte[] trailer = new byte[TRAILER];
    int got = 0;
    int left = inflater.getRemaining();
    int at = available - left;
    long surplus = 0;
    while (left > 0 || fill()) {
      at = left > 0 ? at : 0;
      left = left > 0 ? left : available;
      int taken = Math.min(TRAILER - got, left);
      System.arraycopy(packed, at, trailer, got, taken);
      got += taken;
      surplus += left - taken;
      left = 0;
    }
    requireTrailer(ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN), got, surplus);
  }

  private void requireTrailer(ByteBuffer trailer, int got, long surplus) throws IOException {
    if (got < TRAILER) {
      throw new EOFException("the file ends within the gzip trailer");
    }
    if (trailer.getInt() != (int) checksum.getValue() || trailer.getInt() != (int) total) {
      throw new IOException("checksum or length in the gzip trailer do not fit");
    }
    if (surplus > 0) {
      throw new IOException(surplus + " bytes follow the end of the archive");
    }
  }

  /** Returns the SHA-256 of all packed bytes read so far. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    file.close();
  }
}
