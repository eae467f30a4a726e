package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.Trials;
import org.facerepro.metric.MetricReport;
import org.facerepro.protocol.OpenedSets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network as it was drawn searches the templates of the generated stand-in for IJB-A. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateSearchArchiveTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Path DATA = HOME.resolve("fixtures/protocols/ijb-a");
  private static final String METRICS = "search-templates/ijba-1n/metrics.json";
  private static final String MATES = "search-templates/ijba-1n/mate.npy";

  private Path folder;
  private UntrainedRun made;
  private CompletedRun run;

  @BeforeAll
  void searchAndPack(@TempDir Path temporary) throws IOException {
    folder = temporary;
    made = UntrainedRun.of(folder, text(), DATA);
    run = made.run();
  }

  private static String text() throws IOException {
    return UntrainedRun.specification(
        "searched",
        """
          faces-of-templates:
            {kind: embed, model: recogniser, protocol: ijba-1n release=any, flip: true}
          ijba-1n: {kind: search-templates, embeddings: faces-of-templates}

        gates:
          everybody-enrolled-is-found:
            kind: equals
            metric: ijba-1n.rank-5
            value: 1
            because: five people are enrolled in each gallery of the stand-in
          numbers-of-a-split-are-there:
            kind: at-most
            metric: "ijba-1n/split-10.tpir@fpir=1e-1"
            value: 1
            because: a rate is one at most
          numbers-of-the-mean-are-there:
            kind: at-least
            metric: ijba-1n.rank-1.std
            value: 0
            because: a standard deviation is not negative
        """);
  }

  @Test
  void run_ofSearches_reportsTheMeanAndEachSplit() {
    assertThat(run.result().reports().keySet())
        .hasSize(11)
        .contains("ijba-1n", "ijba-1n/split-1", "ijba-1n/split-10");
    assertThat(run.result().verdict()).isEqualTo(Verdict.PASS);
    assertThat(run.result().remarks().get("ijba-1n"))
        .anyMatch(remark -> remark.startsWith("templates: mirrored face added by the model;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rank-1", "rank-5", "rank-1.std", "tpir@fpir=1e-1"})
  void run_ofSearches_givesTheNumbersOfAnEvaluationOfTheSameNetwork(String number) {
    MetricReport direct =
        OpenedSets.part(made.evaluated("ijba-1n", DATA, folder.resolve("store")), "mean");
    MetricReport stored = Objects.requireNonNull(run.result().reports().get("ijba-1n"));

    assertThat(stored.comparisons()).isEqualTo(direct.comparisons());
    assertThat(stored.value(number).orElseThrow())
        .isEqualTo(direct.value(number).orElseThrow(), within(1e-6));
  }

  @Test
  void trial_ofSearches_hasNoIntervalOverSubjects() {
    Trial trial = Trials.of(made.spec(), List.of(run), Known.of(HOME));

    assertThat(trial.metrics())
        .filteredOn(each -> each.metric().equals("ijba-1n.rank-1"))
        .singleElement()
        .satisfies(each -> assertThat(each.overSubjects()).isNull());
  }

  @Test
  void leakage_betweenTrainingAndTemplates_isLookedForInTheirFaces() {
    LeakageReport leakage = made.leakage();
    assertThat(leakage.pairs())
        .anyMatch(
            pair ->
                pair.training().equals("train-faces")
                    && pair.test().equals("ijba-1n")
                    && pair.overlap().secondImages() > 30);
    assertThat(leakage.notChecked()).isEmpty();
    assertThat(leakage.isLeak()).isFalse();
  }

  @Test
  void recompute_ofTheArchive_isSound() {
    ArchiveVerification verification = ArchiveVerifier.recompute(made.archive());

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.recomputedNumbers()).isGreaterThan(100);
  }

  @Test
  void recompute_withOtherMates_namesTheNumbersThatDiffer() throws IOException {
    Path copy = Files.copy(made.archive(), folder.resolve("forged.tar.gz"));
    SmallArchive forged = SmallArchive.ofFile(copy);
    float[] mates = Npy.read(run.folder("ijba-1n").resolve("mate.npy")).floats();
    for (int i = 0; i < mates.length; i++) {
      mates[i] = Float.isNaN(mates[i]) ? Float.NaN : -1;
    }
    Path array = folder.resolve("mate.npy");
    Npy.write(array, NpyArray.ofFloats(mates, mates.length));
    forged.contents().put(MATES, Files.readAllBytes(array));

    assertThat(forged.verify().findings())
        .extracting(Object::toString)
        .anyMatch(finding -> finding.contains(METRICS) && finding.contains("rank-1"));
  }
}
