package org.facerepro.report.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.SmallTrial;
import org.facerepro.archive.StoredTrial;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightWorkTest {
  private static final Instant THREE = Instant.parse("2026-03-01T03:00:00Z");

  private static final String ARCHIVE = "small/embedded-seed1/small-embedded-seed1.tar.gz";

  @TempDir Path root;
  private Nights nights;

  @BeforeEach
  void nights() {
    nights = new Nights(root.resolve("nightly"));
  }

  @Test
  void night_whenComplete_liesUnderItsBeginningWithAlarmsAndWithoutStore() throws IOException {
    Path folder = night(THREE);
    assertThat(folder).isEqualTo(nights.root().resolve("20260301T030000Z"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder("alarms.json", "nightly.json", "small");
    }
    assertThat(Json.read(folder.resolve("alarms.json"), Night.Alarms.class).night())
        .isEqualTo("20260301T030000Z");
  }

  @Test
  void night_thatWasKilled_isNoEarlierRunAndLeavesItsStore() throws IOException {
    Path left;
    try (NightWork killed = NightWork.begin(nights, THREE)) {
      publish(killed);
      Files.createDirectories(killed.store().resolve("artifact"));
      left = killed.folder();
    }
    try (NightWork next = NightWork.begin(nights, THREE.plusSeconds(9))) {
      assertThat(left).doesNotExist();
      assertThat(next.store().resolve("artifact")).isDirectory();
      assertThat(nights.last("small", "embedded", 1)).isEmpty();
    }
  }

  @Test
  void night_thatWasKilledBeforeItsStoreWasDeleted_leavesItToNobody() throws IOException {
    Path rest = Files.createDirectories(night(THREE).resolve(".store/artifact"));
    try (NightWork next = NightWork.begin(nights, THREE.plusSeconds(9))) {
      assertThat(next.store()).doesNotExist();
      assertThat(rest).doesNotExist();
    }
  }

  @Test
  void secondNight_whileTheFirstWorks_isRefused() {
    try (NightWork first = NightWork.begin(nights, THREE)) {
      assertThat(first.id()).isEqualTo("20260301T030000Z");
      assertThatThrownBy(() -> NightWork.begin(nights, THREE))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("another nightly run is at work in " + nights.root())
          .hasMessageContaining("--results");
    }
  }

  @Test
  void secondNight_ofTheSameSecond_getsANameBehindTheFirst() throws IOException {
    night(THREE);
    assertThat(night(THREE)).isEqualTo(nights.root().resolve("20260301T030000Z-002"));
    assertThat(nights.all())
        .extracting(folder -> String.valueOf(folder.getFileName()))
        .containsExactly("20260301T030000Z-002", "20260301T030000Z");
  }

  @Test
  void lastRun_ofAnotherExperimentScaleOrSeed_isNone() throws IOException {
    night(THREE);
    assertThat(nights.last("small", "embedded", 2)).isEmpty();
    assertThat(nights.last("small", "sample", 1)).isEmpty();
    assertThat(nights.last("large", "embedded", 1)).isEmpty();
  }

  @Test
  void lastRun_whoseArchiveWasAltered_isNotPassedOver() throws IOException {
    night(THREE);
    Path altered = night(THREE.plusSeconds(1)).resolve(ARCHIVE);
    Files.writeString(altered, "no archive");
    assertThatThrownBy(() -> nights.last("small", "embedded", 1))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(altered.toString());
  }

  @Test
  void lastTrial_isTheNewestOneOfTheSameSeeds() throws IOException {
    Path older = night(THREE);
    SmallTrial.in(root.resolve("a"), 1, 2).pack(trial(older));
    SmallTrial.in(root.resolve("b"), 1).pack(trial(night(THREE.plusSeconds(1))));
    try (StoredTrial last = nights.lastTrial("tiny", "embedded", List.of(1L, 2L)).orElseThrow()) {
      assertThat(last.file()).isEqualTo(trial(older));
    }
    assertThat(nights.lastTrial("tiny", "sample", List.of(1L, 2L))).isEmpty();
    assertThat(nights.lastTrial("tiny", "embedded", List.of(2L))).isEmpty();
  }

  @Test
  void keep_deletesNightsThatAreNotAmongTheNewest() throws IOException {
    Path oldest = measuredNight(THREE, "small");
    Path last = measuredNight(THREE.plusSeconds(1), "small");
    Path newest = measuredNight(THREE.plusSeconds(2), "small");
    Path notes = Files.createDirectories(nights.root().resolve("notes"));
    keep(2);
    assertThat(nights.all()).contains(newest, last);
    assertThat(oldest).doesNotExist();
    assertThat(notes).isDirectory();
  }

  @Test
  void keep_leavesTheLastArchiveOfAnExperimentThatNewerNightsDidNotRun() throws IOException {
    Path other = measuredNight(THREE, "large");
    Path passed = measuredNight(THREE.plusSeconds(1), "small");
    Path last = measuredNight(THREE.plusSeconds(2), "small");
    keep(1);
    assertThat(nights.all()).contains(other, last).doesNotContain(passed);
  }

  @Test
  void keep_leavesTheLastTrialOfSeedsThatNewerNightsDidNotRun() throws IOException {
    Path other = night(THREE);
    Path passed = night(THREE.plusSeconds(1));
    Path last = night(THREE.plusSeconds(2));
    for (Path night : List.of(other, passed, last)) {
      Files.delete(night.resolve(ARCHIVE));
    }
    SmallTrial.in(root.resolve("a"), 1, 2).pack(trial(other));
    SmallTrial.in(root.resolve("b"), 1).pack(trial(passed));
    SmallTrial.in(root.resolve("c"), 1).pack(trial(last));
    keep(1);
    assertThat(nights.all()).contains(other, last).doesNotContain(passed);
  }

  /** Deletes old nights at the end of one that ran nothing. */
  private void keep(int newest) {
    try (NightWork work = NightWork.begin(nights, THREE.plusSeconds(9))) {
      complete(work);
      work.keep(newest);
    }
  }

  private Path measuredNight(Instant begin, String experiment) throws IOException {
    Path night = night(begin);
    Files.delete(night.resolve(ARCHIVE));
    Path folder = Files.createDirectories(night.resolve(experiment + "/embedded-seed1"));
    Path archive = folder.resolve(experiment + "-embedded-seed1.tar.gz");
    SmallRun.of(root.resolve(experiment + begin.getEpochSecond()), "tiny", 1).pack(archive);
    return night;
  }

  private static Path trial(Path night) throws IOException {
    return Files.createDirectories(night.resolve("tiny")).resolve("tiny-embedded-trial.tar.gz");
  }

  private Path night(Instant begin) throws IOException {
    try (NightWork work = NightWork.begin(nights, begin)) {
      Files.createDirectories(work.store().resolve("artifact"));
      publish(work);
      return complete(work);
    }
  }

  private static Path complete(NightWork work) {
    work.complete(
        new Night(
            Night.SCHEMA,
            work.id(),
            "tag",
            "embedded",
            "r",
            Verdict.PASS,
            List.of(),
            List.of(),
            List.of()));
    return work.folder();
  }

  private static void publish(NightWork work) throws IOException {
    Path archive = work.folder().resolve(ARCHIVE);
    Files.createDirectories(work.folder().resolve("small/embedded-seed1"));
    Files.writeString(archive, "archive");
  }
}
