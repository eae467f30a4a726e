package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.experiment.store.StoreCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs that may not write files beyond a size, so that a write fails half-way as on a full disk, in
 * each kind of stage: what was complete stays, nothing half is taken for whole, and with room
 * enough the next run ends as an undisturbed one.
 */
class FullDiskSuite {
  private static final int NOT_WRITTEN = 74;

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    new ProcessRun(shared).complete();
  }

  /** The largest files of the stages take 700, 90, 30 and 12 kB. */
  @ParameterizedTest
  @CsvSource({
    "generate train embed verify, 128",
    "train embed verify, 64",
    "embed verify, 16",
    "verify, 8"
  })
  void run_thatCannotWriteAFile_losesNothing_andTheNextOneEndsWithTheSameResult(
      String missing, int kibibytes) throws IOException, InterruptedException {
    ProcessRun run = new ProcessRun(folder);
    copyStore(List.of(missing.split(" ")));
    int before = run.store().artifacts().size();

    Process process = run.startWritingAtMost(kibibytes);

    assertThat(process.waitFor()).isEqualTo(NOT_WRITTEN);
    assertThat(StoreCheck.of(run.store()).damage()).isEmpty();
    assertThat(run.store().artifacts())
        .hasSizeGreaterThanOrEqualTo(before)
        .isSubsetOf(new ProcessRun(shared).store().artifacts());
    run.complete();
    for (String file : List.of(ProcessRun.RESULT, ProcessRun.ARCHIVE)) {
      assertThat(run.out(file)).hasSameBinaryContentAs(new ProcessRun(shared).out(file));
    }
  }

  /** Copies the store of the undisturbed run without the artifacts of some kinds. */
  private void copyStore(List<String> without) throws IOException {
    Path from = new ProcessRun(shared).store().root();
    Path to = new ProcessRun(folder).store().root();
    try (Stream<Path> paths = Files.walk(from)) {
      paths
          .filter(path -> !path.equals(from))
          .filter(path -> !without.contains(from.relativize(path).getName(0).toString()))
          .forEach(path -> copy(path, to.resolve(from.relativize(path))));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.createDirectories(to.resolveSibling(""));
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
