package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.SpecException;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveForgeryTest {
  private static final String RESULT = ResultArchive.RESULT;
  private static final String ACCURACY = "/metrics/tenfold-facenet/accuracy";

  @TempDir Path folder;
  private SmallArchive archive;

  @BeforeEach
  void makeAnArchive() throws IOException {
    archive = SmallArchive.in(folder);
  }

  @Test
  void verify_ofAnUntouchedArchive_isSoundAndRecomputesNumbers() throws IOException {
    ArchiveVerification verification = archive.verify();
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.recomputedNumbers()).isGreaterThan(100);
  }

  @Test
  void verify_withAFailedVerdictForgedToPass_findsIt() throws IOException {
    archive.replace(ResultArchive.SPEC, "value: 0\n", "value: 1\n");
    forgeGate("claim", "proxy-real.fta = 1.0");
    assertFinding(RESULT, "/verdict is \"PASS\", recomputed \"FAIL\"");
  }

  @ParameterizedTest
  @CsvSource({"evidence, observed 0.500000", "verdict, DRIFT", "because, it does not matter"})
  void verify_withAForgedGate_findsIt(String member, String value) throws IOException {
    forgeGate(member, value);
    assertFinding(RESULT, "/gates/0/" + member);
  }

  @ParameterizedTest
  @CsvSource({"verdict, FAIL", "states, It is so.", "published, 99 percent"})
  void verify_withAForgedClaim_findsIt(String member, String value) throws IOException {
    archive.edit(RESULT, result -> ((ObjectNode) result.path("claims").path(0)).put(member, value));
    assertFinding(RESULT, "/claims/0/" + member);
  }

  @Test
  void verify_withAGatesBoundChangedInTheSpecification_findsIt() throws IOException {
    archive.replace(ResultArchive.SPEC, "value: 0\n", "value: 0.5\n");
    assertFinding(RESULT, "/gates/0/claim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"experiment", "title", "reproduces", "realData", "schema"})
  void verify_withAResultThatContradictsItsSpecification_findsIt(String member) throws IOException {
    archive.edit(RESULT, result -> result.put(member, "another"));
    assertFinding(RESULT, "/" + member + " is \"another\"");
  }

  @Test
  void verify_withAMetricChangedEverywhere_findsItInBothEntries() throws IOException {
    archive.edit(SmallArchive.METRICS, ArchiveForgeryTest::forgeAccuracy);
    archive.edit(
        RESULT, result -> forgeAccuracy((ObjectNode) result.at("/reports/" + SmallArchive.STAGE)));
    archive.withMatchingPayload();
    assertFinding(SmallArchive.METRICS, ACCURACY + "/value is 0.999");
    assertFinding(RESULT, "/reports/proxy-real" + ACCURACY + "/value is 0.999");
  }

  @Test
  void verify_withChangedScores_findsThatThePayloadIsAnother() throws IOException {
    overwrite("similarity.npy", NpyArray.ofFloats(new float[60], 60));
    assertFinding(RESULT, "/stages/5/payload");
  }

  @Test
  void verify_withAVerifyStageDropped_findsIt() throws IOException {
    archive.contents().keySet().removeIf(entry -> entry.startsWith("verify/"));
    archive.edit(
        RESULT,
        result -> {
          ((ArrayNode) result.path("stages")).remove(5);
          ((ObjectNode) result.path("reports")).removeAll();
          ((ObjectNode) result.path("failures")).removeAll();
        });
    assertFinding(RESULT, "/stages are");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reports", "failures"})
  void verify_withTheEntriesOfAVerifyStageDropped_findsIt(String member) throws IOException {
    archive.edit(RESULT, result -> ((ObjectNode) result.path(member)).removeAll());
    assertFinding(RESULT, "/" + member + "/proxy-real is missing");
  }

  @Test
  void verify_withAStageMarkedAsNotRun_findsThatItsFilesAreThere() throws IOException {
    archive.edit(
        RESULT,
        result -> {
          ObjectNode stage = (ObjectNode) result.at("/stages/5");
          stage.remove(List.of("key", "payload"));
          stage.put("notRun", "no data");
        });
    assertFinding(SmallArchive.METRICS, "belongs to no stage that ran");
  }

  @Test
  void verify_withAnInputMarkedAsNotRun_findsThatItsUserRan() throws IOException {
    archive.edit(
        RESULT,
        result -> {
          ObjectNode stage = (ObjectNode) result.at("/stages/4");
          stage.remove(List.of("key", "payload"));
          stage.put("notRun", "no data");
        });
    assertFinding(RESULT, "stage proxy-real ran, but its input proxy-real-embeddings did not");
  }

  @Test
  void verify_withAStageNameThatPointsOutside_findsIt() throws IOException {
    archive.edit(RESULT, result -> ((ObjectNode) result.at("/stages/5")).put("name", "../x"));
    assertFinding(RESULT, "../x (verify)");
  }

  @Test
  void recomputation_ofASpecWhoseStagePointsOutside_isRefusedBeforeAnythingIsWritten()
      throws IOException {
    String stage = "  '../x': {kind: verify, embeddings: proxy-real-embeddings}";
    archive.replace(ResultArchive.SPEC, "\nclaims:", stage + "\n\nclaims:");
    Path scratch = Files.createDirectories(folder.resolve("outside/scratch"));
    Recomputation recomputation =
        new Recomputation(new Contents(archive.contents()), scratch, (entry, problem) -> {});
    assertThatThrownBy(recomputation::run)
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("stages/../x");
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void verify_withFailuresThatTheResultDoesNotName_findsIt() throws IOException {
    archive.put("verify/proxy-real/failures.json", "{\"a.jpg\": \"unreadable\"}\n");
    archive.withMatchingPayload();
    assertFinding(RESULT, "/failures/proxy-real/a.jpg is missing");
  }

  @Test
  void verify_withFailedComparisonsButNoFailedImage_findsIt() throws IOException {
    float[] similarities = new float[60];
    similarities[7] = Float.NaN;
    overwrite("similarity.npy", NpyArray.ofFloats(similarities, 60));
    assertFinding("verify/proxy-real/failures.json", "1 comparisons failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "{}", "{\"metrics\": []}", "{"})
  void verify_withHostileMetrics_namesTheEntry(String json) throws IOException {
    archive.put(SmallArchive.METRICS, json).withMatchingPayload();
    assertThat(archive.verify().findings())
        .anySatisfy(finding -> assertThat(finding.toString()).contains("metrics.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "{}", "{\"stages\": {}}", ""})
  void verify_withAHostileResult_namesTheEntry(String json) throws IOException {
    archive.put(RESULT, json);
    assertFinding("recomputation", RESULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "{}", "{\"schema\": \"other\", \"entries\": {}}"})
  void verify_withAHostileManifest_namesTheEntry(String json) throws IOException {
    archive.put(Manifest.FILE, json);
    assertThat(archive.verifyAsIs().findings())
        .extracting(ArchiveVerification.Finding::entry)
        .contains(Manifest.FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"a.jpg\": {}}"})
  void verify_withHostileFailures_namesTheEntry(String json) throws IOException {
    archive.put("verify/proxy-real/failures.json", json);
    assertFinding("verify/proxy-real", "verify/proxy-real/failures.json is not valid");
  }

  @Test
  void verify_withScoresOfAnotherType_saysThatTheyCannotBeMeasured() throws IOException {
    overwrite("similarity.npy", NpyArray.ofInts(new int[60], 60));
    assertFinding("verify/proxy-real", "recomputation: cannot be measured");
  }

  @Test
  void verify_withAnAbsurdFold_saysThatItCannotBeMeasured() throws IOException {
    int[] folds = new int[60];
    folds[0] = Integer.MAX_VALUE - 1;
    overwrite("folds.npy", NpyArray.ofInts(folds, 60));
    assertFinding("verify/proxy-real", "folds.npy has more than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"spec.yaml", "environment.json", "result.json", "verify/proxy-real/folds.npy"})
  void verify_withAnEntryLeftOut_namesIt(String entry) throws IOException {
    archive.remove(entry);
    assertThat(archive.verify().findings())
        .anySatisfy(finding -> assertThat(finding.toString()).contains(entry, "is missing"));
  }

  @Test
  void verify_withALineTakenOutOfTheLog_findsIt() throws IOException {
    archive.replace("log.txt", "verdict PASS\n", "");
    assertFinding("log.txt", "is not the log that follows from the other entries");
  }

  @Test
  void verify_withoutALog_namesIt() throws IOException {
    archive.remove("log.txt");
    assertFinding("recomputation", "log.txt is missing");
  }

  @Test
  void verify_withAnUnknownScale_findsIt() throws IOException {
    archive.edit(RESULT, result -> result.put("scale", "huge"));
    assertFinding("recomputation", "scale: expected");
  }

  private void assertFinding(String entry, String problem) throws IOException {
    assertThat(archive.verify().findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.entry()).isEqualTo(entry);
              assertThat(finding.problem()).contains(problem);
            });
  }

  private void forgeGate(String member, String value) {
    archive.edit(RESULT, result -> ((ObjectNode) result.at("/gates/0")).put(member, value));
  }

  private static void forgeAccuracy(ObjectNode report) {
    ((ObjectNode) report.at(ACCURACY)).put("value", 0.999);
  }

  private void overwrite(String file, NpyArray array) throws IOException {
    Path changed = folder.resolve(file);
    Npy.write(changed, array);
    archive.contents().put("verify/proxy-real/" + file, Files.readAllBytes(changed));
  }
}
