package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.Json;
import org.facerepro.experiment.PublishedBaseline;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String TINY = fixture("tiny");

  @TempDir static Path shared;
  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  /** Fills the shared store once, so that every test is quick. */
  @BeforeAll
  static void runOnce() {
    assertThat(run("run", TINY).code()).isEqualTo(0);
  }

  static Stream<String> verbs() {
    return withItsOwn(new CommandLine(new Main()))
        .map(verb -> verb.getCommandSpec().qualifiedName(" "));
  }

  private static Stream<CommandLine> withItsOwn(CommandLine verb) {
    Stream<CommandLine> own = verb.getSubcommands().values().stream();
    return Stream.concat(Stream.of(verb), own.flatMap(CommandLineTest::withItsOwn));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void help_ofEveryVerb_saysHowToUseIt(String verb) {
    List<String> arguments = new ArrayList<>(List.of(verb.split(" ")));
    arguments.remove("facerepro");
    arguments.add("--help");
    Outcome outcome = execute(arguments.toArray(String[]::new));
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out()).contains("Usage: " + verb);
  }

  @Test
  void run_ofAnUnknownExperiment_exits2WithNearNames() {
    Outcome outcome = execute("run", "quikstart");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("'quikstart'", "did you mean 'quickstart'?");
  }

  @Test
  void run_ofABrokenSpecification_exits2WithFileLineAndKey() throws IOException {
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(
        broken, Files.readString(Path.of(TINY)).replace("batchSize: 16", "batchSize: .nan"));
    Outcome outcome = execute("run", broken.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).containsPattern("broken\\.yaml:\\d+: key 'batchSize': expected");
  }

  @Test
  void run_withAnUnknownScale_exits2() {
    assertThat(execute("run", "quickstart", "--scale", "huge").code()).isEqualTo(2);
  }

  @Test
  void run_ofAFileThatIsNotYaml_exits2AndSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "no specification");
    Outcome outcome = execute("run", file.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("notes.txt does not end in .yaml");
  }

  @Test
  void run_ofAYamlFileThatIsNotThere_exits2AndSaysSo() {
    Outcome outcome = execute("run", "nowhere.yaml");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("nowhere.yaml is no file");
  }

  @Test
  void run_thatFailsInALaterExperiment_keepsWhatEarlierOnesPrinted() throws IOException {
    Files.writeString(folder.resolve("wrong-baseline"), "a file where a folder must go");
    Outcome outcome = run("run", TINY, fixture("wrong-baseline"), "--out", folder.toString());
    assertThat(outcome.code()).isEqualTo(74);
    assertThat(outcome.out()).contains("PASS", "tiny-embedded-seed1.tar.gz");
    assertThat(outcome.err()).startsWith("facerepro: ");
  }

  @Test
  void run_aSecondTime_givesTheSameResultAndArchive() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    run("run", TINY, "--out", first.toString());
    run("run", TINY, "--out", second.toString());
    String archive = "tiny/embedded-seed1/tiny-embedded-seed1.tar.gz";
    assertThat(first.resolve(archive)).hasSameBinaryContentAs(second.resolve(archive));
  }

  @Test
  void run_twice_findsEveryStageBitEqual_andLeavesTheStoreAlone() {
    Path out = folder.resolve("out");
    Outcome outcome = run("run", TINY, "--twice", "--out", out.toString());
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(0);
    assertThat(outcome.out())
        .contains("run twice: bit-equal", "every stage that ran gave the same bytes");
    JsonNode repeat = Json.read(out.resolve("tiny/embedded-seed1/repeat.json"), JsonNode.class);
    assertThat(repeat.path("schema").asText()).isEqualTo("facerepro/repeat/v1");
    assertThat(repeat.path("stages").findValuesAsText("likeness"))
        .hasSize(6)
        .containsOnly("bit-equal");
    assertThat(shared).isDirectoryNotContaining("glob:**/.facerepro-twice-*");
  }

  @Test
  void run_twiceAndWithJobs_exits2() {
    Outcome outcome = run("run", TINY, "--twice", "--jobs", "2");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--jobs: expected 1 with --twice, which works alone, got 2");
  }

  @Test
  void nightly_withoutAnyJob_exits2BeforeANightBegins() {
    Path results = folder.resolve("results");
    Outcome outcome = run("nightly", TINY, "--jobs", "0", "--results", results.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--jobs: expected a number above 0, got 0");
    assertThat(results).doesNotExist();
  }

  @Test
  void run_withJson_printsNothingButTheResult() {
    Outcome outcome = run("run", TINY, "--json", "-");
    JsonNode json =
        Json.read(outcome.out().getBytes(StandardCharsets.UTF_8), JsonNode.class, "stdout");
    assertThat(json.fieldNames().next()).isEqualTo("schema");
    assertThat(json.at("/runs/0/verdict").asText()).isEqualTo("PASS");
    String accuracy = "/runs/0/reports/proxy-real/metrics/tenfold-facenet/accuracy/value";
    assertThat(json.at(accuracy).isNumber()).isTrue();
  }

  @Test
  void run_withAFailedGate_exits1() {
    Outcome outcome = run("run", fixture("wrong-baseline"));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("FAIL", "proxy-real.accuracy >= 1.01");
  }

  @Test
  void run_withAMissingSet_saysNotRunAndExits3OnlyIfAllIsRequired() {
    Outcome lenient = run("run", fixture("missing-set"));
    assertThat(lenient.code()).isEqualTo(0);
    assertThat(lenient.out()).contains("NOT_RUN", "--data DIR", "Licence:");
    assertThat(run("run", fixture("missing-set"), "--require-all").code()).isEqualTo(3);
  }

  @Test
  void run_withAStoreThatCannotBeWritten_saysSoAndLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Outcome outcome = execute("run", TINY, "--store", file.toString());
    assertThat(outcome.code()).isEqualTo(74);
    assertThat(outcome.err()).contains("cannot write the store").doesNotContain("\tat ");
  }

  @Test
  void plan_afterARun_showsEveryStageAsCached() {
    Outcome outcome = run("plan", TINY);
    assertThat(outcome.out().lines().filter(line -> line.contains(" cached  "))).hasSize(6);
  }

  @Test
  void plan_beforeAnyRun_showsEveryStageAsToRun() {
    Outcome outcome = execute("plan", TINY, "--store", folder.resolve("store").toString());
    assertThat(outcome.out().lines().filter(line -> line.contains("to-run"))).hasSize(6);
  }

  @Test
  void plan_withAMissingSet_saysWhatIsMissing() {
    assertThat(run("plan", fixture("missing-set")).out())
        .contains("official NOT_RUN: lfw needs real data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "run"})
  void aMistakeThatOnlyTheProjectShows_exits2WithFileLineAndKey(String verb) throws IOException {
    String tiny = Files.readString(Path.of(TINY));
    Path kind =
        Files.writeString(
            folder.resolve("kind.yaml"),
            tiny.replace("{kind: verify,", "{kind: search,").replace(".fta", ".rank-1"));
    assertThat(execute(verb, kind.toString()))
        .isEqualTo(
            mistake(
                kind
                    + ":44: stages/proxy-real/kind: expected a stage of kind verify or"
                    + " verify-groups, for protocol 'proxy-real' compares couples of images, got"
                    + " search"));
    Path row =
        Files.writeString(
            folder.resolve("row.yaml"), tiny.replace("source: none", "source: nowhere"));
    assertThat(execute(verb, row.toString()))
        .isEqualTo(
            mistake(
                row
                    + ":49: claims/T-1/source: expected a row that 'list baselines' prints, got"
                    + " 'nowhere'"));
  }

  private static Outcome mistake(String message) {
    return new Outcome(2, "", "facerepro: " + message + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"experiments", "protocols", "datasets", "models", "conventions", "baselines"})
  void list_namesWhatThereIs(String what) {
    Outcome outcome = execute("list", what, "--json", "-");
    JsonNode json =
        Json.read(outcome.out().getBytes(StandardCharsets.UTF_8), JsonNode.class, "stdout");
    assertThat(json.at("/items").size()).isPositive();
  }

  @Test
  void show_ofAProtocol_printsItsFilesItsLicenceAndWhatCanBeChosen() {
    assertThat(execute("show", "lfw").out())
        .contains("pairs.txt", "licence", "9f1ba174e4e1c508ff7cdf10ac338a7d", "errata", "as-is");
  }

  @Test
  void show_ofAProtocolAsJson_holdsItsDeclaration() {
    assertThat(execute("show", "lfw", "--json", "-").out()).contains("facerepro/protocol/v1");
  }

  @Test
  void show_ofAnUnknownId_exits2WithNearNames() {
    Outcome outcome = execute("show", "lwf");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("did you mean 'lfw'");
  }

  @Test
  void doctor_saysWhatIsMissing() {
    Outcome outcome = run("doctor");
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out()).contains("java", "PyTorch", "protocol orl", "MISSING");
  }

  @Test
  void doctor_withAnUnknownDevice_exits2() {
    Outcome outcome = run("doctor", "--device", "toaster");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("cpu:THREADS");
  }

  @Test
  void show_ofABaselineNearly_suggestsIt() {
    String id = PublishedBaseline.readAll(HOME).get(0).id();
    assertThat(execute("show", id + "x").err()).contains("did you mean '" + id + "'");
  }

  @Test
  void archiveRecompute_ofASoundArchive_recomputesItsNumbers() {
    Outcome outcome = execute("archive", "recompute", archive().toString());
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out()).containsPattern("sound \\(\\d+ entries hashed, [1-9]\\d+ numbers");
  }

  @Test
  void archiveVerify_withOneByteFlipped_exits1AndNamesThePlace() throws IOException {
    byte[] bytes = Files.readAllBytes(archive());
    bytes[bytes.length / 2] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.tar.gz"), bytes);
    Outcome outcome = execute("archive", "verify", damaged.toString());
    assertThat(outcome.code()).isEqualTo(1);
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSizeGreaterThan(1).last().asString().contains("NOT SOUND");
    assertThat(lines.get(0)).contains(": ").doesNotStartWith(damaged.toString());
  }

  @Test
  void archiveVerify_ofAMissingFile_exits2() {
    assertThat(execute("archive", "verify", "nowhere.tar.gz").code()).isEqualTo(2);
  }

  private static Path archive() {
    return shared.resolve("out/tiny/embedded-seed1/tiny-embedded-seed1.tar.gz");
  }

  private static String fixture(String id) {
    return HOME.resolve("fixtures/experiments/" + id + ".yaml").toString();
  }

  /** Runs a verb on the shared store, without real data. */
  private static Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", shared.resolve("store").toString(), "--data", ""));
    if (arguments[0].equals("run") && !all.contains("--out")) {
      all.addAll(List.of("--out", shared.resolve("out").toString()));
    }
    return execute(all.toArray(String[]::new));
  }

  private static Outcome execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
