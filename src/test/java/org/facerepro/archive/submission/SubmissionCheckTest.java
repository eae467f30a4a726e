package org.facerepro.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.facerepro.archive.SmallArchive;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.signature.DetachedSignature;
import org.facerepro.archive.signature.KeyFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.experiment.leakage.SmallLeakage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One good submission, and one for every kind of fault. */
class SubmissionCheckTest {
  private static final String RUN = "tiny/embedded-seed1";
  private static final String ARCHIVE = RUN + "/tiny-embedded-seed1.tar.gz";

  @TempDir Path folder;
  private Path results = Path.of("");

  @BeforeEach
  void submit() throws IOException {
    results = Files.createDirectories(folder.resolve("results"));
    ResultsFolder submitted = new ResultsFolder(results);
    submitted.add(pack("good", SmallRun::withLeakageReport));
    submitted.writeIndex();
    Files.writeString(results.resolve("README.md"), "results\n");
  }

  @Test
  void check_ofAGoodSubmission_findsNothing() {
    SubmissionReport report = check();
    assertThat(report.faults()).isEmpty();
    assertThat(report.sound()).isTrue();
    assertThat(report.archives()).isEqualTo(1);
  }

  @Test
  void add_writesAnIndexWithTheHeadlineNumbers() throws IOException {
    assertThat(results.resolve(ARCHIVE)).isRegularFile();
    assertThat(Files.readString(results.resolve("index.json")))
        .contains("\"path\": \"" + ARCHIVE + "\"", "\"author\": \"Ada Invented\"", "\"auc\": 0.");
  }

  @Test
  void add_twice_changesNothing() throws IOException {
    byte[] index = Files.readAllBytes(results.resolve("index.json"));
    ResultsFolder again = new ResultsFolder(results);
    again.add(results.resolve(ARCHIVE));
    again.writeIndex();
    assertThat(results.resolve("index.json")).hasBinaryContent(index);
    assertThat(check().faults()).isEmpty();
  }

  @Test
  void add_ofAFaultyArchive_isRefusedWithEveryFault() throws IOException {
    Path faulty = pack("faulty", run -> run.by("not named").at("unknown"));
    assertThatThrownBy(() -> new ResultsFolder(results).add(faulty))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("faulty.tar.gz cannot be submitted:")
        .hasMessageContaining("author is not named: run again with --author")
        .hasMessageContaining("the revision of the program is 'unknown'")
        .hasMessageContaining("leakage.json is missing");
  }

  @Test
  void check_ofAnUnnamedAuthor_isAFaultOfFields() throws IOException {
    replace(run -> run.withLeakageReport().by("not named"));
    assertFault(
        Fault.Kind.FIELDS,
        ARCHIVE + ": author",
        "is not named: run again with --author (what is in the store is not done again)");
  }

  @ParameterizedTest
  @CsvSource({"unknown", "0123abcd-dirty"})
  void check_ofAProgramWithoutRevision_isAFaultOfFields(String revision) throws IOException {
    replace(run -> run.withLeakageReport().at(revision));
    assertFault(
        Fault.Kind.FIELDS,
        ARCHIVE + ": environment.json",
        "the revision of the program is '%s': run from a checkout without changed files"
            .formatted(revision));
  }

  @Test
  void check_withoutALeakageReport_isAFaultOfLeakage() throws IOException {
    replace(run -> run);
    assertFault(
        Fault.Kind.LEAKAGE,
        ARCHIVE + ": leakage.json",
        "is missing: it must tell what training and test sets share");
  }

  @Test
  void check_ofAnotherFileAsLeakageReport_isAFaultOfLeakage() throws IOException {
    replace(run -> run.with("leakage.json", "{\"schema\": \"other\"}"));
    assertFault(Fault.Kind.LEAKAGE, ARCHIVE + ": leakage.json", "is no leakage report");
  }

  @Test
  void check_ofALeak_isAFaultOfLeakage() throws IOException {
    replace(run -> run.with(run.leakage(LeakageReport.Finding.LEAK, List.of())));
    assertFault(
        Fault.Kind.LEAKAGE,
        ARCHIVE + ": leakage.json",
        "says that proxy-real holds what was learnt from");
  }

  @Test
  void check_ofAnUnfinishedLeakageCheck_isAFaultOfLeakage() throws IOException {
    replace(run -> run.with(run.leakage(LeakageReport.Finding.CLEAN, List.of("a / b: no data"))));
    assertFault(Fault.Kind.LEAKAGE, ARCHIVE + ": leakage.json", "was not finished: a / b: no data");
  }

  @Test
  void check_ofALeakageReportWithoutPairs_isAFaultOfLeakage() throws IOException {
    LeakageReport empty =
        new LeakageReport(LeakageReport.SCHEMA, "tiny", "embedded", 2, List.of(), List.of());
    replace(run -> run.with(empty));
    assertFault(Fault.Kind.LEAKAGE, ARCHIVE + ": leakage.json", "is the report of another run");
    assertFault(
        Fault.Kind.LEAKAGE,
        ARCHIVE + ": leakage.json",
        "says nothing of train-faces / proxy-real as 'learnt'");
  }

  @Test
  void check_ofALeakageReportOverEveryPair_findsNothing() throws IOException {
    replace(run -> run.withLeakage(report -> report));
    assertThat(check().faults()).extracting(Fault::kind).containsOnly(Fault.Kind.INDEX);
  }

  @Test
  void check_ofALeakageReportWithoutATrainingSet_isAFaultOfLeakage() throws IOException {
    replace(
        run ->
            run.withLeakage(
                all -> SmallLeakage.without(all, p -> p.training().equals("train-faces"))));
    assertFault(
        Fault.Kind.LEAKAGE,
        ARCHIVE + ": leakage.json",
        "says nothing of train-faces / proxy-real as 'learnt'");
  }

  @Test
  void check_ofALeakageReportThatCountsALeakAndSaysClean_isAFaultOfLeakage() throws IOException {
    replace(run -> run.withLeakage(SmallLeakage::hiding));
    assertFault(
        Fault.Kind.LEAKAGE,
        ARCHIVE + ": leakage.json",
        "says 'clean' of train-faces / proxy-real, what it counts is 'leak'");
  }

  @Test
  void check_ofALeakageReportOverAPartOfASet_isAFaultOfLeakage() throws IOException {
    replace(run -> run.withLeakage(SmallLeakage::ofTwoPictures));
    assertFault(
        Fault.Kind.LEAKAGE,
        ARCHIVE + ": leakage.json",
        "compares 2 pictures of train-faces for train-faces / proxy-real, which has 1");
  }

  @Test
  void check_ofFacesUnderNoKnownLicence_isAFaultOfLicence() throws IOException {
    replace(run -> run.withLeakageReport().under("Unknown: ask the authors"));
    assertFault(
        Fault.Kind.LICENCE,
        ARCHIVE + ": data/train-faces.json",
        "the licence of 'train-faces' is unknown");
  }

  @ParameterizedTest
  @CsvSource({"train-faces", "proxy-real-embeddings"})
  void check_withoutTheCardOfASet_isAFaultOfHashes(String stage) throws IOException {
    SmallArchive.ofFile(results.resolve(ARCHIVE)).remove("data/" + stage + ".json").write();
    assertFault(
        Fault.Kind.HASHES,
        ARCHIVE + ": data/" + stage + ".json",
        "is missing, though its stage ran");
  }

  @Test
  void check_ofAPictureInTheArchive_isAFaultOfLicence() throws IOException {
    replace(run -> run.withLeakageReport().with("plots/face.jpg", "picture"));
    assertFault(
        Fault.Kind.LICENCE,
        ARCHIVE + ": plots/face.jpg",
        "is none of csv, json, npy, svg, txt, yaml: archives hold no pictures, and no model but one"
            + " that 'publishes' names");
  }

  @Test
  void check_ofAPictureInAPlot_isAFaultOfLicence() throws IOException {
    replace(run -> run.withLeakageReport().with("plots/face.svg", "<svg><image href='x'/></svg>"));
    assertFault(
        Fault.Kind.LICENCE,
        ARCHIVE + ": plots/face.svg",
        "has a picture in it: archives hold no pictures");
  }

  @Test
  void check_ofAnAlteredArchive_isAFaultOfHashes() throws IOException {
    byte[] bytes = Files.readAllBytes(results.resolve(ARCHIVE));
    bytes[40] ^= 1;
    Files.write(results.resolve(ARCHIVE), bytes);
    assertFault(
        Fault.Kind.HASHES,
        ARCHIVE + ": compressed stream",
        "was altered: its SHA-256 is not the one in the header");
  }

  @Test
  void check_ofANumberThatDoesNotFollow_isAFaultOfRecomputation() throws IOException {
    replace(run -> run.withLeakageReport().withAForgedCurve());
    assertFault(
        Fault.Kind.RECOMPUTATION,
        ARCHIVE + ": curves/proxy-real.csv",
        "is not the curve of the stored scores");
  }

  @Test
  void check_ofAChangedCopyOfTheResult_isAFaultOfHashes() throws IOException {
    Path result = results.resolve(RUN).resolve("result.json");
    Files.writeString(result, Files.readString(result).replace("\"seed\": 1", "\"seed\": 2"));
    assertFault(Fault.Kind.HASHES, RUN + "/result.json", "is not the one in the archive");
  }

  @Test
  void check_withoutTheCopyOfTheResult_isAFaultOfStructure() throws IOException {
    Files.delete(results.resolve(RUN).resolve("result.json"));
    assertFault(Fault.Kind.STRUCTURE, RUN + "/result.json", "is missing");
  }

  @Test
  void check_ofAFileThatBelongsNowhere_isAFaultOfStructure() throws IOException {
    Files.writeString(results.resolve("notes.txt"), "x");
    Files.writeString(results.resolve(RUN).resolve("face.png"), "x");
    Files.writeString(results.resolve("tiny").resolve("log"), "x");
    assertFault(Fault.Kind.STRUCTURE, "notes.txt", "does not belong here: results lie in folders");
    assertFault(Fault.Kind.STRUCTURE, RUN + "/face.png", "does not belong to a submission");
    assertFault(Fault.Kind.STRUCTURE, "tiny/log", "is no folder <scale>-seed<N> or <scale>-trial");
  }

  @Test
  void check_ofALink_isAFaultOfStructure() throws IOException {
    Files.createSymbolicLink(
        results.resolve(RUN).resolve("report.txt"), results.resolve("README.md"));
    assertFault(Fault.Kind.STRUCTURE, RUN + "/report.txt", "is a link: copy the file");
  }

  @Test
  void check_ofAFolderWithoutArchive_isAFaultOfStructure() throws IOException {
    Files.createDirectories(results.resolve("tiny/embedded-seed2"));
    assertFault(Fault.Kind.STRUCTURE, "tiny/embedded-seed2", "holds 0 archives, expected one");
  }

  @Test
  void check_ofAnArchiveInTheWrongPlace_isAFaultOfStructure() throws IOException {
    Files.move(results.resolve(RUN), results.resolve("tiny/embedded-seed2"));
    assertFault(
        Fault.Kind.STRUCTURE,
        "tiny/embedded-seed2/tiny-embedded-seed1.tar.gz",
        "belongs to tiny/embedded-seed1 as tiny-embedded-seed1.tar.gz");
  }

  @Test
  void check_withoutAnIndex_isAFaultOfIndex() throws IOException {
    Files.delete(results.resolve("index.json"));
    assertFault(Fault.Kind.INDEX, "index.json", "is missing: 'archive add' writes it");
  }

  @Test
  void check_ofAnIndexThatSaysOtherThanTheArchive_isAFaultOfIndex() throws IOException {
    editIndex("\"verdict\": \"PASS\"", "\"verdict\": \"FAIL\"");
    assertFault(
        Fault.Kind.INDEX, "index.json", "says of " + ARCHIVE + " what the archive does not");
  }

  @Test
  void check_ofAnIndexThatListsWhatIsNotThere_isAFaultOfIndex() throws IOException {
    editIndex("tiny/embedded-seed1/", "tiny/embedded-seed7/");
    assertFault(
        Fault.Kind.INDEX,
        "index.json",
        "lists tiny/embedded-seed7/tiny-embedded-seed1.tar.gz, which is not there");
    assertFault(Fault.Kind.INDEX, "index.json", "does not list " + ARCHIVE);
  }

  @Test
  void check_ofABrokenIndex_isAFaultOfIndex() throws IOException {
    Files.writeString(results.resolve("index.json"), "{}");
    assertThat(check().faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.INDEX);
              assertThat(fault.problem()).contains("index.json is not valid");
            });
  }

  @Test
  void check_ofTheSignatureOfAnotherFile_isAFaultOfSignature() throws IOException {
    KeyFiles.create(folder.resolve("keys"));
    Path other = Files.writeString(folder.resolve("other"), "x");
    Path signature =
        DetachedSignature.sign(other, folder.resolve("keys").resolve(KeyFiles.PRIVATE));
    Files.copy(signature, results.resolve(ARCHIVE + ".sig"));
    assertFault(Fault.Kind.SIGNATURE, ARCHIVE + ".sig", "is the signature of another file");
  }

  @Test
  void check_withAKey_wantsEveryArchiveSigned() throws IOException {
    KeyFiles.create(folder.resolve("keys"));
    Path key = folder.resolve("keys").resolve(KeyFiles.PUBLIC);
    assertThat(SubmissionCheck.check(results, key).faults())
        .extracting(Fault::kind)
        .containsExactly(Fault.Kind.SIGNATURE);
    DetachedSignature.sign(
        results.resolve(ARCHIVE), folder.resolve("keys").resolve(KeyFiles.PRIVATE));
    assertThat(SubmissionCheck.check(results, key).faults()).isEmpty();
  }

  @Test
  void check_ofNoFolder_saysSo() {
    assertThatThrownBy(() -> SubmissionCheck.check(folder.resolve("none"), null))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("none is no folder with results");
  }

  private SubmissionReport check() {
    return SubmissionCheck.check(results, null);
  }

  private void assertFault(Fault.Kind kind, String place, String problem) {
    assertThat(check().faults()).contains(new Fault(place, kind, problem));
  }

  private Path pack(String name, UnaryOperator<SmallRun> change) throws IOException {
    Path file = folder.resolve(name + ".tar.gz");
    change.apply(SmallRun.of(folder.resolve(name), "tiny", 1)).pack(file);
    return file;
  }

  /** Puts a faulty archive where the good one lies. */
  private void replace(UnaryOperator<SmallRun> change) throws IOException {
    Path faulty = pack("faulty", change);
    Files.write(results.resolve(ARCHIVE), Files.readAllBytes(faulty));
  }

  private void editIndex(String old, String now) throws IOException {
    Path index = results.resolve("index.json");
    String text = Files.readString(index);
    assertThat(text).contains(old);
    Files.writeString(index, text.replace(old, now));
  }
}
