package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.store.StoreCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs with helpers, also such as are killed, against a run of one process with one thread. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class JobsSuite {
  private static final String OUT = "out";
  private static final String[] ALONE = {"--seeds", "1,2", "--device", "cpu:1"};

  /** Two processes of one thread on any machine. */
  private static final String[] SHARED = {"--seeds", "1,2", "--device", "cpu:1", "--jobs", "2"};

  private static final List<String> ARCHIVES =
      List.of(
          ProcessRun.ARCHIVE,
          "tiny/embedded-seed2/tiny-embedded-seed2.tar.gz",
          "tiny/tiny-embedded-trial.tar.gz");
  private static final long POLL_MILLIS = 5;

  @TempDir static Path alone;
  @TempDir Path folder;

  @BeforeAll
  static void runAlone() throws IOException, InterruptedException {
    ProcessRun run = new ProcessRun(alone);
    run.end(run.start(OUT, ALONE), OUT);
  }

  private static void requireTheResultsOfOne(ProcessRun run) {
    for (String archive : ARCHIVES) {
      assertThat(run.out(archive)).hasSameBinaryContentAs(new ProcessRun(alone).out(archive));
    }
    assertThat(StoreCheck.of(run.store()).damage()).isEmpty();
  }

  private static long done(ProcessRun run, String line) throws IOException {
    return Files.readString(run.log(OUT)).lines().filter(each -> each.matches(line)).count();
  }

  /** Waits for a number of artifacts, so that the helpers are in the midst of their work. */
  private static List<ProcessHandle> helpersAtWork(Process process, ProcessRun run, int artifacts)
      throws IOException, InterruptedException {
    while (process.isAlive() && run.store().artifacts().size() < artifacts) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    List<ProcessHandle> helpers = process.children().toList();
    assertThat(helpers).as(Files.readString(run.log(OUT))).hasSize(2);
    return helpers;
  }

  @Test
  void twoJobs_giveTheResultsOfOne_andMakeNothingTwice() throws IOException, InterruptedException {
    ProcessRun run = new ProcessRun(folder);
    run.end(run.start(OUT, SHARED), OUT);
    requireTheResultsOfOne(run);
    assertThat(done(run, "job [12]: tiny seed [12] .*-faces: (\\d+)/\\1 faces.*done")).isEqualTo(6);
    assertThat(done(run, "job [12]: tiny seed [12] recogniser train: .*done")).isEqualTo(2);
  }

  @Test
  void aHelperThatIsKilled_losesNothing() throws IOException, InterruptedException {
    ProcessRun run = new ProcessRun(folder);
    Process process = run.start(OUT, SHARED);
    helpersAtWork(process, run, 1).get(0).destroyForcibly();
    run.end(process, OUT);
    requireTheResultsOfOne(run);
    assertThat(done(run, "facerepro: job [12] ended early \\(exit code 137\\); .*")).isEqualTo(1);
  }

  @Test
  @Tag("nightly")
  void helpersThatAreAllKilled_leaveTheWorkToTheOneThatWaits()
      throws IOException, InterruptedException {
    ProcessRun run = new ProcessRun(folder);
    Process process = run.start(OUT, SHARED);
    helpersAtWork(process, run, 3).forEach(ProcessHandle::destroyForcibly);
    run.end(process, OUT);
    requireTheResultsOfOne(run);
  }

  @Test
  void helpers_endWithTheOneThatWaits_whereItIsStopped() throws IOException, InterruptedException {
    ProcessRun run = new ProcessRun(folder);
    Process process = run.start(OUT, SHARED);
    List<ProcessHandle> helpers = helpersAtWork(process, run, 2);
    process.destroy();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(helpers).noneMatch(ProcessHandle::isAlive);
    assertThat(Files.readString(run.log(OUT))).contains("the same command goes on");
    assertThat(StoreCheck.of(run.store()).damage()).isEmpty();
  }

  @Test
  @Tag("nightly")
  void helpers_endAfterTheOneThatWaits_whereItIsKilled_andTheNextRunGoesOn() throws Exception {
    ProcessRun run = new ProcessRun(folder);
    Process process = run.start(OUT, SHARED);
    List<ProcessHandle> helpers = helpersAtWork(process, run, 2);
    process.destroyForcibly();
    for (ProcessHandle helper : helpers) {
      helper.onExit().get(2, TimeUnit.MINUTES);
    }
    assertThat(StoreCheck.of(run.store()).damage()).isEmpty();
    run.end(run.start(OUT, ALONE), OUT);
    requireTheResultsOfOne(run);
  }

  @Test
  @Tag("nightly")
  void aSuiteWithTwoJobs_givesTheResultOfOne() throws IOException {
    SuiteSettings build = SuiteSettings.fromBuild();
    ProcessRun run = new ProcessRun(folder);
    SuiteSettings settings =
        new SuiteSettings(
            build.home(), run.store().root(), folder.resolve(OUT), null, true, false, 2);
    new ExperimentCheck(settings)
        .check(
            new ExperimentCase(
                build.home().resolve("fixtures/experiments/tiny.yaml"),
                Scale.EMBEDDED,
                List.of(1L),
                false,
                "",
                "cpu:1"));
    assertThat(run.out(ProcessRun.ARCHIVE))
        .hasSameBinaryContentAs(new ProcessRun(alone).out(ProcessRun.ARCHIVE));
  }
}
