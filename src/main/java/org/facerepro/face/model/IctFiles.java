package org.facerepro.face.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Sha256;
import org.tukaani.xz.XZInputStream;

/** The files of ICT-FaceKit, from a folder or streamed from a {@code tar} or {@code tar.xz}. */
final class IctFiles {
  private static final String INNER_FOLDER = "FaceXModel";
  private static final int MAX_FILE = 64 << 20;
  private static final int MAX_ENTRIES = 2000;
  private static final int XZ_KIBIBYTES = 400 << 10;
  private static final int BUFFER = 1 << 16;

  private IctFiles() {}

  /** Receives one file after another. */
  @FunctionalInterface
  interface Visitor {
    /** Takes a file by its name without folders. */
    void file(String name, byte[] content);
  }

  /** Visits the files of a folder and returns a digest of their names and contents. */
  static String visitFolder(Path folder, Visitor visitor) {
    Path inner = folder.resolve(INNER_FOLDER);
    StringBuilder digests = new StringBuilder();
    try {
      for (Path file : sorted(Files.isDirectory(inner) ? inner : folder)) {
        byte[] content = bounded(file);
        String name = String.valueOf(file.getFileName());
        digests.append(name).append(' ').append(Sha256.of(content).hex()).append('\n');
        visitor.file(name, content);
      }
    } catch (IOException e) {
      throw new CorruptDataException(
          "%s cannot be read (%s)".formatted(folder, AtomicFiles.reason(e)), e);
    }
    return Sha256.of(digests.toString()).hex();
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
      if (all.size() > MAX_ENTRIES) {
        throw new CorruptDataException(
            "%s has %d files, at most %d are read".formatted(folder, all.size(), MAX_ENTRIES));
      }
      return all;
    }
  }

  private static byte[] bounded(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MAX_FILE) {
      throw tooLarge(file.toString(), size);
    }
    return Files.readAllBytes(file);
  }

  private static CorruptDataException tooLarge(String name, long size) {
    return new CorruptDataException(
        "%s has %d bytes, at most %d are read".formatted(name, size, MAX_FILE));
  }

  /** Visits the entries of an archive as they come and returns the archive's digest. */
  static String visitArchive(Path archive, boolean compressed, Visitor visitor) {
    MessageDigest digest = sha256();
    try (InputStream file = new DigestInputStream(Files.newInputStream(archive), digest);
        InputStream buffered = new BufferedInputStream(file, BUFFER);
        InputStream plain = compressed ? new XZInputStream(buffered, XZ_KIBIBYTES) : buffered) {
      TarArchiveInputStream tar = new TarArchiveInputStream(plain);
      visit(archive, tar, visitor);
      drain(plain);
      drain(buffered);
    } catch (IOException e) {
      throw new CorruptDataException(
          "%s is cut short or damaged (%s): get it again".formatted(archive, AtomicFiles.reason(e)),
          e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void visit(Path archive, TarArchiveInputStream tar, Visitor visitor)
      throws IOException {
    int entries = 0;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      String origin = archive + ": " + entry.getName();
      entries++;
      requireSafe(origin, entry, entries);
      if (entry.isFile()) {
        byte[] content = tar.readNBytes((int) entry.getSize());
        if (content.length != entry.getSize()) {
          throw new CorruptDataException(origin + " is cut short: get the archive again");
        }
        visitor.file(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), content);
      }
    }
  }

  private static void requireSafe(String origin, TarArchiveEntry entry, int entries) {
    List<String> steps = List.of(entry.getName().replace('\\', '/').split("/", -1));
    if (steps.contains("..") || entry.getName().startsWith("/")) {
      throw new CorruptDataException(
          origin + " points out of the archive, which no model does: not read");
    }
    if (!entry.isFile() && !entry.isDirectory()) {
      throw new CorruptDataException(origin + " is neither a file nor a folder: not read");
    }
    if (entry.getSize() > MAX_FILE) {
      throw tooLarge(origin, entry.getSize());
    }
    if (entries > MAX_ENTRIES) {
      throw new CorruptDataException(
          "%s: more than %d entries: no archive of ICT-FaceKit".formatted(origin, MAX_ENTRIES));
    }
  }

  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int read = in.read(buffer);
    while (read >= 0) {
      read = in.read(buffer);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the first bytes of a file as Latin-1, for looking at marks of formats. */
  static String head(Path file, int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }
  }
}
