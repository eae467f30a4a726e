package org.facerepro.archive.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link TarGz} writes and nothing else: any other header, name, order of blocks or byte
 * is refused where it stands. Nothing is unpacked to disk here.
 */
public final class TarGzReader {
  private final Limits limits;
  private final Visitor visitor;
  private final Set<String> seen = new HashSet<>();
  private String place = "first entry";
  private long left;

  private TarGzReader(Limits limits, Visitor visitor) {
    this.limits = limits;
    this.visitor = visitor;
    this.left = limits.bytes();
  }

  /** Receives the entries of a file in their order. */
  public interface Visitor {
    /**
     * Takes an entry; what it leaves unread is passed over.
     *
     * @param content exactly {@code size} bytes, unless the archive breaks off
     */
    void entry(String name, long size, InputStream content) throws IOException;
  }

  /**
   * Reads as far as the file is sound.
   *
   * @return where and how it is damaged, or null if every byte is accounted for
   * @throws IOException if the file cannot be read or the visitor failed to write
   */
  public static @Nullable Damage read(Path file, Limits limits, Visitor visitor)
      throws IOException {
    return new TarGzReader(limits, visitor).read(file);
  }

  private @Nullable Damage read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(TarGz.BODY);
      if (head.length < TarGz.BODY || !startsAsWritten(head)) {
        return new Damage("gzip header", "is not as FaceRepro writes it");
      }
      try (BodyInput body = new BodyInput(in)) {
        return body(
            body,
            new String(head, TarGz.HEADER.length, TarGz.HEX_LENGTH, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static boolean startsAsWritten(byte[] head) {
    return Arrays.equals(head, 0, TarGz.HEADER.length, TarGz.HEADER, 0, TarGz.HEADER.length)
        && head[TarGz.BODY - 1] == 0;
  }

  private @Nullable Damage body(BodyInput body, String expected) throws IOException {
    try {
      while (entry(body)) {
        place = "what follows " + place;
      }
      place = "end of the archive";
      body.finish();
    } catch (VisitorFailed e) {
      throw e.cause;
    } catch (IOException e) {
      return new Damage(place, String.valueOf(e.getMessage()));
    }
    return body.hex().equals(expected)
        ? null
        : new Damage("compressed stream", "was altered: its SHA-256 is not the one in the header");
  }

  /** Returns whether there was another entry. */
  private boolean entry(BodyInput body) throws IOException {
    byte[] block = block(body);
    if (isZero(block)) {
      if (!isZero(block(body))) {
        throw new IOException("the tar file does not end in two empty blocks");
      }
      return false;
    }
    String before = place;
    place = EntryName.shown(TarHeader.nameIn(block));
    if (place.isBlank()) {
      place = before;
    }
    TarHeader header = TarHeader.decode(block);
    requireAllowed(header);
    Bounded content = new Bounded(body, header.size());
    visit(header, content);
    content.transferTo(OutputStream.nullOutputStream());
    byte[] padding = body.readNBytes(TarGz.padding(header.size()));
    if (padding.length < TarGz.padding(header.size()) || !isZero(padding)) {
      throw new IOException("its last block is not filled up with zeros");
    }
    return true;
  }

  private void requireAllowed(TarHeader header) throws IOException {
    String problem = EntryName.problem(header.name()).orElse("");
    if (!problem.isEmpty()) {
      throw new IOException(problem);
    }
    if (!seen.add(header.name())) {
      throw new IOException("is there twice");
    }
    if (seen.size() > limits.entries()) {
      throw new IOException("is one of more than " + limits.entries() + " entries");
    }
    if (header.size() > left) {
      throw new IOException(
          "claims %d bytes; all entries together may have %d"
              .formatted(header.size(), limits.bytes()));
    }
    left -= header.size();
  }

  private void visit(TarHeader header, Bounded content) throws IOException {
    try {
      visitor.entry(header.name(), header.size(), content);
    } catch (IOException e) {
      throw content.failed ? e : new VisitorFailed(e);
    }
  }

  private static byte[] block(InputStream in) throws IOException {
    byte[] block = in.readNBytes(TarHeader.BLOCK);
    if (block.length < TarHeader.BLOCK) {
      throw new EOFException("the tar file ends without its two empty blocks");
    }
    return block;
  }

  private static boolean isZero(byte[] bytes) {
    for (byte each : bytes) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  /** A failure to write what was read, which is no fault of the archive. */
  private static final class VisitorFailed extends IOException {
    private static final long serialVersionUID = 1L;
    private final IOException cause;

    VisitorFailed(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /** The content of one entry. */
  private static final class Bounded extends InputStream {
    private final InputStream in;
    private long left;
    private boolean failed;

    Bounded(InputStream in, long size) {
      this.in = in;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      try {
        int got = in.read(bytes, from, (int) Math.min(length, left));
        if (got < 0) {
          throw new EOFException("breaks off before its end");
        }
        left -= got;
        return got;
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }
  }
}
