package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Progress;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SharedWorkTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final SharedWork.OnFailure NO_FAILURE =
      (run, failure) -> {
        throw failure;
      };

  @TempDir Path folder;

  private static List<SharedWork.Run> runs(ExperimentSpec spec, long seeds) {
    return LongStream.rangeClosed(1, seeds)
        .mapToObj(seed -> new SharedWork.Run(spec, Scale.EMBEDDED, seed))
        .toList();
  }

  private static String tiny() throws IOException {
    return Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"));
  }

  private static ExperimentSpec spec(String text) {
    return ExperimentSpec.parse(text, "tiny.yaml", Scale.EMBEDDED);
  }

  /** Two sets of faces; what is to be trained on one of them lacks what it is watched on. */
  private static ExperimentSpec sets() throws IOException {
    return spec(
        tiny()
            .replace("realData: none", "realData: some")
            .replaceFirst(
                "  dev-faces: .*",
                "  dev-faces: {kind: collect, pictures: [nowhere], aligned: true,"
                    + " licence: none, obtain: nowhere}"));
  }

  private Workspace workspace() {
    ArtifactStore store = new ArtifactStore(folder.resolve("store"));
    return new Workspace(HOME, store, null, Compute.of("cpu"), Progress.SILENT);
  }

  private SharedWork work() {
    return new SharedWork(workspace(), MadeSets.Check.NONE);
  }

  private List<ArtifactName> artifacts(SharedWork.Run run) {
    return Planner.of(run.spec(), run.seed(), workspace()).artifacts();
  }

  private boolean allThere(SharedWork.Run run) {
    return artifacts(run).stream().allMatch(a -> workspace().store().has(a.kind(), a.key()));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 12345",
    "2, 2, 34512",
    "1, 3, 12345",
    "2, 3, 23451",
    "3, 3, 45123",
    "1, 9, 12345",
    "2, 9, 12345",
    "9, 9, 51234"
  })
  void inTurn_letsHelpersBeginAtEqualDistances(int number, int helpers, String order)
      throws IOException {
    String seeds =
        SharedWork.inTurn(runs(sets(), 5), number, helpers).stream()
            .map(run -> String.valueOf(run.seed()))
            .reduce("", String::concat);
    assertThat(seeds).isEqualTo(order);
  }

  @Test
  void inTurn_ofOneBeyondTheLast_isRefused() throws IOException {
    List<SharedWork.Run> runs = runs(sets(), 2);
    assertThatThrownBy(() -> SharedWork.inTurn(runs, 3, 2))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void make_makesTheArtifactsOfEveryRun() throws IOException {
    List<SharedWork.Run> runs = runs(sets(), 2);
    work().make(runs, NO_FAILURE);
    assertThat(runs).allMatch(this::allThere);
  }

  @Test
  void make_whereAnotherMakesAStage_doesTheOtherRunsMeanwhileAndComesBack() throws Exception {
    List<SharedWork.Run> runs = runs(sets(), 2);
    ArtifactName held = artifacts(runs.get(0)).get(0);
    CompletableFuture<Void> work;
    try (ArtifactStore.Claim claim = workspace().store().claim(held.kind(), held.key())) {
      work = CompletableFuture.runAsync(() -> work().make(runs, NO_FAILURE));
      while (!allThere(runs.get(1)) && !work.isDone()) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(allThere(runs.get(1))).isTrue();
      assertThat(work).isNotDone();
      assertThat(workspace().store().has(held.kind(), held.key())).isFalse();
      assertThat(claim.held()).isTrue();
    }
    work.get();
    assertThat(runs).allMatch(this::allThere);
  }

  @Test
  void make_afterARunThatFailed_goesOnWithTheOthers() throws IOException {
    SharedWork.Run leaking = new SharedWork.Run(spec(tiny()), Scale.EMBEDDED, 1);
    SharedWork.Run sound = runs(sets(), 2).get(1);
    List<String> failed = new ArrayList<>();
    new SharedWork(workspace(), sets -> refuse())
        .make(
            List.of(leaking, sound),
            (run, failure) -> failed.add(run + ": " + failure.getMessage()));
    assertThat(failed).containsExactly("tiny seed 1: leak");
    assertThat(allThere(sound)).isTrue();
  }

  private static void refuse() {
    throw new CorruptDataException("leak");
  }

  @Test
  void make_whereAFailureIsThrownOn_ends() throws IOException {
    List<SharedWork.Run> runs = runs(spec(tiny()), 2);
    assertThatThrownBy(() -> new SharedWork(workspace(), sets -> refuse()).make(runs, NO_FAILURE))
        .isInstanceOf(CorruptDataException.class);
    assertThat(artifacts(runs.get(1))).noneMatch(a -> workspace().store().has(a.kind(), a.key()));
  }
}
