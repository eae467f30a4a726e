package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facerepro.core.Json;
import org.facerepro.data.Embeddings;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.image.ImageCodec;
import org.facerepro.nn.foreign.ModelFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  private Outcome evaluate(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--protocol",
                ModelFixtures.PROTOCOL.toString(),
                "--data",
                ModelFixtures.FIXTURES.toString(),
                "--store",
                folder.resolve("store").toString()));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  private static String model(String name) {
    return ModelFixtures.MODELS.resolve(name).toString();
  }

  private JsonNode json(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    Path file = folder.resolve("result.json");
    all.addAll(List.of("--json", file.toString()));
    Outcome outcome = evaluate(all.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(0);
    return Json.read(file, JsonNode.class);
  }

  private static JsonNode metrics(JsonNode evaluation) {
    return evaluation.at("/parts/0/metrics/metrics");
  }

  private static double accuracy(JsonNode evaluation) {
    return evaluation.at("/parts/0/metrics/metrics/tenfold-facenet/accuracy/value").asDouble(-1);
  }

  /** The mean over folds, as the script that made the fixture found it. */
  private static double expectedAccuracy() {
    JsonNode folds = ModelFixtures.expected().get("fold_accuracies");
    return (folds.get(0).asDouble() + folds.get(1).asDouble()) / 2;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny.pt", "tiny.onnx"})
  void evaluate_ofANetworkOfOthers_givesTheEmbeddingsAndTheAccuracyOfPython(String network) {
    Path saved = folder.resolve("saved");
    JsonNode evaluation = json("--model", model(network), "--save-embeddings", saved.toString());
    assertThat(accuracy(evaluation)).isEqualTo(expectedAccuracy());
    Embeddings embeddings = Embeddings.read(saved);
    List<float[]> expected = ModelFixtures.embeddings();
    for (int i = 0; i < expected.size(); i++) {
      float[] row = new float[embeddings.dimension()];
      embeddings.copyRow(ModelFixtures.images().get(i), row);
      assertThat(ModelFixtures.cosine(row, expected.get(i))).isGreaterThan(0.9999);
    }
  }

  @Test
  void evaluate_again_embedsNothingAndGivesTheSameNumbers() {
    JsonNode first = json("--model", model("tiny.pt"));
    JsonNode second = json("--model", model("tiny.pt"));
    assertThat(first.get("fromCache").asInt()).isEqualTo(0);
    assertThat(second.get("fromCache").asInt()).isEqualTo(16);
    assertThat(metrics(second)).isEqualTo(metrics(first));
  }

  @Test
  void evaluate_withAnotherFlip_isAnotherModel() {
    JsonNode concat = json("--model", model("tiny.pt"));
    JsonNode none = json("--model", model("tiny.pt"), "--flip", "none");
    assertThat(none.get("fromCache").asInt()).isEqualTo(0);
    assertThat(none.at("/model/sha256")).isNotEqualTo(concat.at("/model/sha256"));
  }

  @Test
  void evaluate_ofGivenEmbeddings_givesTheAccuracyOfPython() throws IOException {
    Path ids = folder.resolve("ids.txt");
    Files.write(ids, ModelFixtures.images());
    JsonNode evaluation = json("--embeddings", model("expected.npy"), "--ids", ids.toString());
    assertThat(accuracy(evaluation)).isEqualTo(expectedAccuracy());
    assertThat(evaluation.get("given").asText()).endsWith("expected.npy");
  }

  @Test
  void evaluate_ofIncompleteEmbeddings_namesFailuresAndExits3IfAllAreRequired() throws IOException {
    Path ids = folder.resolve("ids.txt");
    Files.write(ids, ModelFixtures.images().subList(0, 1));
    Path rows = folder.resolve("one.npy");
    Npy.write(rows, NpyArray.ofFloats(new float[] {1, 0}, 1, 2));
    Outcome outcome =
        evaluate("--embeddings", rows.toString(), "--ids", ids.toString(), "--require-all");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("failed to enrol 15", "Bo_Invented_0001.jpg: no embedding was given");
  }

  @Test
  void exportList_withCrops_writesFacesAndNamesInOneOrder() throws IOException {
    Path list = folder.resolve("list.txt");
    Path crops = folder.resolve("crops.npy");
    Path pictures = folder.resolve("crops");
    evaluate("--export-list", list.toString(), "--export-crops", pictures.toString());
    Outcome outcome =
        evaluate("--export-list", list.toString(), "--export-crops", crops.toString());
    assertThat(outcome.code()).isEqualTo(0);
    List<String> names = Files.readAllLines(list);
    assertThat(names).containsExactlyElementsOf(ModelFixtures.faces().images());
    byte[] array = Files.readAllBytes(crops);
    int picture = 112 * 112 * 3;
    assertThat(array).hasSize(128 + 16 * picture);
    for (int i = 0; i < names.size(); i++) {
      byte[] png = Files.readAllBytes(pictures.resolve(names.get(i) + ".png"));
      byte[] pixels = ImageCodec.decode(png, names.get(i)).toBytes();
      int from = 128 + i * picture;
      assertThat(Arrays.copyOfRange(array, from, from + picture)).isEqualTo(pixels);
    }
  }

  @Test
  void evaluate_withOut_laysTablesAndCurvesDown() {
    Path out = folder.resolve("out");
    json("--model", model("tiny.pt"), "--out", out.toString(), "--convention", "tenfold-facenet");
    assertThat(out.resolve("evaluation.json")).exists();
    assertThat(out.resolve("roc.svg")).exists();
    JsonNode evaluation = Json.read(out.resolve("evaluation.json"), JsonNode.class);
    assertThat(metrics(evaluation)).hasSize(1);
  }

  @Test
  void evaluate_underAllConventions_addsThoseOfPeersToTheProtocolsOwn() {
    JsonNode own = metrics(json("--model", model("tiny.pt")));
    JsonNode all = metrics(json("--model", model("tiny.pt"), "--convention", "all"));
    assertThat(all.size()).isGreaterThan(own.size());
    assertThat(all.has("bob-far-threshold")).isTrue();
    own.properties().forEach(entry -> assertThat(all.get(entry.getKey())).isNotNull());
    assertThat(all.at("/tenfold-facenet")).isEqualTo(own.at("/tenfold-facenet"));
  }

  @Test
  void evaluate_ofANetworkWithoutACard_showsOneToCopy() throws IOException {
    Path lonely = folder.resolve("lonely.pt");
    Files.copy(ModelFixtures.MODELS.resolve("tiny.pt"), lonely);
    Outcome outcome = evaluate("--model", lonely.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("lonely.pt.yaml", "lonely.yaml", "facerepro/model-card/v1");
    Outcome withCard = evaluate("--model", lonely.toString(), "--card", model("tiny.yaml"));
    assertThat(withCard.code()).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--results nowhere",
        "--model nowhere.pt",
        "--model nowhere.tar.gz",
        "--card a.yaml",
        "--flip none --embeddings b.npy",
        "--model README.md",
        "--model a.pt --embeddings b.npy",
        "--embeddings nowhere.npy",
        "--ids a.txt --export-list b.txt",
        "--export-crops crops",
        "--model a.pt --batch 0",
        "--model a.pt --option errat=as-is",
        "--embeddings a.npy --convention tenfold-facent",
      })
  void evaluate_withOptionsThatDoNotFit_exits2(String options) {
    Outcome outcome = evaluate(options.split(" "));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("facerepro: ").doesNotContain("internal error");
  }

  @Test
  void evaluate_ofAnUnknownProtocol_exits2WithNearNames() {
    Outcome outcome = run("evaluate", "--protocol", "proxy-reel", "--model", model("tiny.pt"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("did you mean 'proxy-real'?");
  }

  @Test
  void evaluate_ofAGeneratedProtocol_rendersItsFacesIntoTheStore() {
    Outcome outcome =
        run(
            "evaluate",
            "--protocol",
            "proxy-real",
            "--subjects",
            "20",
            "--samples",
            "2",
            "--model",
            model("tiny.onnx"),
            "--store",
            folder.resolve("store").toString());
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(0);
    assertThat(outcome.out())
        .contains("20 generated proxy-real subjects, 2 pictures each, seed 1", "embedded 40");
    assertThat(folder.resolve("store").resolve("generate")).isDirectory();
  }
}
