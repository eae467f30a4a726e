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

  /** When to kill, in parts of an undisturbed run: well before its end, so that it still lives. */
  private static final double EARLIEST = 0.15;

  private static final double LATEST = 0.8;

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

    /** Runs to the end and returns how long that took, in milliseconds. */
    long complete() throws IOException, InterruptedException {
      Files.createDirectories(folder);
      long start = System.nanoTime();
      Process process = start();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log())).isZero();
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    void killAfter(long millis) throws IOException, InterruptedException {
      Process process = start();
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      assertThat(ended).as("the run ended before it could be killed").isFalse();
      process.destroyForcibly().waitFor();
    }

    Path log() {
      return folder.resolve("log.txt");
    }

    Path out(String file) {
      return folder.resolve("out").resolve(file);
    }
  }

  /** The shorter of two undisturbed runs: the first one also waits for files to be read. */
  private static long duration;

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    long cold = new Run(shared).complete();
    duration = Math.min(cold, new Run(shared.resolve("again")).complete());
  }

  @RepeatedTest(5)
  void run_killedAtARandomMoment_endsWithTheSameResultAndArchive(RepetitionInfo repetition)
      throws IOException, InterruptedException {
    Rng rng = new Seed(repetition.getCurrentRepetition()).child("kill").rng();
    Run disturbed = new Run(folder);
    disturbed.killAfter((long) (duration * rng.uniform(EARLIEST, LATEST)));
    disturbed.complete();
    for (String file : List.of(RESULT, ARCHIVE)) {
      assertThat(disturbed.out(file)).hasSameBinaryContentAs(new Run(shared).out(file));
    }
  }
}
