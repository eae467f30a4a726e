package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.SmallTrial;
import org.facerepro.archive.submission.SubmissionCheck;
import org.facerepro.experiment.Verdict;
import org.facerepro.report.nightly.Night;
import org.facerepro.report.nightly.NightRun;
import org.facerepro.report.nightly.NightTrial;
import org.facerepro.report.nightly.Nights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a night gets into the folder of results: a trial in place of its seeds, what passed. */
class NightlySubmissionTest {
  private static final String RUN = "night/seed1.tar.gz";
  private static final String TRIAL = "night/trial.tar.gz";
  private static final String SUBMITTED_RUN = "tiny/embedded-seed1/tiny-embedded-seed1.tar.gz";
  private static final String SUBMITTED_TRIAL = "tiny/embedded-trial/tiny-embedded-trial.tar.gz";

  @TempDir static Path shared;
  @TempDir Path results;
  private Nights nights = new Nights(Path.of(""));

  @BeforeAll
  static void pack() throws IOException {
    Path made = Files.createDirectories(shared.resolve("made"));
    SmallTrial.in(made).withAll(SmallRun::withLeakageReport).pack(shared.resolve("trial.tar.gz"));
    Files.copy(made.resolve("run1/run.tar.gz"), shared.resolve("seed1.tar.gz"));
  }

  @BeforeEach
  void layDown() throws IOException {
    nights = new Nights(results.resolve("nightly"));
    Path night = Files.createDirectories(nights.root().resolve("night"));
    for (String archive : List.of("trial.tar.gz", "seed1.tar.gz")) {
      Files.copy(shared.resolve(archive), night.resolve(archive));
    }
  }

  @Test
  void submit_ofSeveralSeeds_submitsTheTrialInTheirPlace() throws IOException {
    String text = submit(night(runs(3), trial(Verdict.PASS)));

    assertThat(text).isEqualTo("submitted: %s%n".formatted(results.resolve(SUBMITTED_TRIAL)));
    assertThat(submitted()).containsExactly(SUBMITTED_TRIAL);
    assertThat(results.resolve(SUBMITTED_TRIAL))
        .hasSameBinaryContentAs(shared.resolve("trial.tar.gz"));
    NightlySubmission.index(results);
    assertThat(SubmissionCheck.check(results, null).faults()).isEmpty();
  }

  @Test
  void submit_ofOneSeed_submitsItsRun() throws IOException {
    NightTrial trial = new NightTrial("tiny", "embedded", List.of(1L), Verdict.PASS, null, null);

    String text = submit(night(runs(1), trial));

    assertThat(text).isEqualTo("submitted: %s%n".formatted(results.resolve(SUBMITTED_RUN)));
    assertThat(submitted()).containsExactly(SUBMITTED_RUN);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAIL", "DRIFT", "NOT_RUN"})
  void submit_ofARunThatDidNotPass_leavesItOutAndSaysSo(Verdict verdict) throws IOException {
    NightRun run = new NightRun("tiny", "embedded", 1, verdict, RUN, null, null);

    assertThat(submit(night(List.of(run))))
        .isEqualTo("not submitted: tiny, seed 1: %s%n".formatted(verdict));
    assertThat(submitted()).isEmpty();
  }

  @Test
  void submit_ofATrialThatFailed_choosesNoneOfItsSeeds() throws IOException {
    assertThat(submit(night(runs(3), trial(Verdict.FAIL))))
        .isEqualTo("not submitted: tiny, trial of seeds [1, 2, 3]: FAIL%n".formatted());
    assertThat(submitted()).isEmpty();
  }

  @Test
  void submit_ofARunThatEndedWithAnError_leavesItOutAndGoesOn() throws IOException {
    NightRun error = new NightRun("other", "embedded", 1, Verdict.FAIL, null, null, "disk full");

    assertThat(submit(night(List.of(error, runs(1).get(0)))))
        .startsWith("not submitted: other, seed 1: FAIL%nsubmitted: ".formatted());
    assertThat(submitted()).containsExactly(SUBMITTED_RUN);
  }

  @Test
  void submit_ofAnArchiveThatCannotBeSubmitted_saysWhatIsWrongWithIt() throws IOException {
    Files.writeString(nights.root().resolve(RUN), "no archive");

    assertThat(submit(night(runs(1)))).startsWith("not submitted: ").contains("seed1.tar.gz");
    assertThat(submitted()).isEmpty();
  }

  private String submit(Night night) {
    return NightlySubmission.submit(results, nights, night);
  }

  private static List<NightRun> runs(int seeds) {
    return LongStream.rangeClosed(1, seeds)
        .mapToObj(seed -> new NightRun("tiny", "embedded", seed, Verdict.PASS, RUN, null, null))
        .toList();
  }

  private static NightTrial trial(Verdict verdict) {
    return new NightTrial("tiny", "embedded", List.of(1L, 2L, 3L), verdict, TRIAL, null);
  }

  private static Night night(List<NightRun> runs, NightTrial... trials) {
    return new Night(
        Night.SCHEMA,
        "20260102T030405Z",
        "fixture",
        "embedded",
        "0123abcd",
        Verdict.PASS,
        runs,
        List.of(trials),
        List.of());
  }

  /** Returns the archives at the places of submissions. */
  private List<String> submitted() throws IOException {
    try (Stream<Path> files = Files.walk(results)) {
      return files
          .filter(file -> file.toString().endsWith(".tar.gz"))
          .map(file -> results.relativize(file).toString())
          .filter(file -> !file.startsWith("nightly"))
          .sorted()
          .toList();
    }
  }
}
