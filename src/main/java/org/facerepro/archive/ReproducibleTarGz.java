package org.facerepro.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * Tar in gzip whose bytes depend on names and contents alone: sorted entries, time 0, owner 0, one
 * mode.
 *
 * <p>Two different compressed streams can hold the same content, so the checksum of gzip does not
 * cover every byte. Therefore the comment field of the gzip header carries the SHA-256 of all bytes
 * behind it, and the rest of the header is fixed.
 */
final class ReproducibleTarGz {
  /** The most bytes that are unpacked: several times the scores of the largest protocol. */
  static final long LIMIT = 1L << 30;

  private static final int MODE = 0644;
  private static final int UNKNOWN_OS = 255;
  private static final int PLAIN_HEADER = 10;
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0x10, 0, 0, 0, 0, 2, (byte) 0xff};
  private static final int HEX_LENGTH = 64;
  private static final int BODY = PLAIN_HEADER + HEX_LENGTH + 1;

  private ReproducibleTarGz() {}

  static void write(Path file, SortedMap<String, byte[]> contents) {
    byte[] body;
    try {
      body = compressed(contents);
    } catch (IOException e) {
      throw new StorageException("cannot pack " + file + ": " + AtomicFiles.reason(e), e);
    }
    AtomicFiles.writeFile(
        file,
        temporary -> {
          try (OutputStream out = Files.newOutputStream(temporary)) {
            out.write(HEADER);
            out.write(comment(body));
            out.write(body);
          }
        });
  }

  private static byte[] comment(byte[] body) {
    return (Sha256.of(body).hex() + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns the compressed stream with its trailer, without a header. */
  private static byte[] compressed(SortedMap<String, byte[]> contents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
    parameters.setOperatingSystem(UNKNOWN_OS);
    try (OutputStream gzip = new GzipCompressorOutputStream(bytes, parameters);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
        put(tar, entry.getKey(), entry.getValue());
      }
    }
    byte[] whole = bytes.toByteArray();
    return Arrays.copyOfRange(whole, PLAIN_HEADER, whole.length);
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setModTime(0L);
    entry.setIds(0, 0);
    entry.setNames("", "");
    entry.setMode(MODE);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** Receives the entries of a file in their order. */
  interface Visitor {
    void entry(String name, byte[] content);
  }

  /** Reads a file of at most {@link #LIMIT} bytes; see {@link #read(Path, Visitor, long)}. */
  static @Nullable Damage read(Path file, Visitor visitor) throws IOException {
    return read(file, visitor, LIMIT);
  }

  /**
   * Reads as far as the file is sound.
   *
   * @param limit the most bytes, packed and unpacked, that are read into memory
   * @return where and how it is damaged, or null if every byte is accounted for
   */
  static @Nullable Damage read(Path file, Visitor visitor, long limit) throws IOException {
    if (Files.size(file) > limit) {
      return new Damage("file", "is larger than %d bytes".formatted(limit));
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length < BODY || !Arrays.equals(bytes, 0, PLAIN_HEADER, HEADER, 0, PLAIN_HEADER)) {
      return new Damage("gzip header", "is not as FaceRepro writes it");
    }
    Damage inside = unpack(bytes, visitor, limit);
    if (inside != null) {
      return inside;
    }
    byte[] expected = comment(Arrays.copyOfRange(bytes, BODY, bytes.length));
    return Arrays.equals(bytes, PLAIN_HEADER, BODY, expected, 0, expected.length)
        ? null
        : new Damage("compressed stream", "was altered: its SHA-256 is not the one in the header");
  }

  private static @Nullable Damage unpack(byte[] bytes, Visitor visitor, long limit) {
    String place = "first entry";
    long left = limit;
    try (InputStream gzip =
            new LimitedInputStream(
                new GzipCompressorInputStream(new ByteArrayInputStream(bytes)), limit);
        TarArchiveInputStream tar = new TarArchiveInputStream(gzip)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place = entry.getName();
        byte[] content = new LimitedInputStream(tar, left).readAllBytes();
        left -= content.length;
        visitor.entry(place, content);
        place = "what follows " + place;
      }
      gzip.transferTo(OutputStream.nullOutputStream());
      return null;
    } catch (IOException | IllegalArgumentException e) {
      return new Damage(place, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * A damaged place.
   *
   * @param place an entry, or a part of the container
   * @param problem what is wrong there
   */
  record Damage(String place, String problem) {}
}
