package org.facerepro.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.archive.SmallRun;
import org.facerepro.core.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandsTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path archive = Path.of("");
  private static Path better = Path.of("");

  private record Outcome(int code, String out, String err) {}

  @BeforeAll
  static void pack() throws IOException {
    archive = shared.resolve("tiny-embedded-seed1.tar.gz");
    better = shared.resolve("better.tar.gz");
    SmallRun.of(shared.resolve("a"), "tiny", 1).withLeakageReport().pack(archive);
    SmallRun.of(shared.resolve("b"), "tiny", 1).better(0.6).pack(better);
  }

  @Test
  void verify_ofAnUnsignedArchive_saysSo() {
    Outcome outcome = execute("archive", "verify", archive.toString());
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out()).endsWith(": sound (23 entries hashed, not signed)\n");
  }

  @Test
  void pool_ofTwoSeeds_laysTheirTrialDown() throws IOException {
    Path second = folder.resolve("second.tar.gz");
    SmallRun.of(folder.resolve("c"), "tiny", 2).withLeakageReport().pack(second);
    Path out = folder.resolve("out");
    Outcome outcome =
        execute("archive", "pool", second.toString(), archive.toString(), "--out", out.toString());
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(0);
    assertThat(outcome.out()).contains("--seeds 1,2", "PASS");
    Path trial = out.resolve("tiny/tiny-embedded-trial.tar.gz");
    assertThat(execute("archive", "recompute", trial.toString()).code()).isEqualTo(0);
  }

  @Test
  void pool_ofOneSeedTwice_isRefused() {
    Outcome outcome = execute("archive", "pool", archive.toString(), better.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("archives: expected each seed once, got seed 1 in");
  }

  @Test
  void verify_inAnEmptyFolderWithNothingButTheProgram_isSound()
      throws IOException, InterruptedException {
    Path copy = Files.copy(archive, folder.resolve("run.tar.gz"));
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx128m", "-cp", absoluteClassPath(), Main.class.getName()));
    line.addAll(List.of("archive", "recompute", String.valueOf(copy.getFileName())));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(output).contains("run.tar.gz: sound (");
    assertThat(process.exitValue()).isEqualTo(0);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(copy);
    }
  }

  /** Returns the program's class path, also where the tests have a loader of their own. */
  private static String absoluteClassPath() {
    Stream<String> own =
        ArchiveCommandsTest.class.getClassLoader() instanceof URLClassLoader loader
            ? Stream.of(loader.getURLs()).map(URL::getPath)
            : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
    return own.map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void sign_thenVerifyWithTheKey_isSound() throws IOException {
    Path copy = Files.copy(archive, folder.resolve("run.tar.gz"));
    String keys = folder.resolve("keys").toString();
    assertThat(execute("archive", "keys", "--out", keys).code()).isEqualTo(0);
    Outcome signed = execute("archive", "sign", copy.toString(), "--key", keys + "/private.pem");
    assertThat(signed.out()).isEqualTo(copy + ".sig\n");
    Outcome verified = execute("archive", "verify", copy.toString(), "--key", keys + "/public.pem");
    assertThat(verified.code()).isEqualTo(0);
    assertThat(verified.out()).endsWith(": sound (23 entries hashed, signature checked)\n");
    assertThat(execute("archive", "verify", copy.toString()).out())
        .endsWith("(23 entries hashed, signature not checked: no --key)\n");
  }

  @Test
  void verify_withTheWrongKey_exits1AndNamesTheSignature() throws IOException {
    Path copy = Files.copy(archive, folder.resolve("run.tar.gz"));
    String keys = folder.resolve("keys").toString();
    String others = folder.resolve("others").toString();
    execute("archive", "keys", "--out", keys);
    execute("archive", "keys", "--out", others);
    execute("archive", "sign", copy.toString(), "--key", keys + "/private.pem");
    Outcome outcome =
        execute("archive", "verify", copy.toString(), "--key", others + "/public.pem");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("run.tar.gz.sig: was not made with the private key", "NOT SOUND");
  }

  @Test
  void sign_ofADamagedArchive_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    bytes[40] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.tar.gz"), bytes);
    String keys = folder.resolve("keys").toString();
    execute("archive", "keys", "--out", keys);
    Outcome outcome =
        execute("archive", "sign", damaged.toString(), "--key", keys + "/private.pem");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("is not sound and was not signed: compressed stream");
    assertThat(folder.resolve("damaged.tar.gz.sig")).doesNotExist();
  }

  @Test
  void show_printsResultAuthorEnvironmentDataAndEntries() {
    Outcome outcome = execute("archive", "show", archive.toString());
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out())
        .startsWith("tiny (embedded, seed 1): ")
        .contains("author: Ada Invented, published 2026-01-02")
        .contains("made by: FaceRepro 1 (0123abcd)", "Free for every use.")
        .containsPattern("verify/proxy-real/similarity.npy +[0-9a-f]{64}");
  }

  @Test
  void show_asJson_holdsTheResult() {
    JsonNode json = json(execute("archive", "show", archive.toString(), "--json", "-"));
    assertThat(json.path("schema").asText()).isEqualTo("facerepro/archive/v1");
    assertThat(json.at("/result/experiment").asText()).isEqualTo("tiny");
  }

  @Test
  void compare_ofTwoArchives_exits0AndSaysWhatDiffers() {
    Outcome outcome = execute("compare", archive.toString(), better.toString());
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out())
        .contains("specification: the same", "environment: the same", "data: the same")
        .contains("first stage that did the same work to other bytes: proxy-real")
        .containsPattern("proxy-real.auc .* different +paired-bootstrap");
  }

  @Test
  void compare_asJson_carriesSchemaAndNumbers() {
    JsonNode json = json(execute("compare", archive.toString(), better.toString(), "--json", "-"));
    assertThat(json.path("schema").asText()).isEqualTo("facerepro/run-comparison/v1");
    assertThat(json.at("/numbers/0/significance").isTextual()).isTrue();
  }

  @Test
  void add_thenCheck_findsNothing() {
    String results = folder.resolve("results").toString();
    Outcome added = execute("archive", "add", archive.toString(), "--to", results);
    assertThat(added.err()).isEmpty();
    assertThat(added.out()).endsWith("tiny/embedded-seed1/tiny-embedded-seed1.tar.gz\n");
    Outcome checked = execute("check", results);
    assertThat(checked.out()).isEqualTo(results + ": 1 archive, nothing wrong\n");
    assertThat(checked.code()).isEqualTo(0);
  }

  @Test
  void check_ofAFaultySubmission_exits1WithEveryFault() throws IOException {
    Path results = folder.resolve("results");
    execute("archive", "add", archive.toString(), "--to", results.toString());
    Files.delete(results.resolve("index.json"));
    Files.writeString(results.resolve("notes.txt"), "x");
    Outcome outcome = execute("check", results.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("structure", "notes.txt", "index.json", "2 faults");
  }

  @Test
  void check_ofTheProjectsOwnResults_findsNothing() {
    assertThat(execute("check").out()).contains("nothing wrong");
  }

  private static JsonNode json(Outcome outcome) {
    return Json.read(outcome.out().getBytes(UTF_8), JsonNode.class, "stdout");
  }

  private static Outcome execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
