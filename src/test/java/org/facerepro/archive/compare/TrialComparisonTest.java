package org.facerepro.archive.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.SmallTrial;
import org.facerepro.archive.StoredTrial;
import org.facerepro.archive.compare.NumberChange.Basis;
import org.facerepro.archive.compare.NumberChange.Significance;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.Interval;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialComparisonTest {
  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path trial = Path.of("");

  @BeforeAll
  static void pack() throws IOException {
    trial = shared.resolve("a.tar.gz");
    SmallTrial.in(shared).pack(trial);
  }

  @Test
  void compare_ofATrialWithItself_findsNothing() {
    TrialComparison comparison = compare(trial, trial);
    assertThat(comparison.specification()).isEmpty();
    assertThat(comparison.environment()).isEmpty();
    assertThat(comparison.data()).isEmpty();
    assertThat(comparison.runs()).extracting(TrialComparison.SeedStages::seed).contains(1L, 3L);
    assertThat(comparison.numbers())
        .isNotEmpty()
        .allMatch(number -> number.significance() == Significance.EQUAL);
  }

  @Test
  void compare_ofTheSameSeedsOnTheSameComparisons_isPairedOverSeedsAndSubjects()
      throws IOException {
    Path better = pack(SmallTrial.in(folder).withAll(run -> run.better(0.4)));
    NumberChange auc = auc(compare(trial, better));
    assertThat(auc.basis()).isEqualTo(Basis.PAIRED_SEEDS_AND_SUBJECTS);
    assertThat(auc.significance()).isEqualTo(Significance.DIFFERENT);
    Interval interval = Objects.requireNonNull(auc.interval());
    assertThat(interval.method()).isEqualTo(Interval.Method.SEEDS_SUBJECTS);
    assertThat(auc.difference()).isStrictlyBetween(interval.low(), interval.high());
  }

  @Test
  void compare_ofSeedsWithFacesOfTheirOwn_isPairedOverSeeds() throws IOException {
    Path one = pack(SmallTrial.in(folder.resolve("1")).withAll(SmallRun::withItsOwnFaces));
    Path two =
        pack(SmallTrial.in(folder.resolve("2")).withAll(run -> run.withItsOwnFaces().better(0.4)));
    NumberChange auc = auc(compare(one, two));
    assertThat(auc.basis()).isEqualTo(Basis.PAIRED_SEEDS);
    assertThat(auc.significance()).isEqualTo(Significance.DIFFERENT);
  }

  @Test
  void compare_ofFacesThatOnlyOneTrialHas_isNotPaired() throws IOException {
    Path own = pack(SmallTrial.in(folder).withAll(SmallRun::withItsOwnFaces));
    TrialComparison comparison = compare(trial, own);
    assertThat(comparison.data())
        .extracting(Change::path)
        .contains("seed1/train-faces/sha256", "seed3/proxy-faces/sha256");
    assertThat(auc(comparison).basis()).isEqualTo(Basis.VALUES);
    assertThat(auc(comparison).significance()).isEqualTo(Significance.EQUAL);
  }

  @Test
  void compare_ofOtherSeeds_isByWelchsTest() throws IOException {
    Path others = pack(SmallTrial.in(folder, 4, 5).withAll(run -> run.better(0.5)));
    TrialComparison comparison = compare(trial, others);
    assertThat(comparison.runs()).isEmpty();
    NumberChange auc = auc(comparison);
    assertThat(auc.basis()).isEqualTo(Basis.SEEDS);
    assertThat(auc.significance()).isEqualTo(Significance.DIFFERENT);
    assertThat(Objects.requireNonNull(auc.interval()).method())
        .isEqualTo(Interval.Method.WELCH_SEEDS);
  }

  @Test
  void compare_ofSeedsThatDifferByNoise_isNotShown() throws IOException {
    Path others = pack(SmallTrial.in(folder, 4, 5, 6));
    assertThat(auc(compare(trial, others)).significance()).isEqualTo(Significance.NOT_SHOWN);
  }

  @Test
  void compare_ofOneSeedEach_isPairedOverSubjects() throws IOException {
    Path one = pack(SmallTrial.in(folder.resolve("1"), 7));
    Path two = pack(SmallTrial.in(folder.resolve("2"), 7).withAll(run -> run.better(0.5)));
    assertThat(auc(compare(one, two)).basis()).isEqualTo(Basis.PAIRED_BOOTSTRAP);
    Path three = pack(SmallTrial.in(folder.resolve("3"), 8).withAll(run -> run.better(0.5)));
    assertThat(auc(compare(one, three)).basis()).isEqualTo(Basis.VALUES);
    assertThat(auc(compare(one, three)).significance()).isEqualTo(Significance.NOT_TOLD);
  }

  @Test
  void compare_ofAnotherSpecificationAndVerdict_namesThem() throws IOException {
    Path other = folder.resolve("b.tar.gz");
    SmallTrial changed = SmallTrial.in(folder).withAll(run -> run.better(-0.3));
    for (long seed = 1; seed <= 3; seed++) {
      changed.withSpecification(seed, text -> text.replace("epochs: 3", "epochs: 4"));
    }
    changed.pack(other);
    TrialComparison comparison = compare(trial, other);
    assertThat(comparison.specification())
        .extracting(Change::path)
        .containsExactly("stages/recogniser/recipe/epochs");
    assertThat(comparison.gates())
        .contains(new TrialComparison.GateChange("floor", Verdict.PASS, Verdict.FAIL));
  }

  private Path pack(SmallTrial small) throws IOException {
    Path file = Files.createTempFile(folder, "trial", ".tar.gz");
    small.pack(file);
    return file;
  }

  private static TrialComparison compare(Path first, Path second) {
    try (StoredTrial one = StoredTrial.open(first);
        StoredTrial two = StoredTrial.open(second)) {
      return TrialComparison.of(one, two);
    }
  }

  private static NumberChange auc(TrialComparison comparison) {
    return comparison.numbers().stream()
        .filter(number -> number.stage().equals("proxy-real") && number.metric().equals("auc"))
        .findFirst()
        .orElseThrow();
  }
}
