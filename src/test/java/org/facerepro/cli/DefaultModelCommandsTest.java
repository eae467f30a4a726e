package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.archive.PublishingRun;
import org.facerepro.core.Json;
import org.facerepro.data.Npy;
import org.facerepro.nn.foreign.ModelFixtures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that was submitted with its archive, and what becomes of commands without a model. */
class DefaultModelCommandsTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path archive = Path.of("");
  private static Path results = Path.of("");

  private record Outcome(int code, String out, String err) {}

  @BeforeAll
  static void submit() throws IOException {
    archive = shared.resolve("headline-embedded-seed1.tar.gz");
    results = shared.resolve("results");
    PublishingRun.of(shared.resolve("run"), "headline", 1).withLeakageReport().pack(archive);
    Outcome added = run("archive", "add", archive.toString(), "--to", results.toString());
    assertThat(added.err()).isEmpty();
  }

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  private Outcome evaluate(String... more) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("evaluate", "--protocol", ModelFixtures.PROTOCOL.toString()));
    all.addAll(List.of("--data", ModelFixtures.FIXTURES.toString(), "--device", "cpu"));
    all.addAll(List.of("--store", folder.resolve("store").toString()));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private Outcome embed(String out, String... more) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("embed", "--faces", ModelFixtures.MODELS.resolve("faces").toString()));
    all.addAll(List.of("--landmarks", ModelFixtures.MODELS.resolve("landmarks.txt").toString()));
    all.addAll(List.of("--out", folder.resolve(out).toString(), "--device", "cpu"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private static String sha256() {
    JsonNode index = Json.read(results.resolve("index.json"), JsonNode.class);
    return index.at("/results/0/model/sha256").asText();
  }

  @Test
  void evaluate_withoutAModel_takesTheDefaultAndSaysWhichAndWhatItReached() {
    Path json = folder.resolve("result.json");
    Outcome outcome = evaluate("--results", results.toString(), "--json", json.toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("default model headline/embedded-seed1, weights SHA-256 " + sha256())
        .contains("real faces in training: none; published: ")
        .containsPattern("lfw-dev [0-9.]+ % \\([0-9.]+ to [0-9.]+\\)");
    JsonNode model = Json.read(json, JsonNode.class).get("model");
    assertThat(model.get("id").asText()).isEqualTo("headline/embedded-seed1");
    assertThat(model.get("trainedOnKind").asText()).isEqualTo("synthetic");
    assertThat(model.get("licence").asText()).contains("creativecommons.org");
  }

  @Test
  void evaluate_ofTheArchive_givesTheNumbersOfItsModelFolder() {
    Path byArchive = folder.resolve("a.json");
    Path byFolder = folder.resolve("b.json");
    evaluate("--model", archive.toString(), "--json", byArchive.toString());
    Path trained = shared.resolve("run/store/recogniser");
    evaluate("--model", trained.toString(), "--json", byFolder.toString());
    JsonNode expected = Json.read(byFolder, JsonNode.class);
    JsonNode found = Json.read(byArchive, JsonNode.class);
    assertThat(found.get("parts")).isNotEmpty().isEqualTo(expected.get("parts"));
    assertThat(found.at("/model/sha256")).isEqualTo(expected.at("/model/sha256"));
    assertThat(expected.get("fromCache").asInt()).isEqualTo(16);
  }

  @Test
  void embed_withoutAModel_givesTheRowsOfTheArchive() {
    Outcome byDefault = embed("a.npy", "--results", results.toString());
    assertThat(byDefault.code()).as(byDefault.err()).isZero();
    assertThat(byDefault.out()).contains("default model headline/embedded-seed1", sha256());
    Outcome named = embed("b.npy", "--model", archive.toString());
    assertThat(named.out()).contains("note: model headline/embedded-seed1");
    assertThat(folder.resolve("b.npy")).hasSameBinaryContentAs(folder.resolve("a.npy"));
    assertThat(Npy.read(folder.resolve("a.npy")).shape()).containsExactly(16, 16);
  }

  @Test
  void commands_withoutAnyDefault_exit2AndSayWhatToDo() throws IOException {
    String empty = Files.createDirectories(folder.resolve("none")).toString();
    for (Outcome outcome :
        List.of(evaluate("--results", empty), embed("c.npy", "--results", empty))) {
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err()).contains("give --model: there is no default model", "archive add");
    }
  }

  @Test
  void leaderboard_ofTheResults_ranksAndWritesAPage() throws IOException {
    Path page = folder.resolve("docs").resolve("leaderboard.md");
    Outcome outcome = run("leaderboard", results.toString(), "--out", page.toString());
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("ir-nano, 32 pixels", "headline/embedded-seed1/");
    assertThat(Files.readString(page))
        .contains("| 1 | Every stage on a handful of subjects | none | ")
        .contains("/results/headline/embedded-seed1/headline-embedded-seed1.tar.gz)");
  }

  @Test
  void leaderboardPageOfTheProject_isThatOfItsIndex() throws IOException {
    Path home = Path.of(System.getProperty("facerepro.home", "")).toAbsolutePath();
    Path page = home.resolve("docs/leaderboard.md");
    String committed = Files.readString(page);
    Path now = folder.resolve("now.md");
    run("leaderboard", home.resolve("results").toString(), "--out", now.toString());
    String links = "](" + folder.relativize(home.resolve("results")) + "/";
    assertThat(committed).isEqualTo(Files.readString(now).replace(links, "](../results/"));
  }

  @Test
  void build_packsTheDefaultModelThatTheIndexNames() throws IOException {
    Path home = Path.of(System.getProperty("facerepro.home", ""));
    JsonNode index = Json.read(home.resolve("results/index.json"), JsonNode.class);
    String due = index.path("defaultModel").asText("none");
    assertThat(Files.readString(home.resolve("pom.xml")))
        .contains("<default.model>" + due + "</default.model>");
  }
}
