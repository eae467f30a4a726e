package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.Json;
import org.facerepro.experiment.Verdict;
import org.facerepro.report.nightly.Alarm;
import org.facerepro.report.nightly.Alarm.Kind;
import org.facerepro.report.nightly.Night;
import org.facerepro.report.nightly.NightRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyCommandTest {
  private static final String TINY =
      Path.of(System.getProperty("facerepro.home", ""), "fixtures/experiments/tiny.yaml")
          .toString();

  private static final String OLD_NIGHT = "20000101T000000Z";

  @TempDir Path folder;
  private final StringWriter output = new StringWriter();

  @Test
  void nightly_withRunsThatEndWithAnError_raisesAnAlarmForEachAndGoesOn() throws IOException {
    Files.writeString(folder.resolve("store"), "no folder");
    assertThat(nightly("1,2")).as(output.toString()).isEqualTo(ExitCode.FAILED);
    Night night = night();
    assertThat(night.alarms())
        .extracting(Alarm::kind, Alarm::seeds, Alarm::about, Alarm::now)
        .containsExactly(
            tuple(Kind.ERROR, List.of(1L), "the run", "error"),
            tuple(Kind.ERROR, List.of(2L), "the run", "error"));
    assertThat(night.alarms())
        .allSatisfy(alarm -> assertThat(alarm.evidence()).contains("cannot write the store"));
    assertThat(night.alarms().get(1).rerun()).endsWith("tiny.yaml --scale embedded --seeds 2");
    assertThat(night.runs())
        .extracting(NightRun::seed, NightRun::verdict, NightRun::archive)
        .containsExactly(tuple(1L, Verdict.FAIL, null), tuple(2L, Verdict.FAIL, null));
    assertThat(night.trials()).isEmpty();
  }

  @Test
  void nightly_afterAnArchiveThatWasAltered_saysSoAndHoldsTheRunAgainstNothing()
      throws IOException {
    Path old = Files.createDirectories(nights().resolve(OLD_NIGHT).resolve("tiny/embedded-seed1"));
    Files.writeString(old.resolve("tiny-embedded-seed1.tar.gz"), "no archive");
    Files.writeString(nights().resolve(OLD_NIGHT).resolve("nightly.json"), "{}");
    assertThat(nightly("1")).as(output.toString()).isEqualTo(ExitCode.ALARM);
    Night night = night();
    assertThat(night.alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(Kind.UNSOUND);
              assertThat(alarm.about()).isEqualTo("the last archive");
              assertThat(alarm.evidence()).contains(old.toString());
            });
    assertThat(night.runs())
        .singleElement()
        .extracting(NightRun::verdict, NightRun::against)
        .containsExactly(Verdict.PASS, null);
  }

  @Test
  void nightly_thatIsToKeepNoNight_saysWhatIsExpectedBeforeAnyWork() {
    PrintWriter out = new PrintWriter(output);
    assertThat(Main.execute(out, out, "nightly", TINY, "--keep", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(output.toString()).contains("--keep: expected a number above 0, got 0");
  }

  private int nightly(String seeds) {
    return Main.execute(
        new PrintWriter(output),
        new PrintWriter(output),
        "nightly",
        TINY,
        "--results",
        folder.resolve("results").toString(),
        "--reuse",
        "--store",
        folder.resolve("store").toString(),
        "--seeds",
        seeds,
        "--data",
        "");
  }

  private Path nights() {
    return folder.resolve("results/nightly");
  }

  private Night night() throws IOException {
    try (Stream<Path> files = Files.list(nights())) {
      Path last = files.filter(Files::isDirectory).max(Path::compareTo).orElseThrow();
      return Json.read(last.resolve("nightly.json"), Night.class);
    }
  }
}
