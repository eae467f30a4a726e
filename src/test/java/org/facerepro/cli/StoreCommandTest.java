package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facerepro.core.Json;
import org.facerepro.experiment.ArtifactKey;
import org.facerepro.experiment.ArtifactStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs on a store with one artifact that no experiment reaches. */
class StoreCommandTest {
  private static final ArtifactKey KEY =
      new ArtifactKey("generate", Json.tree(1), 1, Map.of(), "none", "v1", "java");

  @TempDir Path root;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void fill() throws IOException {
    ArtifactStore store = new ArtifactStore(root);
    try (ArtifactStore.Claim claim = store.claim(KEY.kind(), KEY.hex())) {
      Files.writeString(claim.payloadFolder().resolve("payload"), "faces");
      claim.complete(KEY, 2);
    }
  }

  private int store(String... arguments) {
    String[] line = new String[arguments.length + 3];
    line[0] = "store";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[line.length - 2] = "--store";
    line[line.length - 1] = root.toString();
    return Main.execute(new PrintWriter(out), new PrintWriter(err), line);
  }

  private Path artifact() {
    return root.resolve("generate").resolve(KEY.hex());
  }

  @Test
  void ls_listsTheArtifactWithItsSize() {
    assertThat(store("ls")).isZero();
    assertThat(out.toString()).contains(KEY.hex().substring(0, 12), root + ": 1 artifacts, ");
  }

  @Test
  void verify_ofASoundStore_exits0AndCountsWhatWasHashed() {
    assertThat(store("verify")).isZero();
    assertThat(out.toString()).contains(root + ": sound (1 artifacts, 1 files, ");
  }

  @Test
  void verify_ofADamagedStore_exits1AndNamesTheFile() throws IOException {
    Files.writeString(artifact().resolve("payload"), "faceS");

    assertThat(store("verify")).isEqualTo(1);
    assertThat(out.toString())
        .contains("generate/" + KEY.hex() + ": payload was changed", root + ": DAMAGED (");
  }

  @Test
  void verify_asJson_holdsTheDamage() throws IOException {
    Files.delete(artifact().resolve("payload"));

    assertThat(store("verify", "--json", "-")).isEqualTo(1);
    JsonNode json =
        Json.read(out.toString().getBytes(StandardCharsets.UTF_8), JsonNode.class, "out");
    assertThat(json.at("/damage/0/problem").asText()).isEqualTo("payload is missing");
  }

  @Test
  void gc_onlyToLook_saysWhatWouldGoAndRemovesNothing() {
    assertThat(store("gc", fixture(), "--idle", "0", "--dry-run", "--data", "")).isZero();
    assertThat(out.toString()).contains("would remove 1 artifacts");
    assertThat(artifact()).isDirectory();
  }

  @Test
  void gc_removesWhatTheExperimentsDoNotReach() {
    assertThat(store("gc", fixture(), "--idle", "0", "--data", "")).isZero();
    assertThat(out.toString()).contains("removed 1 artifacts");
    assertThat(artifact()).doesNotExist();
  }

  @Test
  void gc_leavesWhatWasMadeInTheLastHour() {
    assertThat(store("gc", fixture(), "--data", "")).isZero();
    assertThat(out.toString()).contains("removed 0 artifacts", "1 stay");
    assertThat(artifact()).isDirectory();
  }

  @Test
  void store_withoutAVerb_exits2AndSaysWhichThereAre() {
    assertThat(Main.execute(new PrintWriter(out), new PrintWriter(err), "store")).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: facerepro store", "gc", "ls", "verify");
  }

  private static String fixture() {
    return Path.of(System.getProperty("facerepro.home", ""), "fixtures/experiments/tiny.yaml")
        .toString();
  }
}
