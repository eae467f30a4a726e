package org.facerepro.archive.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;

/**
 * A submission as it was stored once, and beside it the faults that were found in it; {@code
 * -Dgolden.write=true} asks for new ones.
 *
 * @param name of its folder
 * @param entry where its archive lies in the folder
 */
record StoredSubmission(String name, String entry) {
  private static final Path ALL =
      Path.of(System.getProperty("facerepro.home", ""), "fixtures/submissions");

  /** Lays down an archive. */
  @FunctionalInterface
  interface Packing {
    void pack(Path archive) throws IOException;
  }

  static boolean isWritingAsked() {
    return Boolean.getBoolean("golden.write");
  }

  Path folder() {
    return ALL.resolve(name);
  }

  Path archive() {
    return folder().resolve(entry);
  }

  /** Where the faults stand that were found. */
  Path faults() {
    return ALL.resolve(name + ".json");
  }

  /** Finds the faults that there are now. */
  String found() {
    return new String(
        Json.pretty(SubmissionCheck.check(folder(), null).faults()), StandardCharsets.UTF_8);
  }

  /** A faulty archive is not taken by the command, so it is put where the good one lies. */
  void write(Path good, Packing packing) throws IOException {
    AtomicFiles.deleteTree(folder());
    Files.createDirectories(folder());
    ResultsFolder results = new ResultsFolder(folder());
    results.add(good);
    results.writeIndex();
    packing.pack(archive());
    AtomicFiles.writeFile(faults(), found().getBytes(StandardCharsets.UTF_8));
  }
}
