package org.facerepro.archive.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.compare.NumberChange.Basis;
import org.facerepro.archive.compare.NumberChange.Significance;
import org.facerepro.archive.compare.StageChange.Outcome;
import org.facerepro.core.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {
  private static final Path TINY =
      Path.of(System.getProperty("facerepro.home", ""), "fixtures/experiments/tiny.yaml");

  @TempDir Path folder;

  @Test
  void compare_ofTheSameRun_findsNothing() throws IOException {
    RunComparison comparison = compare(pack("a", run -> run), pack("b", run -> run));
    assertThat(comparison.specification()).isEmpty();
    assertThat(comparison.environment()).isEmpty();
    assertThat(comparison.data()).isEmpty();
    assertThat(comparison.stages()).allMatch(stage -> stage.outcome() == Outcome.EQUAL);
    assertThat(comparison.numbers())
        .isNotEmpty()
        .noneMatch(number -> number.significance() == Significance.DIFFERENT);
  }

  @Test
  void compare_ofAnotherProcessor_namesTheMember() throws IOException {
    RunComparison comparison = compare(pack("a", run -> run), pack("b", run -> run.on("other")));
    assertThat(comparison.environment())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.path()).isEqualTo("cpu");
              assertThat(change.second()).hasToString("\"other\"");
            });
  }

  @Test
  void compare_ofAnotherSpecification_namesThePath() throws IOException {
    Path spec = folder.resolve("tiny.yaml");
    String text = Files.readString(TINY);
    Files.writeString(spec, text.replace("epochs: 3", "epochs: 4"));
    Path second = folder.resolve("b.tar.gz");
    SmallRun.ofFile(folder.resolve("b"), spec, 1).pack(second);
    assertThat(compare(pack("a", run -> run), second).specification())
        .singleElement()
        .hasToString("Change[path=stages/recogniser/recipe/epochs, first=3, second=4]");
  }

  @Test
  void compare_ofOtherFaces_namesEachSetThatDiffers() throws IOException {
    RunComparison comparison = compare(pack("a", run -> run), pack("b", SmallRun::withItsOwnFaces));
    assertThat(comparison.data())
        .extracting(Change::path)
        .contains("train-faces/sha256", "dev-faces/sha256", "proxy-faces/sha256")
        .allMatch(path -> path.contains("-faces/"));
    assertThat(comparison.specification()).isEmpty();
    assertThat(comparison.notCompared()).isEmpty();
  }

  @Test
  void compare_ofMuchBetterScoresOfTheSameComparisons_isSignificantAndPaired() throws IOException {
    RunComparison comparison = compare(pack("a", run -> run), pack("b", run -> run.better(0.6)));
    NumberChange auc = number(comparison, "auc");
    assertThat(auc.difference()).isPositive();
    assertThat(auc.basis()).isEqualTo(Basis.PAIRED_BOOTSTRAP);
    assertThat(auc.significance()).isEqualTo(Significance.DIFFERENT);
    assertThat(Objects.requireNonNull(auc.interval()).low())
        .isPositive()
        .isLessThan(auc.difference());
    assertThat(number(comparison, "accuracy").significance()).isEqualTo(Significance.DIFFERENT);
    NumberChange eer = number(comparison, "eer");
    assertThat(eer.basis()).isEqualTo(Basis.PAIRED_BOOTSTRAP);
    assertThat(eer.significance()).isEqualTo(Significance.DIFFERENT);
    assertThat(Objects.requireNonNull(eer.interval()).high()).isNegative();
  }

  @Test
  void compare_theOtherWayRound_turnsTheSign() throws IOException {
    Path a = pack("a", run -> run);
    Path b = pack("b", run -> run.better(0.3));
    Double there = number(compare(a, b), "auc").difference();
    Double back = Objects.requireNonNull(number(compare(b, a), "auc").difference());
    assertThat(there).isNotNull().isEqualTo(-back);
  }

  @Test
  void compare_ofAlmostTheSameScores_isNotShown() throws IOException {
    RunComparison comparison = compare(pack("a", run -> run), pack("b", run -> run.better(0.01)));
    assertThat(number(comparison, "auc").significance()).isEqualTo(Significance.NOT_SHOWN);
  }

  @Test
  void compare_ofOtherBytesFromTheSameWork_namesTheStage() throws IOException {
    RunComparison comparison = compare(pack("a", run -> run), pack("b", run -> run.better(0.1)));
    assertThat(comparison.stages())
        .filteredOn(stage -> stage.outcome() == Outcome.OTHER_BYTES)
        .singleElement()
        .satisfies(stage -> assertThat(stage.stage()).isEqualTo("proxy-real"));
  }

  @Test
  void compare_withABareResult_saysWhatItCannotCompare() throws IOException {
    Path archive = pack("a", run -> run);
    Path better = pack("b", run -> run.better(0.6));
    Path result = folder.resolve("result.json");
    try (StoredRun run = StoredRun.open(better)) {
      Files.write(result, Json.pretty(run.result()));
    }
    RunComparison comparison = compare(archive, result);
    assertThat(comparison.notCompared()).containsExactly("specification", "environment", "data");
    assertThat(number(comparison, "auc").basis()).isEqualTo(Basis.INTERVALS);
    assertThat(number(comparison, "auc").significance()).isEqualTo(Significance.DIFFERENT);
  }

  @Test
  void compare_ofFolders_takesTheArchiveInEach() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one"));
    Files.copy(pack("a", run -> run), one.resolve("x.tar.gz"));
    RunComparison comparison = compare(one, one);
    assertThat(comparison.first().file()).endsWith("x.tar.gz");
  }

  private Path pack(String name, UnaryOperator<SmallRun> change) throws IOException {
    Path file = folder.resolve(name + ".tar.gz");
    change.apply(SmallRun.of(folder.resolve(name), "tiny", 1)).pack(file);
    return file;
  }

  private static RunComparison compare(Path first, Path second) {
    try (StoredRun one = StoredRun.open(first);
        StoredRun two = StoredRun.open(second)) {
      return RunComparison.of(one, two);
    }
  }

  private static NumberChange number(RunComparison comparison, String metric) {
    return comparison.numbers().stream()
        .filter(number -> number.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
