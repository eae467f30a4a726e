package org.facerepro.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.facerepro.archive.container.Damage;
import org.facerepro.archive.container.Limits;
import org.facerepro.archive.container.TarGzReader;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an archive once and holds every entry against the manifest as it comes. Texts are
 * kept in memory; scores are hashed, and unpacked only where a folder is given, under numbers.
 */
final class ArchiveReading {
  /** The most bytes of all texts together that are kept in memory. */
  static final long MOST_TEXT = 128L << 20;

  private final @Nullable Path scratch;
  private final BiConsumer<String, String> report;
  private final Contents contents = new Contents();
  private final Map<String, Manifest.Entry> expected = new TreeMap<>();
  private String before = "";
  private boolean listed;
  private long text;

  private ArchiveReading(@Nullable Path scratch, BiConsumer<String, String> report) {
    this.scratch = scratch;
    this.report = report;
  }

  /**
   * Reads an archive.
   *
   * @param scratch an empty folder for scores, or null if nobody wants them
   * @param report receives the entry and the problem of each finding
   * @throws DataUnavailableException if there is no such file
   */
  static Contents read(
      Path file, Limits limits, @Nullable Path scratch, BiConsumer<String, String> report) {
    try {
      ArchiveReading reading = new ArchiveReading(scratch, report);
      Damage damage = TarGzReader.read(file, limits, reading::take);
      reading.end(damage);
      return reading.contents;
    } catch (NoSuchFileException e) {
      throw new DataUnavailableException(file + " does not exist", e);
    } catch (IOException e) {
      throw new CorruptDataException("cannot read " + file + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /**
   * Reads an archive that must be intact.
   *
   * @param scratch an empty folder for scores
   * @throws CorruptDataException if anything was altered; the message names the first place
   * @throws DataUnavailableException if there is no such file
   */
  static Contents intact(Path file, Path scratch) {
    List<String> problems = new ArrayList<>();
    Contents contents =
        read(file, Limits.DEFAULT, scratch, (entry, what) -> problems.add(entry + " " + what));
    if (!problems.isEmpty()) {
      throw new CorruptDataException(
          "%s is not sound: %s%s"
              .formatted(
                  file,
                  problems.get(0),
                  problems.size() > 1 ? ", and %d more".formatted(problems.size() - 1) : ""));
    }
    return contents;
  }

  private void take(String name, long size, InputStream content) throws IOException {
    boolean first = contents.names().isEmpty();
    if (first != name.equals(Manifest.FILE)) {
      report.accept(name, first ? "comes before " + Manifest.FILE : "is not the first entry");
    } else if (!first && name.compareTo(before) < 0) {
      report.accept(name, "comes behind " + before + ": entries are sorted by name");
    }
    before = first ? "" : name;
    DigestInputStream hashing = new DigestInputStream(content, sha256());
    if (name.endsWith(".npy")) {
      takeArray(name, hashing);
    } else {
      takeText(name, size, hashing);
    }
    if (first) {
      readManifest();
    } else {
      check(name);
    }
  }

  private void takeArray(String name, DigestInputStream content) throws IOException {
    if (scratch == null) {
      content.transferTo(OutputStream.nullOutputStream());
      contents.note(name, hex(content));
    } else {
      Path file = scratch.resolve(contents.names().size() + ".npy");
      Files.copy(content, file);
      contents.unpack(name, hex(content), file);
    }
  }

  private void takeText(String name, long size, DigestInputStream content) throws IOException {
    text += size;
    if (text > MOST_TEXT) {
      content.transferTo(OutputStream.nullOutputStream());
      report.accept(
          name, "brings the texts of the archive to more than %d bytes".formatted(MOST_TEXT));
      contents.note(name, hex(content));
    } else {
      byte[] bytes = content.readAllBytes();
      contents.hold(name, hex(content), bytes);
    }
  }

  private void readManifest() {
    if (!contents.names().contains(Manifest.FILE)) {
      return;
    }
    try {
      expected.putAll(contents.read(Manifest.FILE, Manifest.class).entries());
      listed = true;
    } catch (CorruptDataException e) {
      report.accept(Manifest.FILE, String.valueOf(e.getMessage()));
    }
  }

  private void check(String name) {
    Manifest.Entry entry = expected.get(name);
    if (!listed) {
      return;
    }
    if (entry == null) {
      report.accept(name, "is not in the manifest");
    } else if (!contents.sha256(name).equals(entry.sha256())) {
      report.accept(name, "was altered: its SHA-256 is not the one in the manifest");
    }
  }

  /** Reports what is missing, unless the container broke off, which explains it. */
  private void end(@Nullable Damage damage) {
    if (damage != null) {
      report.accept(damage.place(), damage.problem());
    } else if (!contents.names().contains(Manifest.FILE)) {
      report.accept(Manifest.FILE, "is missing");
    } else {
      expected.keySet().stream()
          .filter(name -> !contents.names().contains(name))
          .forEach(name -> report.accept(name, "is missing"));
    }
  }

  private static String hex(DigestInputStream content) {
    return HexFormat.of().formatHex(content.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
