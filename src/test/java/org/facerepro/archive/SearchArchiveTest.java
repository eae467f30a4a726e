package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.leakage.LeakageReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A network as it was drawn searches subjects in Multi-PIE's tree that its training showed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchArchiveTest {
  private static final String SIMILARITY = "search/multi-pie/similarity.npy";

  private Path folder;
  private CompletedRun run;
  private LeakageReport leakage;
  private Path archive;

  @BeforeAll
  void searchAndPack(@TempDir Path temporary) throws IOException {
    folder = temporary;
    UntrainedRun made = UntrainedRun.of(folder, spec(), null);
    run = made.run();
    leakage = made.leakage();
    archive = made.archive();
  }

  private static String spec() throws IOException {
    return UntrainedRun.specification(
            "searched",
            """
              pie-faces:
                kind: multi-pie
                people: {named: us, from: 2, series: test}
                generator: {domain: graphics, subjects: 3, samplesPerSubject: 1, size: 64}
                yaws: [-15, 0, 30]
                shots: [0, 7]
              pie-embeddings:
                {kind: embed, model: recogniser, protocol: multipie-rendered, faces: pie-faces, flip: true}
              multi-pie: {kind: search, embeddings: pie-embeddings}

            gates:
              somebody-is-found:
                kind: above
                metric: multi-pie/yaw15.rank-5
                value: 0.99
                because: there are only three
            """)
        .replace(
            "  train-faces: {kind: generate, ",
            "  train-faces: {kind: generate, people: {named: us, from: 0, series: train}, ");
  }

  @Test
  void run_ofASearch_reportsEachPartAndDecidesGatesOnIt() {
    assertThat(run.result().reports().keySet())
        .containsExactly("multi-pie", "multi-pie/yaw0", "multi-pie/yaw15", "multi-pie/yaw30");
    assertThat(run.result().verdict()).isEqualTo(Verdict.PASS);
    assertThat(run.result().remarks().get("pie-embeddings"))
        .anyMatch(r -> r.contains("3 subjects"));
  }

  @Test
  void leakage_betweenPicturesOfTheSamePeople_isToldOfTheTree() {
    assertThat(leakage.pairs())
        .anyMatch(
            pair ->
                pair.training().equals("train-faces")
                    && pair.test().equals("multi-pie")
                    && pair.overlap().secondImages() == 18);
    assertThat(leakage.notChecked()).isEmpty();
    assertThat(leakage.isLeak()).isFalse();
  }

  @Test
  void recompute_ofTheArchive_isSound() {
    ArchiveVerification verification = ArchiveVerifier.recompute(archive);

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.recomputedNumbers()).isGreaterThan(100);
  }

  @Test
  void recompute_withAnotherSimilarity_namesTheNumbersThatDiffer() throws IOException {
    Path copy = Files.copy(archive, folder.resolve("forged.tar.gz"));
    SmallArchive forged = SmallArchive.ofFile(copy);
    Path array = folder.resolve("similarity.npy");
    int n = 3 * 15;
    float[] zeros = new float[n];
    Npy.write(array, NpyArray.ofFloats(zeros, 15, 3));
    forged.contents().put(SIMILARITY, Files.readAllBytes(array));

    List<String> findings =
        forged.verify().findings().stream().map(finding -> finding.toString()).toList();

    assertThat(findings)
        .anyMatch(
            finding ->
                finding.contains("search/multi-pie/metrics.json") && finding.contains("rank-1"));
  }
}
