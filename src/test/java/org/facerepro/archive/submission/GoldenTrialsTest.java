package org.facerepro.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.SmallTrial;
import org.facerepro.archive.StoredArchive;
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
  private static final String ARCHIVE = "tiny/embedded-trial/tiny-embedded-trial.tar.gz";

  @TempDir static Path shared;

  /** A stored submission, and how the run of its second seed differs. */
  private record Golden(String name, UnaryOperator<SmallRun> second) {
    @Override
    public String toString() {
      return name;
    }

    StoredSubmission stored() {
      return new StoredSubmission(name, ARCHIVE);
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
    if (StoredSubmission.isWritingAsked()) {
      for (Golden golden : all()) {
        write(golden);
      }
    }
  }

  private static void write(Golden golden) throws IOException {
    Path good = shared.resolve(golden.name() + "-good.tar.gz");
    GOOD.pack(Files.createDirectory(shared.resolve(golden.name() + "-good")), good);
    Path scratch = Files.createDirectory(shared.resolve(golden.name()));
    golden.stored().write(good, archive -> golden.pack(scratch, archive));
  }

  @ParameterizedTest
  @MethodSource("all")
  void check_ofAStoredTrial_findsTheFaultsThatWereFound(Golden golden) throws IOException {
    String found = golden.stored().found();
    assertThat(found).isEqualTo(Files.readString(golden.stored().faults()));
    assertThat(found.contains("kind")).isEqualTo(!golden.equals(GOOD));
  }

  @Test
  void good_packedAgain_hasTheSameEntries() throws IOException {
    Path again = shared.resolve("again.tar.gz");
    GOOD.pack(Files.createDirectory(shared.resolve("again")), again);
    try (StoredArchive now = StoredArchive.open(again);
        StoredArchive stored = StoredArchive.open(GOOD.stored().archive())) {
      assertThat(now.entryHashes()).isEqualTo(stored.entryHashes());
    }
  }
}
