package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.facerepro.core.Json;
import org.facerepro.face.basel.file.RpsFile;
import org.facerepro.face.basel.file.TlmsFile;
import org.facerepro.face.model.SmallFace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateBaselTest {
  private static final String COMMON =
      """
      "output-location": {"output-directory": "out/"},
      "backgrounds": {"insert-background-image": false,
        "background-images-directory": "bg/", "background-image-extension": ".jpg"},
      "rendering-methods": {"render": true, "render-depth": true,
        "render-color-correspondence-image": false, "render-normals": false,
        "render-albedo": false, "render-illumination": false, "render-region-maps": true},
      "morphable-model-parameters": {"number-of-ids-to-create": 2,
        "number-of-samples-per-id": 3, "model-filename": "MODEL",
        "dimension-of-shape-space": 4, "dimension-of-color-space": 0,
        "dimension-of-expression-space": 2, "add-expressions": true},
      "image-dimensions": {"image-width": 64, "image-height": 64},
      "default-parameters": {
        "pose-transform": {"scaling": 1.0, "translation": [0.0, 0.0, -1000.0],
          "roll": 0.0, "yaw": 0.0, "pitch": 0.0},
        "view-transform": {"translation": [0.0, 0.0, 0.0], "roll": 0.0, "yaw": 0.0, "pitch": 0.0},
        "camera": {"focalLength": 50.0, "principalPoint": [0.0, 0.0],
          "sensorSize": [15.0, 15.0], "near": 10.0, "far": 1000000.0, "orthographic": false},
        "color-transform": {"gain": [1.0, 1.0, 1.0], "colorContrast": 1.0,
          "offset": [0.0, 0.0, 0.0]}},
      "landmark-tags": ["center.nose.tip", "left.lips.corner"],
      "format-version": "V1.0"
      """;

  private static final String RANDOM =
      """
      , "general": {"random-seed": 1988},
      "illumination-parameters": {"illumination-type": "staticFrontal",
        "illumination-prior-directory": "none", "illumination-prior-no-color": false,
        "illumination-prior-fix-energy": false, "illumination-prior-fix-energy-value": 6.33,
        "directional-light": {"ambient": [0.0, 0.0, 0.0], "diffuse": [0.0, 0.0, 0.0],
          "direction": [0.0, 0.0, 1.0], "specular": [0.0, 0.0, 0.0], "shininess": 10.0}},
      "pose-variation": {
        "yaw-distribution": {"type": "gaussian", "mean": 0, "variance": 400},
        "roll-distribution": {"type": "constant", "value": 0},
        "pitch-distribution": {"type": "constant", "value": 10},
        "x-translation-distribution": {"type": "constant", "value": 0},
        "y-translation-distribution": {"type": "constant", "value": 0},
        "scaling-distribution": {"type": "constant", "value": 1},
        "center-faces": "none"}
      """;

  private static final String CONTROLLED =
      """
      , "background-variation": {
        "back-range": {"start": 0, "end": 0, "step": 1, "type": "inclusive"}},
      "illumination-angle": {
        "illu-range": {"start": -90, "end": 90, "step": 90, "type": "inclusive"}},
      "pose-range": {
        "yaw-range": {"start": -45, "end": 45, "step": 45, "type": "inclusive"},
        "roll-range": {"start": 0, "end": 0, "step": 1, "type": "inclusive"},
        "pitch-range": {"start": 0, "end": 0, "step": 1, "type": "inclusive"},
        "center-faces": "none"}
      """;

  @TempDir static Path models;
  private static Path model = Path.of("");

  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  @BeforeAll
  static void writeModel() {
    model = SmallFace.write(models.resolve("small.h5"));
  }

  private Outcome generate(String name, String special, Consumer<ObjectNode> change, String... more)
      throws IOException {
    Path file = folder.resolve(name + ".json");
    String text = "{" + COMMON.replace("MODEL", model.toString()) + special + "}";
    ObjectNode tree =
        (ObjectNode) Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class, "config");
    change.accept(tree);
    Files.write(file, Json.pretty(tree));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] base = {
      "generate", "--basel-config", file.toString(), "--out", folder.resolve(name).toString()
    };
    int code =
        Main.execute(
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.concat(Stream.of(base), Stream.of(more)).toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }

  private double yaw(String set, String name) {
    return RpsFile.read(folder.resolve(set).resolve("rps").resolve(name + ".rps")).pose().yaw();
  }

  @Test
  void random_writesEveryPictureWithItsMapAndFilesFromNumberZero() throws IOException {
    Outcome outcome = generate("set", RANDOM, tree -> {});
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("render-region-maps: left out");
    for (String name : new String[] {"0/0_0", "0/0_2", "1/1_1"}) {
      assertThat(folder.resolve("set/img/" + name + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("set/img/" + name + "_depth.png")).isNotEmptyFile();
      assertThat(folder.resolve("set/csv/" + name + ".csv")).isNotEmptyFile();
    }
    assertThat(TlmsFile.read(folder.resolve("set/tlms/1/1_1.tlms")))
        .extracting(TlmsFile.Point::name)
        .containsExactly("center.nose.tip", "left.lips.corner");
    JsonNode card = Json.read(folder.resolve("set/card.json"), JsonNode.class);
    assertThat(card.path("recipe").path("seed").asLong()).isEqualTo(1988);
    assertThat(card.path("realDataUse").asText()).doesNotContain("LFW");
  }

  @Test
  void random_effectively_takesTheVarianceForADeviation() throws IOException {
    generate("corrected", RANDOM, tree -> {});
    generate("effective", RANDOM, tree -> {}, "--semantics", "effective");
    double corrected = yaw("corrected", "0/0_1");
    double effective = yaw("effective", "0/0_1");
    assertThat(corrected).isNotZero().isNotEqualTo(effective);
    // The yaw that is written lies within 90 degrees; its sine is that of the one drawn.
    assertThat(Math.sin(Math.toRadians(20 * Math.toDegrees(corrected))))
        .isCloseTo(Math.sin(effective), within(1e-6));
  }

  @Test
  void random_pitch_isWrittenWithTheSignThatTheConfigurationGave() throws IOException {
    generate("set", RANDOM, tree -> {});
    double pitch = RpsFile.read(folder.resolve("set/rps/0/0_0.rps")).pose().pitch();
    assertThat(pitch).isCloseTo(Math.toRadians(10), within(1e-9));
  }

  @Test
  void controlled_runsThroughTheGridFromNumberOne() throws IOException {
    Outcome outcome = generate("set", CONTROLLED, tree -> {});
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(folder.resolve("set/img/0/0_0.png")).doesNotExist();
    assertThat(folder.resolve("set/img/1/1_9.png")).isNotEmptyFile();
    assertThat(folder.resolve("set/img/1/1_10.png")).doesNotExist();
    assertThat(Math.toDegrees(yaw("set", "0/0_1"))).isCloseTo(-45, within(1e-9));
    assertThat(RpsFile.read(folder.resolve("set/rps/0/0_4.rps")).environmentMap())
        .isNotEqualTo(RpsFile.read(folder.resolve("set/rps/0/0_5.rps")).environmentMap());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/morphable-model-parameters|dimension-of-shape-space|5|shape-space",
        "/morphable-model-parameters|model-filename|\"nowhere.h5\"|nowhere.h5",
        "/image-dimensions|image-width|32|as high as wide",
        "/illumination-parameters|illumination-type|\"empirical\"|none is no folder",
        "/backgrounds|insert-background-image|true|backgrounds",
        "|format-version|\"V2.0\"|V1.0",
        "|landmark-tags|[\"nose\"]|landmark-tags",
      })
  void configuration_thatCannotBeHad_exits2AndWritesNothing(
      String block, String key, String value, String told) throws IOException {
    Outcome outcome =
        generate(
            "set",
            RANDOM,
            tree -> {
              ObjectNode at = block == null ? tree : (ObjectNode) tree.at(block);
              at.set(key, Json.read(value.getBytes(StandardCharsets.UTF_8), JsonNode.class, key));
            });
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).contains(told).doesNotContain("\tat ");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @Test
  void configuration_besideOtherOptions_exits2() throws IOException {
    Outcome outcome = generate("set", RANDOM, tree -> {}, "--subjects", "2");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--basel-config says all");
  }
}
