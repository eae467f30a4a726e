package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialArchiveTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path archive = Path.of("");

  @BeforeAll
  static void pack() throws IOException {
    archive = shared.resolve(SmallArchive.NAME);
    SmallTrial.in(shared).pack(archive);
  }

  @Test
  void pack_ofTheSameRunsElsewhere_givesTheSameBytes() throws IOException {
    SmallTrial.in(folder).pack(folder.resolve("again.tar.gz"));
    assertThat(folder.resolve("again.tar.gz")).hasSameBinaryContentAs(archive);
  }

  @Test
  void pack_ofRunsThatAreNotThoseOfTheTrial_isRefused() throws IOException {
    Path run = shared.resolve("run1/run.tar.gz");
    try (StoredTrial stored = StoredTrial.open(archive)) {
      Trial trial = stored.trial();
      TrialBaselines baselines = stored.baselines();
      assertThatThrownBy(
              () ->
                  TrialArchive.write(
                      folder.resolve("x.tar.gz"), trial, baselines, "", List.of(run)))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("those of seeds [1, 2, 3]");
    }
  }

  @Test
  void verify_ofAnUntouchedArchive_isSound() {
    ArchiveVerification verification = ArchiveVerifier.verify(archive);
    assertThat(verification.findings()).isEmpty();
    int ofARun = ArchiveVerifier.verify(shared.resolve("run1/run.tar.gz")).entries();
    assertThat(verification.entries()).isEqualTo(3 * ofARun + 5);
  }

  @Test
  void recompute_derivesTheNumbersOfTheRunsAndOfTheTrial() {
    ArchiveVerification run = ArchiveVerifier.recompute(shared.resolve("run1/run.tar.gz"));
    ArchiveVerification trial = ArchiveVerifier.recompute(archive);
    assertThat(trial.findings()).isEmpty();
    assertThat(trial.recomputedNumbers()).isGreaterThan(3 * run.recomputedNumbers() + 100);
  }

  @Test
  void open_givesTheTrialAndEachRunAsItsOwnArchiveDoes() {
    try (StoredTrial trial = StoredTrial.open(archive)) {
      assertThat(trial.trial().verdict()).isEqualTo(Verdict.PASS);
      assertThat(trial.trial().gates().get(0).comparisons()).hasSize(1);
      assertThat(trial.text()).isEqualTo("all seeds\n");
      assertThat(trial.imprint()).map(Imprint::author).contains("Ada Invented");
      for (StoredRun run : trial.runs()) {
        Path alone = shared.resolve("run" + run.result().seed()).resolve("run.tar.gz");
        try (StoredRun own = StoredRun.open(alone)) {
          assertThat(run.entryHashes()).isEqualTo(own.entryHashes());
          assertThat(run.result()).isEqualTo(own.result());
          assertThat(run.scores("proxy-real").orElseThrow().similarities())
              .isEqualTo(own.scores("proxy-real").orElseThrow().similarities());
        }
      }
    }
  }

  @Test
  void close_leavesNothingBehind() {
    StoredTrial stored = StoredTrial.open(archive);
    assertThat(stored.scratch()).isNotEmptyDirectory();
    stored.close();
    assertThat(stored.scratch()).doesNotExist();
  }

  @Test
  void open_ofTheWrongKindOfArchive_saysSo() {
    assertThatThrownBy(() -> StoredRun.open(archive))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("is the archive of a trial");
    assertThatThrownBy(() -> StoredTrial.open(shared.resolve("run1/run.tar.gz")))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("is of one run: a trial is wanted");
  }

  @Test
  void verify_withABitFlippedAnywhere_namesAPlace() throws IOException {
    Path file = folder.resolve("flipped.tar.gz");
    byte[] sound = Files.readAllBytes(archive);
    for (int at = 0; at < sound.length; at += at < 100 ? 7 : 397) {
      byte[] damaged = sound.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      Files.write(file, damaged);
      assertThat(ArchiveVerifier.verify(file).findings())
          .as("bit %d of byte %d of %d", at % 8, at, sound.length)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.entry()).isNotBlank());
    }
  }

  @Test
  void verify_withABitOfEachEntryFlipped_namesThatEntry() throws IOException {
    Files.copy(archive, folder.resolve(SmallArchive.NAME));
    SmallArchive forged = SmallArchive.of(folder);
    List<String> unnamed = new ArrayList<>();
    for (var entry : new TreeMap<>(forged.contents()).entrySet()) {
      String name = entry.getKey();
      byte[] whole = entry.getValue();
      if (name.equals(Manifest.FILE) || whole.length == 0) {
        continue;
      }
      byte[] flipped = whole.clone();
      flipped[flipped.length / 2] ^= 1;
      forged.contents().put(name, flipped);
      ArchiveVerification.Finding expected =
          new ArchiveVerification.Finding(
              name, "was altered: its SHA-256 is not the one in the manifest");
      if (!forged.verifyAsIs().findings().equals(List.of(expected))) {
        unnamed.add(name);
      }
      forged.contents().put(name, whole);
    }
    assertThat(unnamed).isEmpty();
  }

  @Test
  void description_namesTheSpecificationsAndTheDataOfEachRun() throws IOException {
    Files.copy(archive, folder.resolve(SmallArchive.NAME));
    Contents contents = new Contents(SmallArchive.of(folder).contents());
    assertThat(contents.text(RoCrate.FILE))
        .contains(
            "Trial of the experiment tiny at scale embedded with seeds [1, 2, 3]: verdict PASS",
            "\"@id\": \"seed2/spec.yaml\"",
            "\"name\": \"seed2: specification as it was read\"",
            "\"@id\": \"#seed3-data-train-faces\"",
            "\"name\": \"numbers, intervals, gates and verdict over all seeds\"");
  }
}
