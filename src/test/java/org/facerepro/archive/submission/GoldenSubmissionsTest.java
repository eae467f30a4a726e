package org.facerepro.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.StoredArchive;
import org.facerepro.archive.signature.DetachedSignature;
import org.facerepro.archive.signature.KeyFiles;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.experiment.leakage.SmallLeakage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Submissions as they were stored once, a good one and one with a fault of each kind: a change of
 * the format shows here, and so does a fault that is found no more. {@code -Dgolden.write=true}
 * writes them anew.
 */
class GoldenSubmissionsTest {
  private static final String ARCHIVE = "tiny/embedded-seed1/tiny-embedded-seed1.tar.gz";

  @TempDir static Path shared;

  /** What is done to the folder of a submission. */
  private interface Edit {
    void edit(Path results) throws IOException;
  }

  /** A stored submission: how its run differs, and what was done to its folder afterwards. */
  private record Golden(String name, UnaryOperator<SmallRun> change, Edit edit) {
    @Override
    public String toString() {
      return name;
    }

    StoredSubmission stored() {
      return new StoredSubmission(name, ARCHIVE);
    }

    SmallRun run(Path scratch) {
      return change.apply(SmallRun.of(scratch, "tiny", 1));
    }
  }

  private static final Golden GOOD = new Golden("good", SmallRun::withLeakageReport, results -> {});

  static List<Golden> all() {
    UnaryOperator<SmallRun> sound = SmallRun::withLeakageReport;
    return List.of(
        GOOD,
        new Golden("bad-fields", run -> run.withLeakageReport().by("not named"), results -> {}),
        new Golden("bad-leakage", run -> run, results -> {}),
        new Golden(
            "bad-leakage-hidden", run -> run.withLeakage(SmallLeakage::hiding), results -> {}),
        new Golden(
            "bad-licence",
            run -> run.withLeakageReport().with("plots/face.svg", "<svg><image href='x'/></svg>"),
            results -> {}),
        new Golden(
            "bad-recomputation", run -> run.withLeakageReport().withAForgedCurve(), results -> {}),
        new Golden("bad-hashes", sound, GoldenSubmissionsTest::flipAByte),
        new Golden(
            "bad-index", sound, results -> replace(results.resolve("index.json"), "PASS", "FAIL")),
        new Golden("bad-signature", sound, GoldenSubmissionsTest::signAnother),
        new Golden(
            "bad-structure",
            sound,
            results -> Files.writeString(results.resolve("notes.txt"), "to do\n")));
  }

  private static void signAnother(Path results) throws IOException {
    Path keys = Files.createTempDirectory(shared, "keys");
    KeyFiles.create(keys);
    Path other = Files.writeString(keys.resolve("other"), "x");
    Path signature = DetachedSignature.sign(other, keys.resolve(KeyFiles.PRIVATE));
    Files.copy(signature, results.resolve(ARCHIVE + ".sig"));
  }

  private static void flipAByte(Path results) throws IOException {
    byte[] archive = Files.readAllBytes(results.resolve(ARCHIVE));
    archive[archive.length / 2] ^= 1;
    Files.write(results.resolve(ARCHIVE), archive);
  }

  private static void replace(Path file, String old, String now) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, now));
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
    GOOD.run(shared.resolve(golden.name() + "-good")).pack(good);
    StoredSubmission stored = golden.stored();
    stored.write(
        good,
        archive -> {
          golden.run(shared.resolve(golden.name())).pack(archive);
          golden.edit().edit(stored.folder());
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void check_ofAStoredSubmission_findsTheFaultsThatWereFound(Golden golden) throws IOException {
    String found = golden.stored().found();
    assertThat(found).isEqualTo(Files.readString(golden.stored().faults()));
    assertThat(found.contains("kind")).isEqualTo(!golden.equals(GOOD));
  }

  @Test
  void all_haveAFaultOfEveryKind() throws IOException {
    List<String> kinds = new ArrayList<>();
    for (Golden golden : all()) {
      Json.read(golden.stored().faults(), JsonNode.class)
          .forEach(fault -> kinds.add(fault.path("kind").asText()));
    }
    assertThat(kinds).containsAll(EnumNames.all(Fault.Kind.class));
  }

  @Test
  void good_packedAgain_hasTheSameEntries() throws IOException {
    Path again = shared.resolve("again.tar.gz");
    GOOD.run(shared.resolve("again")).pack(again);
    try (StoredArchive now = StoredArchive.open(again);
        StoredArchive stored = StoredArchive.open(GOOD.stored().archive())) {
      assertThat(now.entryHashes()).isEqualTo(stored.entryHashes());
    }
  }
}
