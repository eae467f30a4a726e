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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.facerepro.core.Json;
import org.facerepro.face.basel.file.CsvLayout;
import org.facerepro.face.basel.file.CsvRow;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.basel.file.RpsFile;
import org.facerepro.face.basel.file.TlmsFile;
import org.facerepro.face.basel.file.Triple;
import org.facerepro.face.model.SmallFace;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private RenderParameters parameters(String set) {
    return RpsFile.read(folder.resolve(set).resolve("rps/0/0_0.rps"));
  }

  private static Consumer<ObjectNode> with(String block, String key, String value) {
    return tree ->
        ((ObjectNode) tree.at(block))
            .set(key, Json.read(value.getBytes(StandardCharsets.UTF_8), JsonNode.class, key));
  }

  private RgbImage picture(String set, String name) throws IOException {
    Path file = folder.resolve(set).resolve("img").resolve(name + ".png");
    return ImageCodec.decode(Files.readAllBytes(file), name);
  }

  @Test
  void directionalLight_isRemarkedOnAndWrittenAsConfigured() throws IOException {
    Outcome outcome =
        generate(
            "set",
            RANDOM,
            with(
                "/illumination-parameters",
                "directional-light",
                """
                {"ambient": [0.0, 0.0, 0.0], "diffuse": [0.1, 0.2, 0.3],
                "direction": [0.0, 0.6, 0.8], "specular": [0.4, 0.4, 0.4], "shininess": 12.0}
                """));
    generate("plain", RANDOM, tree -> {});
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("note: directional-light: has no effect");
    assertThat(parameters("set").directionalLight())
        .isEqualTo(
            new RenderParameters.DirectionalLight(
                Triple.ZERO,
                new Triple(0.1, 0.2, 0.3),
                new Triple(0, 0.6, 0.8),
                new Triple(0.4, 0.4, 0.4),
                12));
    assertThat(picture("set", "0/0_0")).isEqualTo(picture("plain", "0/0_0"));
  }

  @Test
  void directionalLight_thatIsBlack_isNotRemarkedOn() throws IOException {
    assertThat(generate("set", RANDOM, tree -> {}).err()).doesNotContain("directional-light");
  }

  @Test
  void colorTransform_changesTheFaceAndIsWritten() throws IOException {
    generate("plain", RANDOM, tree -> {});
    Outcome outcome =
        generate(
            "red",
            RANDOM,
            with(
                "/default-parameters",
                "color-transform",
                """
                {"gain": [1.0, 0.0, 0.0], "colorContrast": 1.0, "offset": [0.0, 0.0, 0.0]}
                """));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    RgbImage plain = picture("plain", "0/0_0");
    RgbImage red = picture("red", "0/0_0");
    assertThat(plain.sample(32, 32, 1)).isPositive();
    for (int i = 0; i < 64 * 64; i++) {
      assertThat(red.sample(i % 64, i / 64, 0)).isEqualTo(plain.sample(i % 64, i / 64, 0));
      assertThat(red.sample(i % 64, i / 64, 1)).isZero();
    }
    assertThat(parameters("red").colorTransform().gain()).isEqualTo(new Triple(1, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"corrected, 32.5", "effective, 32"})
  void landmarkCentring_bringsPupilsAndNoseTipToTheMiddleThatTheSemanticsHas(
      String semantics, double middle) throws IOException {
    Outcome outcome =
        generate(
            "set",
            RANDOM,
            tree -> {
              ((ObjectNode) tree.at("/pose-variation")).put("center-faces", "landmark");
              ((ObjectNode) tree.at("/image-dimensions"))
                  .put("image-width", 65)
                  .put("image-height", 65);
              tree.putArray("landmark-tags");
            },
            "--semantics",
            semantics);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    Map<String, TlmsFile.Point> points = new HashMap<>();
    TlmsFile.read(folder.resolve("set/tlms/0/0_0.tlms"))
        .forEach(point -> points.put(point.name(), point));
    double x = 0;
    double y = 0;
    // The small model names the corners of the eyes, not the pupils.
    for (String side : new String[] {"left", "right"}) {
      for (String corner : new String[] {"outer", "inner"}) {
        TlmsFile.Point point = Objects.requireNonNull(points.get(side + ".eye.corner_" + corner));
        x += point.x() / 6;
        y += point.y() / 6;
      }
    }
    TlmsFile.Point nose = Objects.requireNonNull(points.get("center.nose.tip"));
    assertThat(x + nose.x() / 3).isCloseTo(middle, within(1e-3));
    assertThat(y + nose.y() / 3).isCloseTo(middle, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"empirical", "multiVariateNormal"})
  void lightsOfAPrior_withABackgroundFolder_standInPictureParametersAndRecipe(String type)
      throws IOException {
    Path prior = Files.createDirectory(folder.resolve("bip"));
    StringBuilder terms = new StringBuilder("[0.9, 0.8, 0.7]");
    for (int k = 1; k < 9; k++) {
      terms.append(", [0.0, 0.0, 0.0]");
    }
    for (String name : new String[] {"a", "b"}) {
      Files.writeString(
          prior.resolve(name + ".rps"),
          "{\"environmentMap\": {\"coefficients\": [" + terms + "]}}");
    }
    Path pictures = Files.createDirectory(folder.resolve("bg"));
    byte[] green = new byte[3 * 8 * 8];
    for (int i = 1; i < green.length; i += 3) {
      green[i] = (byte) 180;
    }
    Files.write(pictures.resolve("g.png"), ImageCodec.png(RgbImage.takeOver(8, 8, green)));
    Outcome outcome =
        generate(
            "set",
            RANDOM,
            tree -> {
              ((ObjectNode) tree.at("/illumination-parameters"))
                  .put("illumination-type", type)
                  .put("illumination-prior-directory", prior.toString());
              ((ObjectNode) tree.at("/backgrounds"))
                  .put("insert-background-image", true)
                  .put("background-images-directory", pictures.toString())
                  .put("background-image-extension", ".png");
            });
    assertThat(outcome.code()).as(outcome.err()).isZero();
    Triple even = parameters("set").environmentMap().coefficients().get(0);
    assertThat(even.x()).isCloseTo(0.9, within(1e-9));
    assertThat(even.z()).isCloseTo(0.7, within(1e-9));
    RgbImage picture = picture("set", "0/0_0");
    assertThat(picture.sample(0, 0, 1)).isEqualTo(180);
    assertThat(picture.sample(0, 0, 0)).isZero();
    assertThat(picture.sample(32, 32, 0)).isPositive();
    JsonNode recipe = Json.read(folder.resolve("set/generation.json"), JsonNode.class);
    assertThat(recipe.path("generator").path("illuminationPrior").asText()).startsWith("sha256 ");
  }

  @Test
  void rows_ofAModelOfTheBaselModelsSize_have536Columns() throws IOException {
    Path large = SmallFace.write(folder.resolve("large.h5"), 199, 199, 100);
    Outcome outcome =
        generate(
            "set",
            RANDOM,
            tree ->
                ((ObjectNode) tree.at("/morphable-model-parameters"))
                    .put("number-of-ids-to-create", 1)
                    .put("model-filename", large.toString())
                    .put("dimension-of-shape-space", 199)
                    .put("dimension-of-color-space", 199)
                    .put("dimension-of-expression-space", 100));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    Path csv = folder.resolve("set/csv/0/0_0.csv");
    assertThat(Files.readString(csv).trim().split(",", -1)).hasSize(536);
    RenderParameters all = parameters("set");
    assertThat(CsvRow.read(csv, CsvLayout.BASEL)).isEqualTo(CsvRow.of(all, CsvLayout.BASEL));
    assertThat(all.momo().color()).hasSize(199).doesNotContain(0.0);
  }
}
