package org.facerepro.report.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightWorkTest {
  private static final Instant THREE = Instant.parse("2026-03-01T03:00:00Z");

  @TempDir Path root;
  private Nights nights;

  @BeforeEach
  void nights() {
    nights = new Nights(root.resolve("nightly"));
  }

  @Test
  void night_whenComplete_liesUnderItsBeginningWithAlarmsAndWithoutStore() throws IOException {
    Path folder = night(THREE, 0.9);
    assertThat(folder).isEqualTo(nights.root().resolve("20260301T030000Z"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("alarms.json", "nightly.json", "small");
    }
    assertThat(Json.read(folder.resolve("alarms.json"), Night.Alarms.class).night())
        .isEqualTo("20260301T030000Z");
  }

  @Test
  void night_thatWasKilled_isNoEarlierRunAndLeavesItsStore() throws IOException {
    Path left;
    try (NightWork killed = NightWork.begin(nights, THREE)) {
      publish(killed, SmallRun.with(1, 0.9).result());
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
    Path rest = Files.createDirectories(night(THREE, 0.9).resolve(".store/artifact"));
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
    night(THREE, 0.7);
    assertThat(night(THREE, 0.8)).isEqualTo(nights.root().resolve("20260301T030000Z-002"));
    assertThat(nights.last("small", "embedded", 1).orElseThrow().result())
        .isEqualTo(SmallRun.with(1, 0.8).result());
  }

  @Test
  void lastRun_isTheNewestThatMeasuredSomething() throws IOException {
    night(THREE, 0.7);
    night(THREE.plusSeconds(1), 0.8);
    try (NightWork work = NightWork.begin(nights, THREE.plusSeconds(2))) {
      publish(work, new SmallRun(1, Verdict.NOT_RUN, "key", null, null).result());
      complete(work);
    }
    Nights.Earlier last = nights.last("small", "embedded", 1).orElseThrow();
    assertThat(last.result()).isEqualTo(SmallRun.with(1, 0.8).result());
    assertThat(nights.relative(last.archive()))
        .isEqualTo("20260301T030001Z/small/embedded-seed1/small-embedded-seed1.tar.gz");
    assertThat(nights.last("small", "embedded", 2)).isEmpty();
    assertThat(nights.last("small", "sample", 1)).isEmpty();
  }

  private Path night(Instant begin, double auc) throws IOException {
    try (NightWork work = NightWork.begin(nights, begin)) {
      Files.createDirectories(work.store().resolve("artifact"));
      publish(work, SmallRun.with(1, auc).result());
      return complete(work);
    }
  }

  private static Path complete(NightWork work) {
    work.complete(
        new Night(
            Night.SCHEMA, work.id(), "tag", "embedded", "r", Verdict.PASS, List.of(), List.of()));
    return work.folder();
  }

  private static void publish(NightWork work, RunResult result) throws IOException {
    Path folder = Files.createDirectories(work.folder().resolve("small/embedded-seed1"));
    Files.write(folder.resolve("result.json"), Json.pretty(result));
  }
}
