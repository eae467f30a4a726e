package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.facerepro.cli.Main;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Kills runs without warning and holds what the next run makes of it against undisturbed work. */
class InterruptionSuite {
  private static final String TINY = "fixtures/experiments/tiny.yaml";
  private static final String RESULT = "tiny/embedded-seed1/result.json";
  private static final String ARCHIVE = "tiny/embedded-seed1/tiny-embedded-seed1.tar.gz";
  private static final long PATIENCE_SECONDS = 180;
  private static final long POLL_MILLIS = 2;
  private static final int LONGEST_DELAY_MILLIS = 100;

  @TempDir static Path shared;
  @TempDir Path folder;

  private record Run(Path folder) {
    Process start() throws IOException {
      SuiteSettings settings = SuiteSettings.fromBuild();
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx1g",
              "-Dfacerepro.home=" + settings.home(),
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName(),
              "run",
              settings.home().resolve(TINY).toString(),
              "--store",
              folder.resolve("store").toString(),
              "--out",
              folder.resolve("out").toString());
      return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
    }

    void complete() throws IOException, InterruptedException {
      Process process = start();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log())).isZero();
    }

    /** Kills a run a moment after it has printed so many lines. */
    void killAfter(long lines, long millis) throws IOException, InterruptedException {
      Process process = start();
      while (lines() < lines && process.isAlive()) {
        Thread.sleep(POLL_MILLIS);
      }
      Thread.sleep(millis);
      assertThat(process.isAlive()).as("the run still lives when it is killed").isTrue();
      process.destroyForcibly().waitFor();
    }

    long lines() throws IOException {
      return Files.readString(log()).lines().count();
    }

    /** Lines printed up to the end of training, well before the end of the run. */
    long linesBeforeEmbedding() throws IOException {
      return Files.readString(log())
          .lines()
          .takeWhile(line -> !line.startsWith("proxy-real-embeddings"))
          .count();
    }

    Path log() {
      return folder.resolve("log.txt");
    }

    Path out(String file) {
      return folder.resolve("out").resolve(file);
    }
  }

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    new Run(shared).complete();
  }

  @RepeatedTest(5)
  void run_killedAtARandomMoment_endsWithTheSameResultAndArchive(RepetitionInfo repetition)
      throws IOException, InterruptedException {
    Run undisturbed = new Run(shared);
    Rng rng = new Seed(repetition.getCurrentRepetition()).child("kill").rng();
    long lines = 1L + rng.nextInt(Math.toIntExact(undisturbed.linesBeforeEmbedding()));
    Run disturbed = new Run(folder);
    disturbed.killAfter(lines, rng.nextInt(LONGEST_DELAY_MILLIS));
    disturbed.complete();
    for (String file : List.of(RESULT, ARCHIVE)) {
      assertThat(disturbed.out(file)).hasSameBinaryContentAs(undisturbed.out(file));
    }
  }
}
