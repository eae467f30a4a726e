package org.facerepro.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.SmallTrial;
import org.facerepro.archive.StoredArchive;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.experiment.leakage.SmallLeakage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Submissions of trials as they were stored once, a good one and one with a faulty seed: a change
 * of the format shows here. {@code -Dgolden.write=true} writes them anew.
 */
class GoldenTrialsTest {
  private static final String WRITE = "golden.write";
  private static final String ARCHIVE = "tiny/embedded-trial/tiny-embedded-trial.tar.gz";
  private static final Path STORED =
      Path.of(System.getProperty("facerepro.home", ""), "fixtures/submissions");

  @TempDir static Path shared;

  /** A stored submission, and how the run of its second seed differs. */
  private record Golden(String name, UnaryOperator<SmallRun> second) {
    @Override
    public String toString() {
      return name;
    }

    Path folder() {
      return STORED.resolve(name);
    }

    Path faults() {
      return STORED.resolve(name + ".json");
    }

    void pack(Path scratch, Path archive) throws IOException {
      SmallTrial.in(scratch)
          .withAll(run -> run.withLeakage(all -> all))
          .with(2, second)
          .pack(archive);
    }
  }

  private static final Golden GOOD = new Golden("trial-good", run -> run);

  static List<Golden> all() {
    return List.of(
        GOOD,
        new Golden(
            "trial-bad",
            run ->
                run.withLeakage(
                    all -> SmallLeakage.without(all, p -> p.training().equals("train-faces")))));
  }

  @BeforeAll
  static void writeWhereAsked() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      for (Golden golden : all()) {
        write(golden);
      }
    }
  }

  /** A faulty archive is not taken by the command, so it is put where the good one lies. */
  private static void write(Golden golden) throws IOException {
    AtomicFiles.deleteTree(golden.folder());
    Files.createDirectories(golden.folder());
    ResultsFolder results = new ResultsFolder(golden.folder());
    Path good = shared.resolve(golden.name() + "-good.tar.gz");
    GOOD.pack(Files.createDirectory(shared.resolve(golden.name() + "-good")), good);
    results.add(good);
    results.writeIndex();
    golden.pack(
        Files.createDirectory(shared.resolve(golden.name())), golden.folder().resolve(ARCHIVE));
    AtomicFiles.writeFile(golden.faults(), faults(golden));
  }

  private static byte[] faults(Golden golden) {
    return Json.pretty(SubmissionCheck.check(golden.folder(), null).faults());
  }

  @ParameterizedTest
  @MethodSource("all")
  void check_ofAStoredTrial_findsTheFaultsThatWereFound(Golden golden) throws IOException {
    String found = new String(faults(golden), StandardCharsets.UTF_8);
    assertThat(found).isEqualTo(Files.readString(golden.faults()));
    assertThat(found.contains("kind")).isEqualTo(!golden.equals(GOOD));
  }

  @Test
  void good_packedAgain_hasTheSameEntries() throws IOException {
    Path again = shared.resolve("again.tar.gz");
    GOOD.pack(Files.createDirectory(shared.resolve("again")), again);
    try (StoredArchive now = StoredArchive.open(again);
        StoredArchive stored = StoredArchive.open(GOOD.folder().resolve(ARCHIVE))) {
      assertThat(now.entryHashes()).isEqualTo(stored.entryHashes());
    }
  }
}
