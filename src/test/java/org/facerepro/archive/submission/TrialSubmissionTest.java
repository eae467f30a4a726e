package org.facerepro.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.SmallTrial;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One good submission of a trial, and one for every kind of fault that only trials have. */
class TrialSubmissionTest {
  private static final String TRIAL = "tiny/embedded-trial";
  private static final String ARCHIVE = TRIAL + "/tiny-embedded-trial.tar.gz";

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path good = Path.of("");
  private Path results = Path.of("");

  @BeforeAll
  static void pack() throws IOException {
    good = shared.resolve("good.tar.gz");
    SmallTrial.in(shared).withAll(SmallRun::withLeakageReport).pack(good);
  }

  @BeforeEach
  void layDown() throws IOException {
    results = Files.createDirectories(folder.resolve("results"));
    Files.createDirectories(results.resolve(TRIAL));
    Files.copy(good, results.resolve(ARCHIVE));
  }

  @Test
  void add_thenCheck_ofAGoodTrial_findsNothingAndListsItsNumbers() throws IOException {
    Files.delete(results.resolve(ARCHIVE));
    ResultsFolder submitted = new ResultsFolder(results);
    assertThat(submitted.add(good)).isEqualTo(results.resolve(ARCHIVE));
    submitted.writeIndex();
    Files.writeString(results.resolve(TRIAL).resolve("trial.txt"), "for people\n");
    SubmissionReport report = SubmissionCheck.check(results, null);
    assertThat(report.faults()).isEmpty();
    assertThat(report.archives()).isEqualTo(1);
    ResultsIndex index = Json.read(results.resolve("index.json"), ResultsIndex.class);
    assertThat(index.results()).isEmpty();
    IndexedTrial trial = index.trials().get(0);
    assertThat(trial.path()).isEqualTo(ARCHIVE);
    assertThat(trial.seeds()).containsExactly(1L, 2L, 3L);
    assertThat(trial.author()).isEqualTo("Ada Invented");
    assertThat(trial.numbers())
        .hasEntrySatisfying(
            "proxy-real.auc",
            auc -> {
              assertThat(auc.seeds()).isEqualTo(3);
              assertThat(auc.std()).isPositive();
            });
  }

  @Test
  void check_ofAWrongNumberOfTheTrial_isAFaultOfHashesOrRecomputation() throws IOException {
    forgeTrial("/metrics/0", "mean");
    assertFault(
        Fault.Kind.HASHES, ARCHIVE + ": trial.json", "/metrics/0/mean is 0.123, recomputed");
    Files.copy(good, results.resolve(ARCHIVE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    forgeTrial("/metrics/0/overSubjects", "low");
    assertFault(
        Fault.Kind.RECOMPUTATION,
        ARCHIVE + ": trial.json",
        "/metrics/0/overSubjects/low is 0.123, recomputed");
  }

  private void forgeTrial(String object, String member) throws IOException {
    SmallTrial.forge(
        results.resolve(ARCHIVE),
        forged ->
            forged.edit("trial.json", tree -> ((ObjectNode) tree.at(object)).put(member, 0.123)));
  }

  @Test
  void check_ofAMissingSeed_isAFaultOfHashes() throws IOException {
    SmallTrial.forge(
        results.resolve(ARCHIVE),
        forged -> forged.contents().keySet().removeIf(name -> name.startsWith("seed2/")));
    assertFault(
        Fault.Kind.HASHES, ARCHIVE + ": seed2/", "is missing, though the trial has that seed");
  }

  @Test
  void check_ofASeedOfAnotherPlan_isAFaultOfHashes() throws IOException {
    pack(trial -> trial.withSpecification(3, text -> text.replace("epochs: 3", "epochs: 4")));
    assertFault(
        Fault.Kind.HASHES,
        ARCHIVE + ": seed3/spec.yaml",
        "is another specification than that of seed1/");
  }

  @Test
  void check_ofASeedOfAnotherCodeVersion_isAFaultOfHashes() throws IOException {
    pack(trial -> trial.with(2, run -> run.coded("other")));
    assertFault(
        Fault.Kind.HASHES,
        ARCHIVE + ": seed2/plan.json",
        "stage train-faces was done by another version of the program than in seed1/");
  }

  @Test
  void check_ofASeedOfAnotherRevision_isAFaultOfHashes() throws IOException {
    pack(trial -> trial.with(2, run -> run.at("fedcba98")));
    assertFault(
        Fault.Kind.HASHES,
        ARCHIVE + ": seed2/environment.json",
        "is of FaceRepro 1 fedcba98, that of seed1/ of 1 0123abcd");
  }

  @Test
  void check_looksAtEachRunOfATrialAsAtARunAlone() throws IOException {
    pack(trial -> trial.with(3, run -> run.with("plots/face.jpg", "picture")));
    assertFault(Fault.Kind.LICENCE, ARCHIVE + ": seed3: plots/face.jpg", "is none of csv, json,");
    pack(trial -> trial.withAll(run -> run.by("not named")));
    assertFault(Fault.Kind.FIELDS, ARCHIVE + ": seed2: author", "is not named");
  }

  @Test
  void add_ofATrialWithARunWithoutLeakageReport_isRefused() throws IOException {
    Path bad = folder.resolve("bad.tar.gz");
    SmallTrial.in(folder.resolve("bad"))
        .with(1, SmallRun::withLeakageReport)
        .with(2, SmallRun::withLeakageReport)
        .pack(bad);
    assertThatThrownBy(() -> new ResultsFolder(results).add(bad))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("bad.tar.gz: seed3: leakage.json is missing");
  }

  @Test
  void check_ofATrialInTheFolderOfARun_isAFaultOfStructure() throws IOException {
    Files.move(results.resolve(TRIAL), results.resolve("tiny/embedded-seed1"));
    assertFault(
        Fault.Kind.STRUCTURE,
        "tiny/embedded-seed1/tiny-embedded-trial.tar.gz",
        "belongs to tiny/embedded-trial as tiny-embedded-trial.tar.gz");
  }

  @Test
  void check_ofACopyOfTheTrialThatIsMissingOrAnother_isAFault() throws IOException {
    assertFault(Fault.Kind.STRUCTURE, TRIAL + "/trial.json", "is missing");
    Files.writeString(results.resolve(TRIAL).resolve("trial.json"), "{}");
    assertFault(Fault.Kind.HASHES, TRIAL + "/trial.json", "is not the one in the archive");
  }

  @Test
  void check_ofAnIndexThatSaysOtherThanTheTrial_isAFaultOfIndex() throws IOException {
    new ResultsFolder(results).writeIndex();
    Path index = results.resolve("index.json");
    String text = Files.readString(index);
    Files.writeString(index, text.replace("\"verdict\": \"PASS\"", "\"verdict\": \"FAIL\""));
    assertFault(
        Fault.Kind.INDEX, "index.json", "says of " + ARCHIVE + " what the archive does not");
  }

  private void pack(UnaryOperator<SmallTrial> change) throws IOException {
    SmallTrial trial = SmallTrial.in(folder.resolve("faulty")).withAll(SmallRun::withLeakageReport);
    change.apply(trial).pack(results.resolve(ARCHIVE));
  }

  private void assertFault(Fault.Kind kind, String place, String problem) {
    assertThat(SubmissionCheck.check(results, null).faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.kind()).isEqualTo(kind);
              assertThat(fault.place()).isEqualTo(place);
              assertThat(fault.problem()).startsWith(problem);
            });
  }
}
