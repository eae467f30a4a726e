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

/** A network as it was drawn compares the templates of the generated stand-in for IJB-A. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateArchiveTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Path DATA = HOME.resolve("fixtures/protocols/ijb-a");
  private static final String METRICS = "verify-templates/ijba-11/metrics.json";
  private static final String SIMILARITY = "verify-templates/ijba-11/similarity.npy";

  private Path folder;
  private UntrainedRun made;
  private CompletedRun run;

  @BeforeAll
  void compareAndPack(@TempDir Path temporary) throws IOException {
    folder = temporary;
    made = UntrainedRun.of(folder, text(), DATA);
    run = made.run();
  }

  private static String text() throws IOException {
    return UntrainedRun.specification(
        "compared",
        """
          faces-of-templates:
            {kind: embed, model: recogniser, protocol: ijba-11 release=any, flip: true}
          ijba-11: {kind: verify-templates, embeddings: faces-of-templates}

        gates:
          every-template-is-made:
            kind: equals
            metric: ijba-11.fta
            value: 0
            because: the stand-in has a picture for every template
          numbers-of-a-split-are-there:
            kind: at-most
            metric: ijba-11/split-10.eer
            value: 1
            because: an error rate is one at most
          numbers-of-the-mean-are-there:
            kind: at-least
            metric: ijba-11.auc.std
            value: 0
            because: a standard deviation is not negative
        """);
  }

  @Test
  void run_ofTemplates_reportsTheMeanAndEachSplit() {
    assertThat(run.result().reports().keySet())
        .hasSize(11)
        .contains("ijba-11", "ijba-11/split-1", "ijba-11/split-10");
    assertThat(run.result().verdict()).isEqualTo(Verdict.PASS);
    assertThat(run.result().remarks().get("ijba-11"))
        .anyMatch(remark -> remark.startsWith("templates: mirrored face added by the model;"))
        .noneMatch(remark -> remark.contains("has length 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auc", "eer", "tar@far=1e-1", "fta", "auc.std"})
  void run_ofTemplates_givesTheNumbersOfAnEvaluationOfTheSameNetwork(String number) {
    MetricReport direct =
        OpenedSets.part(made.evaluated("ijba-11", DATA, folder.resolve("store")), "mean");
    MetricReport stored = Objects.requireNonNull(run.result().reports().get("ijba-11"));

    assertThat(stored.comparisons()).isEqualTo(direct.comparisons());
    assertThat(stored.value(number).orElseThrow())
        .isEqualTo(direct.value(number).orElseThrow(), within(1e-6));
  }

  @Test
  void trial_ofTemplates_hasNoIntervalOverSubjects() {
    Trial trial = Trials.of(made.spec(), List.of(run), Known.of(HOME));

    assertThat(trial.metrics())
        .filteredOn(each -> each.metric().equals("ijba-11.auc"))
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
                    && pair.test().equals("ijba-11")
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
  void recompute_withOtherSimilarities_namesTheNumbersThatDiffer() throws IOException {
    Path copy = Files.copy(made.archive(), folder.resolve("forged.tar.gz"));
    SmallArchive forged = SmallArchive.ofFile(copy);
    Path array = folder.resolve("similarity.npy");
    int n = Npy.read(run.folder("ijba-11").resolve("similarity.npy")).size();
    Npy.write(array, NpyArray.ofFloats(new float[n], n));
    forged.contents().put(SIMILARITY, Files.readAllBytes(array));

    assertThat(forged.verify().findings())
        .extracting(Object::toString)
        .anyMatch(finding -> finding.contains(METRICS) && finding.contains("auc"));
  }
}
