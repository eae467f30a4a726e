package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.Json;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialForgeryTest {
  private static final String TRIAL = TrialArchive.TRIAL;

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Trial trial;
  private SmallArchive archive;

  @BeforeAll
  static void pack() throws IOException {
    trial = SmallTrial.in(shared).pack(shared.resolve(SmallArchive.NAME));
  }

  @BeforeEach
  void takeUp() throws IOException {
    Files.copy(shared.resolve(SmallArchive.NAME), folder.resolve(SmallArchive.NAME));
    archive = SmallArchive.of(folder);
  }

  @Test
  void recompute_withForgedNumbers_namesEachOfThem() throws IOException {
    List<String> places =
        List.of(
            "/metrics/0/mean",
            "/metrics/0/std",
            "/metrics/1/values/2",
            "/metrics/1/interval/low",
            "/metrics/0/overSubjects/low",
            "/gates/0/comparisons/0/p",
            "/gates/0/comparisons/0/difference/standardError");
    places.forEach(place -> forge(place, DoubleNode.valueOf(0.123)));
    assertForged(archive.verify(), places, " is 0.123, recomputed ");
  }

  @Test
  void verify_withAForgedClaim_findsItWithoutScores() throws IOException {
    forge("/claims/0/verdict", TextNode.valueOf("FAIL"));
    assertThat(archive.verifyWithoutScores().findings())
        .anyMatch(finding -> finding.problem().contains("/claims"));
  }

  @Test
  void recompute_withForgedTexts_namesEachOfThem() throws IOException {
    List<String> places =
        List.of(
            "/verdict",
            "/rerun",
            "/reference",
            "/specification",
            "/gates/0/verdict",
            "/gates/0/evidence",
            "/gates/1/verdict",
            "/gates/1/claim",
            "/runs/1/payloads/recogniser");
    places.forEach(place -> forge(place, TextNode.valueOf("DRIFT")));
    assertForged(archive.verify(), places, " is \"DRIFT\", recomputed ");
  }

  @Test
  void verify_withForgedNumbersThatNeedNoScores_namesEachOfThem() throws IOException {
    List<String> places =
        List.of("/metrics/0/mean", "/metrics/1/values/2", "/metrics/1/interval/low");
    places.forEach(place -> forge(place, DoubleNode.valueOf(0.123)));
    assertForged(archive.verifyWithoutScores(), places, " is 0.123, recomputed ");
  }

  @Test
  void verify_withAVerdictThatIsNotTheWorst_findsIt() throws IOException {
    archive.edit(TRIAL, tree -> ((ObjectNode) tree.at("/gates/0")).put("verdict", "FAIL"));
    assertThat(archive.verifyWithoutScores().findings())
        .containsExactly(
            new ArchiveVerification.Finding(
                TRIAL, "/verdict is PASS, the worst of all gates and runs FAIL"),
            new ArchiveVerification.Finding(TRIAL, "/claims are not what follows from the gates"));
  }

  @Test
  void verify_withTheRunOfASeedLeftOut_namesTheSeed() throws IOException {
    archive.contents().keySet().removeIf(name -> name.startsWith("seed2/"));
    assertFinding("seed2/", "is missing, though the trial has that seed");
  }

  @Test
  void verify_withASeedDroppedFromTheTrialAlone_namesWhatIsLeft() throws IOException {
    archive.edit(TRIAL, tree -> ((ArrayNode) tree.path("seeds")).remove(1));
    assertFinding("seed2/result.json", "belongs to no seed of the trial");
  }

  @Test
  void verify_withASeedDroppedEverywhere_namesTheNumbersThatItChanged() throws IOException {
    archive.contents().keySet().removeIf(name -> name.startsWith("seed2/"));
    archive.edit(
        TRIAL,
        tree -> {
          ((ArrayNode) tree.path("seeds")).remove(1);
          ((ArrayNode) tree.path("runs")).remove(1);
        });
    assertFinding(TRIAL, "/metrics/0/mean is");
    assertFinding(TRIAL, "/metrics/0/values/2 does not belong there");
  }

  @Test
  void verify_withASeedTwice_isRefused() throws IOException {
    archive.edit(TRIAL, tree -> ((ArrayNode) tree.path("seeds")).add(2));
    assertFinding(TRIAL, "/seeds are [1, 2, 3, 2]: expected one or more, each once");
  }

  @Test
  void verify_withTheRunOfAnotherSeedInItsPlace_findsIt() throws IOException {
    archive.contents().keySet().removeIf(name -> name.startsWith("seed2/"));
    for (String name : List.copyOf(archive.contents().keySet())) {
      if (name.startsWith("seed3/")) {
        archive.contents().put(name.replace("seed3/", "seed2/"), archive.contents().get(name));
      }
    }
    assertFinding("seed2/result.json", "/seed is 3, in this trial it is 2");
  }

  @Test
  void verify_withTheRunOfAnotherPlan_namesTheSeed() throws IOException {
    SmallTrial.in(folder.resolve("other"))
        .withSpecification(2, text -> text.replace("epochs: 3", "epochs: 4"))
        .pack(archive.file());
    assertThat(ArchiveVerifier.verify(archive.file()).findings())
        .containsExactly(
            new ArchiveVerification.Finding(
                "seed2/spec.yaml", "is another specification than that of seed1/"));
  }

  @Test
  void verify_withTheRunOfAnotherRevision_namesTheSeed() throws IOException {
    SmallTrial.in(folder.resolve("other")).with(3, run -> run.at("fedcba98")).pack(archive.file());
    assertThat(ArchiveVerifier.verify(archive.file()).findings())
        .containsExactly(
            new ArchiveVerification.Finding(
                "seed3/environment.json",
                "is of FaceRepro 1 fedcba98, that of seed1/ of 1 0123abcd"));
  }

  @Test
  void verify_withTheRunOfAnotherCodeVersion_namesSeedAndStage() throws IOException {
    SmallTrial.in(folder.resolve("other")).with(2, run -> run.coded("x")).pack(archive.file());
    assertThat(ArchiveVerifier.verify(archive.file()).findings())
        .contains(
            new ArchiveVerification.Finding(
                "seed2/plan.json",
                "stage recogniser was done by another version of the program than in seed1/"));
  }

  @Test
  void verify_withAnEntryOfARunThatItsOwnManifestDoesNotKnow_namesIt() throws IOException {
    archive.put("seed2/plots/more.svg", "<svg/>");
    assertFinding("seed2/plots/more.svg", "is not in the manifest of its run");
  }

  @Test
  void verify_withAnEntryOfARunAlteredButNotInItsManifest_namesIt() throws IOException {
    archive.put("seed2/train/recogniser/train.json", "{\"loss\": 0}");
    assertFinding("seed2/train/recogniser/train.json", "is not what the manifest of its run says");
  }

  @Test
  void verify_withAnEntryOutsideOfAllRuns_namesIt() throws IOException {
    archive.put("notes.txt", "x");
    archive.put("seed01/notes.txt", "x");
    assertFinding("notes.txt", "belongs to no seed of the trial");
    assertFinding("seed01/notes.txt", "belongs to no seed of the trial");
  }

  @Test
  void recompute_withNumbersForgedInTwoRuns_namesThemInBoth() throws IOException {
    String metrics = "/metrics/tenfold-facenet/accuracy";
    for (String run : List.of("seed2/", "seed3/")) {
      archive.edit(
          run + SmallArchive.METRICS,
          report -> ((ObjectNode) report.at(metrics)).put("value", 0.999));
      archive.withMatchingManifest(run);
    }
    ArchiveVerification verification = archive.verify();
    assertFinding(verification, "seed2/" + SmallArchive.METRICS, metrics + "/value is 0.999");
    assertFinding(verification, "seed3/" + SmallArchive.METRICS, metrics + "/value is 0.999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "{}", "{\"seeds\": {}}", ""})
  void verify_withAHostileTrial_namesTheEntry(String json) throws IOException {
    archive.put(TRIAL, json);
    assertFinding("consistency", TRIAL);
  }

  @Test
  void verify_withAHostileRun_namesItAndStillChecksTheOthers() throws IOException {
    archive.put("seed2/result.json", "{}").withMatchingManifest("seed2/");
    archive.put("seed3/spec.yaml", "{}").withMatchingManifest("seed3/");
    assertFinding("seed2/recomputation", "result.json is not valid");
    assertFinding("seed3/recomputation", "spec.yaml");
  }

  @Test
  void recompute_ofATrialThatMovedAgainstItsReference_judgesItAgain() throws IOException {
    Trial better =
        SmallTrial.in(folder.resolve("better"))
            .withAll(run -> run.better(0.3))
            .heldAgainst(new TrialBaselines(TrialBaselines.SCHEMA, List.of(), trial))
            .pack(archive.file());
    assertThat(better.reference()).isEqualTo("seeds [1, 2, 3]");
    assertThat(better.gates()).extracting(gate -> gate.verdict().toString()).contains("DRIFT");
    assertThat(ArchiveVerifier.recompute(archive.file()).findings()).isEmpty();
    SmallArchive forged = SmallArchive.of(folder);
    forged.put(
        TrialArchive.BASELINES,
        "{\"schema\": \"%s\", \"published\": []}".formatted(TrialBaselines.SCHEMA));
    assertThat(forged.verify().findings())
        .extracting(ArchiveVerification.Finding::problem)
        .anySatisfy(problem -> assertThat(problem).contains("/reference is"))
        .anySatisfy(problem -> assertThat(problem).contains("/verdict is \"DRIFT\""));
  }

  @Test
  void baselines_ofATrialReadBack() {
    TrialBaselines stated = new TrialBaselines(TrialBaselines.SCHEMA, List.of(), trial);
    assertThat(Json.read(Json.pretty(stated), TrialBaselines.class, "it")).isEqualTo(stated);
  }

  private void assertFinding(String entry, String problem) throws IOException {
    assertFinding(archive.verifyWithoutScores(), entry, problem);
  }

  private static void assertFinding(
      ArchiveVerification verification, String entry, String problem) {
    assertThat(verification.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.entry()).isEqualTo(entry);
              assertThat(finding.problem()).contains(problem);
            });
  }

  private void forge(String place, JsonNode value) {
    int slash = place.lastIndexOf('/');
    archive.edit(
        TRIAL,
        tree ->
            ((ObjectNode) tree.at(place.substring(0, slash)))
                .set(place.substring(slash + 1), value));
  }

  private static void assertForged(
      ArchiveVerification verification, List<String> places, String problem) {
    assertThat(verification.findings())
        .extracting(ArchiveVerification.Finding::entry)
        .containsOnly(TRIAL);
    assertThat(verification.findings()).hasSameSizeAs(places);
    for (String place : places) {
      assertThat(verification.findings())
          .anySatisfy(finding -> assertThat(finding.problem()).startsWith(place + problem));
    }
  }
}
