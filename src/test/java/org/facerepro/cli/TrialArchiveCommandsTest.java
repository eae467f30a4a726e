package org.facerepro.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.SmallTrial;
import org.facerepro.core.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs on archives, given the archive of a trial. */
class TrialArchiveCommandsTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path archive = Path.of("");
  private static Path run = Path.of("");

  private record Outcome(int code, String out, String err) {}

  @BeforeAll
  static void pack() throws IOException {
    archive = shared.resolve("tiny-embedded-trial.tar.gz");
    run = shared.resolve("run1/run.tar.gz");
    SmallTrial.in(shared).withAll(SmallRun::withLeakageReport).pack(archive);
  }

  @Test
  void recompute_derivesTheTrialAgain() {
    Outcome outcome = execute("archive", "recompute", archive.toString());
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out())
        .containsPattern(": sound \\(101 entries hashed, [0-9]{4} numbers recomputed\\)\n$");
  }

  @Test
  void sign_thenVerifyWithTheKey_isSoundUntilABitIsFlipped() throws IOException {
    Path copy = Files.copy(archive, folder.resolve("trial.tar.gz"));
    String keys = folder.resolve("keys").toString();
    execute("archive", "keys", "--out", keys);
    assertThat(execute("archive", "sign", copy.toString(), "--key", keys + "/private.pem").out())
        .isEqualTo(copy + ".sig\n");
    Outcome signed = execute("archive", "verify", copy.toString(), "--key", keys + "/public.pem");
    assertThat(signed.out()).endsWith(": sound (101 entries hashed, signature checked)\n");
    byte[] bytes = Files.readAllBytes(copy);
    bytes[40] ^= 1;
    Files.write(copy, bytes);
    Outcome flipped = execute("archive", "verify", copy.toString(), "--key", keys + "/public.pem");
    assertThat(flipped.code()).isEqualTo(1);
    assertThat(flipped.out())
        .contains("compressed stream: was altered", "is the signature of another file");
  }

  @Test
  void show_printsTrialAuthorEnvironmentsDataAndEntries() {
    Outcome outcome = execute("archive", "show", archive.toString());
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out())
        .startsWith("tiny (embedded, trial of seeds 1, 2, 3): PASS\n")
        .containsPattern("better +PASS +proxy-real.auc > proxy-real@other.auc")
        .contains("author: Ada Invented, published 2026-01-02")
        .contains("seed 3, made by: FaceRepro 1 (0123abcd)", "Free for every use.")
        .containsPattern("seed2/verify/proxy-real/similarity.npy +[0-9a-f]{64}");
  }

  @Test
  void show_asJson_holdsTheTrial() {
    JsonNode json = json(execute("archive", "show", archive.toString(), "--json", "-"));
    assertThat(json.path("schema").asText()).isEqualTo("facerepro/trial-archive/v1");
    assertThat(json.at("/trial/seeds")).hasSize(3);
    assertThat(json.at("/environments/2/revision").asText()).isEqualTo("0123abcd");
  }

  @Test
  void compare_ofTwoTrials_exits0AndSaysWhatDiffers() throws IOException {
    Path better = folder.resolve("better.tar.gz");
    SmallTrial.in(folder).withAll(each -> each.better(0.4)).pack(better);
    Outcome outcome = execute("compare", archive.toString(), better.toString());
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out())
        .contains("specification: the same", "environment: the same", "data: the same")
        .contains("seed 1: bytes of stages: 7 equal, 2 other-bytes")
        .contains("first stage that did the same work to other bytes: proxy-real")
        .containsPattern("proxy-real.auc .* different +paired-seeds-and-subjects");
    JsonNode json = json(execute("compare", archive.toString(), better.toString(), "--json", "-"));
    assertThat(json.path("schema").asText()).isEqualTo("facerepro/trial-comparison/v1");
  }

  @Test
  void compare_ofATrialAndARun_isRefusedWithTheReason() {
    Outcome outcome = execute("compare", run.toString(), archive.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(archive + " is of a trial, the other one of a run: name two trials or two runs");
  }

  @Test
  void add_thenCheck_findsNothing() {
    String results = folder.resolve("results").toString();
    Outcome added = execute("archive", "add", archive.toString(), run.toString(), "--to", results);
    assertThat(added.err()).isEmpty();
    assertThat(added.out()).contains("tiny/embedded-trial/tiny-embedded-trial.tar.gz\n");
    assertThat(execute("check", results).out())
        .isEqualTo(results + ": 2 archives, nothing wrong\n");
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
