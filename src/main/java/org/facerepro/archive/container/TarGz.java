package org.facerepro.archive.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Require;

/**
 * Tar in gzip whose bytes depend on names and contents alone: one mode, time 0, owner 0.
 *
 * <p>Two different compressed streams can hold the same content, so the checksum of gzip does not
 * cover every byte. Therefore the comment field of the gzip header carries the SHA-256 of all bytes
 * behind it, and the rest of the header is fixed.
 */
public final class TarGz {
  static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0x10, 0, 0, 0, 0, 4, (byte) 0xff};
  static final int HEX_LENGTH = 64;
  static final int BODY = HEADER.length + HEX_LENGTH + 1;

  private TarGz() {}

  /**
   * Writes a file in the order of the entries; memory does not depend on their size.
   *
   * @param entries contents by name
   * @throws org.facerepro.core.StorageException if it cannot be written; nothing is left then
   */
  public static void write(Path file, Map<String, Content> entries) {
    write(file, entries, Runtime.getRuntime().availableProcessors());
  }

  /** Writes with a number of threads, which leaves no trace in the bytes. */
  static void write(Path file, Map<String, Content> entries, int threads) {
    entries.keySet().forEach(TarGz::requireName);
    writeTar(file, threads, tar -> entries(tar, entries));
  }

  private static void requireName(String name) {
    String problem = EntryName.problem(name).orElse(TarHeader.fits(name) ? "" : "is too long");
    Require.that(problem.isEmpty(), "entry", "a name that does not leave the archive", name);
  }

  /** Writes what tar is to hold. */
  interface TarFilling {
    void fill(OutputStream tar) throws IOException;
  }

  static void writeTar(Path file, int threads, TarFilling filling) {
    AtomicFiles.writeFile(
        file,
        temporary -> {
          try (FileChannel channel =
              FileChannel.open(
                  temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(channel, threads, filling);
          }
        });
  }

  private static void write(FileChannel channel, int threads, TarFilling filling)
      throws IOException {
    MessageDigest digest = BodyInput.sha256();
    OutputStream plain = Channels.newOutputStream(channel);
    plain.write(HEADER);
    plain.write(new byte[HEX_LENGTH + 1]);
    try (BlockDeflater packing =
        new BlockDeflater(new DigestOutputStream(plain, digest), threads)) {
      filling.fill(packing);
      packing.write(new byte[2 * TarHeader.BLOCK]);
      packing.finish();
    }
    byte[] hex = HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer comment = ByteBuffer.wrap(hex);
    for (long at = HEADER.length; comment.hasRemaining(); at += comment.position()) {
      channel.write(comment, at);
    }
  }

  private static void entries(OutputStream tar, Map<String, Content> entries) throws IOException {
    for (Map.Entry<String, Content> entry : entries.entrySet()) {
      long size = entry.getValue().size();
      tar.write(new TarHeader(entry.getKey(), size).encode());
      try (InputStream in = entry.getValue().open()) {
        long written = in.transferTo(tar);
        if (written != size) {
          throw new IOException(entry.getKey() + " changed while it was packed");
        }
      }
      tar.write(new byte[padding(size)]);
    }
  }

  /** Returns how many bytes fill the last block up. */
  static int padding(long size) {
    return (int) (-size & (TarHeader.BLOCK - 1));
  }
}
