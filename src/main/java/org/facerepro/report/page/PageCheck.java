package org.facerepro.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facerepro.archive.ArchiveVerification;
import org.facerepro.archive.ArchiveVerifier;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.StorageException;

/** Holds a page against its archives, and those against themselves. */
public final class PageCheck {
  private final List<String> findings = new ArrayList<>();

  private PageCheck() {}

  /**
   * Recomputes the archives, makes the page again and compares every line of every file.
   *
   * @return what differs, one sentence each; none if all is as the archives say
   */
  public static List<String> of(PaperPage page, List<Path> archives) {
    PageCheck check = new PageCheck();
    archives.forEach(check::recompute);
    Map<Path, byte[]> expected = page.files();
    expected.forEach(check::compare);
    check.strangers(page.folder(), expected);
    return List.copyOf(check.findings);
  }

  private void recompute(Path archive) {
    ArchiveVerification verification = ArchiveVerifier.recompute(archive);
    verification
        .findings()
        .forEach(f -> findings.add("%s: %s: %s".formatted(archive, f.entry(), f.problem())));
  }

  private void compare(Path file, byte[] expected) {
    if (!Files.isRegularFile(file)) {
      findings.add(file + " is missing");
      return;
    }
    byte[] found = read(file);
    if (!Arrays.equals(found, expected)) {
      lines(file, text(found), text(expected));
    }
  }

  private static List<String> text(byte[] bytes) {
    return Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
  }

  private void lines(Path file, List<String> found, List<String> expected) {
    int shared = Math.min(found.size(), expected.size());
    for (int i = 0; i < shared; i++) {
      if (!found.get(i).equals(expected.get(i))) {
        findings.add("%s:%d: %s".formatted(file, i + 1, difference(found.get(i), expected.get(i))));
      }
    }
    if (found.size() != expected.size()) {
      findings.add("%s has %d lines, expected %d".formatted(file, found.size(), expected.size()));
    }
  }

  /** Shows two lines from the word on in which they differ first. */
  private static String difference(String found, String expected) {
    int at = 0;
    while (at < Math.min(found.length(), expected.length())
        && found.charAt(at) == expected.charAt(at)) {
      at++;
    }
    int from = Math.max(found.lastIndexOf(' ', at - 1), 0);
    return "'%s', expected '%s'".formatted(excerpt(found, from), excerpt(expected, from));
  }

  private static String excerpt(String line, int from) {
    int start = Math.min(from, line.length());
    return line.substring(start, Math.min(line.length(), start + 60)).strip();
  }

  private void strangers(Path folder, Map<Path, byte[]> expected) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .sorted()
          .filter(file -> !expected.containsKey(file))
          .forEach(file -> findings.add(file + " does not belong to the page"));
    } catch (IOException e) {
      throw new StorageException("cannot read " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StorageException("cannot read " + file + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }
}
