package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.ArtifactName;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.store.StoreCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs without warning, at random times and while they write, and holds what is left and what
 * the next run makes of it against undisturbed work.
 */
class InterruptionSuite {
  private static final int KILLS_IN_A_BUILD = 12;
  private static final int KILLS_AT_NIGHT = 200;
  private static final long POLL_MILLIS = 1;

  @TempDir static Path shared;
  @TempDir Path folder;
  private static long undisturbedMillis;
  private static int undisturbedNames;

  /** How a series of kills went. */
  private record Tally(int kills, int completions, int kept) {}

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    ProcessRun run = new ProcessRun(shared);
    ProcessRun.Watch watch = run.new Watch();
    undisturbedMillis = run.complete();
    undisturbedNames = watch.names();
  }

  @Test
  void runs_killedAtRandomMoments_loseNothingAndEndWithTheSameResult()
      throws IOException, InterruptedException {
    withstand(KILLS_IN_A_BUILD, new Seed(1).child("kill").rng());
  }

  @Test
  @Tag("nightly")
  void runs_killedTwoHundredTimes_loseNothingAndEndWithTheSameResult()
      throws IOException, InterruptedException {
    withstand(KILLS_AT_NIGHT, new Seed(2).child("kill").rng());
  }

  @Test
  void twoRunsOnOneStore_eachEndWithTheSameResult_andMakeNothingTwice()
      throws IOException, InterruptedException {
    ProcessRun run = new ProcessRun(folder);
    Process second = run.start("second");
    Process first = run.start();
    run.end(first, "out");
    run.end(second, "second");
    requireSameOutput(run, "out");
    requireSameOutput(run, "second");
    assertThat(facesMade(run, "out") + facesMade(run, "second")).isEqualTo(3);
  }

  private static long facesMade(ProcessRun run, String out) throws IOException {
    return Files.readString(run.log(out))
        .lines()
        .filter(line -> line.matches(".*-faces: (\\d+)/\\1 faces.*done"))
        .count();
  }

  private void withstand(int kills, Rng rng) throws IOException, InterruptedException {
    Map<ArtifactName, String> expected = payloads(new ProcessRun(shared).store());
    Tally tally = new Tally(0, 0, 0);
    for (int series = 0; tally.kills() < kills; series++) {
      ProcessRun run = new ProcessRun(Files.createDirectory(folder.resolve("series-" + series)));
      Set<ArtifactName> before = new TreeSet<>();
      while (tally.kills() < kills && killed(run, rng)) {
        Map<ArtifactName, String> now = payloads(run.store());
        assertThat(StoreCheck.of(run.store()).damage()).isEmpty();
        assertThat(now.keySet()).as("nothing that was complete is lost").containsAll(before);
        assertThat(expected).as("nothing is taken for what it is not").containsAllEntriesOf(now);
        before.addAll(now.keySet());
        tally = new Tally(tally.kills() + 1, tally.completions(), tally.kept() + now.size());
      }
      run.complete();
      requireSameOutput(run, "out");
      assertThat(payloads(run.store())).isEqualTo(expected);
      tally = new Tally(tally.kills(), tally.completions() + 1, tally.kept());
    }
    System.err.printf(
        "%d kills, %d runs to the end, %d complete artifacts looked at after kills%n",
        tally.kills(), tally.completions(), tally.kept());
  }

  /** Kills a run at a random time, or when it writes its n-th file; false if it was done before. */
  private static boolean killed(ProcessRun run, Rng rng) throws IOException, InterruptedException {
    boolean byTime = rng.nextInt(2) == 0;
    long millis = rng.nextInt(Math.toIntExact(undisturbedMillis));
    ProcessRun.Watch watch = run.new Watch();
    int names = watch.names() + 1 + rng.nextInt(undisturbedNames / 2);
    Process process = run.start();
    if (byTime) {
      process.waitFor(millis, TimeUnit.MILLISECONDS);
    } else {
      while (process.isAlive() && watch.names() < names) {
        Thread.sleep(POLL_MILLIS);
      }
    }
    boolean alive = process.isAlive();
    process.destroyForcibly().waitFor();
    return alive;
  }

  private static Map<ArtifactName, String> payloads(ArtifactStore store) throws IOException {
    Map<ArtifactName, String> payloads = new TreeMap<>();
    for (ArtifactName name : store.artifacts()) {
      Optional<Artifact> artifact = store.read(name);
      artifact.ifPresent(a -> payloads.put(name, a.payloadDigest()));
    }
    return payloads;
  }

  private static void requireSameOutput(ProcessRun run, String out) {
    for (String file : List.of(ProcessRun.RESULT, ProcessRun.ARCHIVE)) {
      assertThat(run.folder().resolve(out).resolve(file))
          .hasSameBinaryContentAs(new ProcessRun(shared).out(file));
    }
  }
}
