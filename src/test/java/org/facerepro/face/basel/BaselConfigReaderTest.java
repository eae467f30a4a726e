package org.facerepro.face.basel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Json;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.face.basel.BaselConfiguration.ControlledFaces;
import org.facerepro.face.basel.BaselConfiguration.ImageKind;
import org.facerepro.face.basel.BaselConfiguration.RandomFaces;
import org.facerepro.face.law.Law;
import org.junit.jupiter.api.Test;

class BaselConfigReaderTest {
  private static final String COMMON =
      """
      "general": {"random-seed": 1988},
      "output-location": {"output-directory": "out/"},
      "backgrounds": {"insert-background-image": true,
        "background-images-directory": "bg/", "background-image-extension": ".jpg"},
      "rendering-methods": {"render": true, "render-depth": true,
        "render-color-correspondence-image": true, "render-normals": true,
        "render-albedo": true, "render-illumination": true, "render-region-maps": true},
      "morphable-model-parameters": {"number-of-ids-to-create": 5,
        "number-of-samples-per-id": 10, "model-filename": "bfm.h5",
        "dimension-of-shape-space": 199, "dimension-of-color-space": 199,
        "dimension-of-expression-space": 100,
        "shape-distribution": {"type": "gaussian", "mean": 0, "variance": 1},
        "color-distribution": {"type": "gaussian", "mean": 0, "variance": 1},
        "expression-distribution": {"type": "gaussian", "mean": 0, "variance": 1},
        "add-expressions": true},
      "image-dimensions": {"__comment": "pixels", "image-width": 227, "image-height": 227},
      "default-parameters": {
        "pose-transform": {"scaling": 1.0, "translation": [0.0, 0.0, -1000.0],
          "roll": 0.0, "yaw": 0.0, "pitch": 0.0},
        "view-transform": {"translation": [0.0, 0.0, 0.0], "roll": 0.0, "yaw": 0.0, "pitch": 0.0},
        "camera": {"focalLength": 50.0, "principalPoint": [0.0, 0.0],
          "sensorSize": [15.0, 15.0], "near": 10.0, "far": 1000000.0, "orthographic": false},
        "color-transform": {"gain": [1.0, 1.0, 1.0], "colorContrast": 1.0,
          "offset": [0.0, 0.0, 0.0]}},
      "landmark-tags": ["center.chin.tip"],
      "region-maps": [{"name": "skin", "mapping": "m.json", "png": "m.png"}],
      "format-version": "V1.0"
      """;

  private static final String RANDOM =
      "{"
          + COMMON
          + """
          ,
          "illumination-parameters": {"illumination-type": "multiVariateNormal",
            "illumination-prior-directory": "bip/", "illumination-prior-no-color": false,
            "illumination-prior-fix-energy": true, "illumination-prior-fix-energy-value": 6.33,
            "directional-light": {"@type": "DirectionalLight", "ambient": [0.0, 0.0, 0.0],
              "diffuse": [0.0, 0.0, 0.0], "direction": [0.0, 0.0, 1.0],
              "specular": [0.0, 0.0, 0.0], "shininess": 10.0}},
          "pose-variation": {
            "yaw-distribution": {"type": "mixture", "components": [
              [0.6, {"type": "uniform", "lower": -90, "higher": 90}],
              [0.2, {"type": "gaussian", "mean": 0, "variance": 2}],
              [0.2, {"type": "constant", "value": 0}]]},
            "roll-distribution": {"type": "constant", "value": 0},
            "pitch-distribution": {"type": "gaussian", "mean": 0, "variance": 30},
            "x-translation-distribution": {"type": "uniform", "lower": 0, "higher": 0},
            "y-translation-distribution": {"type": "uniform", "lower": 0, "higher": 0},
            "scaling-distribution": {"type": "uniform", "lower": 1.0, "higher": 1.2},
            "center-faces": "facebox"}
          }
          """;

  private static final String CONTROLLED =
      "{"
          + COMMON
          + """
          ,
          "background-variation": {
            "back-range": {"start": 0, "end": 174, "step": 1, "type": "inclusive"}},
          "illumination-angle": {
            "illu-range": {"start": -90, "end": 90, "step": 11.25, "type": "inclusive"}},
          "pose-range": {
            "yaw-range": {"start": -90, "end": 90, "step": 5.625, "type": "inclusive"},
            "roll-range": {"start": 0, "end": 0, "step": 5.625, "type": "inclusive"},
            "pitch-range": {"start": 0, "end": 0, "step": 5.625, "type": "inclusive"},
            "center-faces": "none"}
          }
          """;

  private static BaselConfiguration read(String json, Semantics semantics) {
    return BaselConfigReader.read(json.getBytes(StandardCharsets.UTF_8), "c.json", semantics);
  }

  private static RandomFaces random(Semantics semantics) {
    return (RandomFaces) read(RANDOM, semantics).program();
  }

  private static ControlledGrid grid(String json, Semantics semantics) {
    return ((ControlledFaces) read(json, semantics).program()).grid();
  }

  @Test
  void random_withTheUsualNumbers_isReadWhole() {
    BaselConfiguration read = read(RANDOM, Semantics.CORRECTED);
    assertThat(read.seed()).isEqualTo(1988);
    assertThat(read.kinds()).containsExactlyInAnyOrder(ImageKind.values());
    assertThat(read.model().subjects()).isEqualTo(5);
    assertThat(read.model().expression()).isEqualTo(100);
    assertThat(read.size().width()).isEqualTo(227);
    assertThat(read.defaults().camera().focalLength()).isEqualTo(50);
    assertThat(read.centring()).isEqualTo(BaselConfiguration.Centring.FACEBOX);
    assertThat(random(Semantics.CORRECTED).illumination().energy()).contains(6.33);
  }

  @Test
  void gaussian_understoodAsItActs_takesTheVarianceForAStandardDeviation() {
    assertThat(random(Semantics.EFFECTIVE).pose().pitch()).isEqualTo(new Law.Gaussian(0, 30));
    assertThat(random(Semantics.CORRECTED).pose().pitch())
        .isEqualTo(new Law.Gaussian(0, Math.sqrt(30)));
  }

  @Test
  void mixture_understoodAsItActs_hasTheWeightsOfFreshTests() {
    List<Double> acting = BaselLaws.effective(List.of(0.6, 0.2, 0.2));
    assertThat(acting.get(0)).isCloseTo(0.6, within(1e-12));
    assertThat(acting.get(1)).isCloseTo(0.32, within(1e-12));
    assertThat(acting.get(2)).isCloseTo(0.08, within(1e-12));
  }

  @Test
  void mixture_effectiveWeights_areThoseOfAMillionSimulatedChoices() {
    double[] sums = {0.6, 0.8, 1};
    int[] counts = new int[3];
    Rng rng = new Seed(1).rng();
    for (int n = 0; n < 1_000_000; n++) {
      int i = 0;
      while (rng.nextDouble() >= sums[i]) {
        i++;
      }
      counts[i]++;
    }
    List<Double> acting = BaselLaws.effective(List.of(0.6, 0.2, 0.2));
    for (int i = 0; i < 3; i++) {
      assertThat(counts[i] / 1e6).isCloseTo(acting.get(i), within(0.002));
    }
  }

  @Test
  void mixture_corrected_keepsItsWeights() {
    Law.Mixture yaw = (Law.Mixture) random(Semantics.CORRECTED).pose().yaw();
    assertThat(yaw.parts()).extracting(Law.Mixture.Part::weight).containsExactly(0.6, 0.2, 0.2);
  }

  @Test
  void ranges_withDecimalSteps_keepOrLoseTheirDecimals() {
    ControlledGrid corrected = grid(CONTROLLED, Semantics.CORRECTED);
    assertThat(corrected.yaws()).hasSize(33);
    assertThat(corrected.lights()).hasSize(17);
    assertThat(corrected.size()).isEqualTo(33 * 17 * 175);
    ControlledGrid effective = grid(CONTROLLED, Semantics.EFFECTIVE);
    assertThat(effective.yaws()).hasSize(37);
    assertThat(effective.size()).isEqualTo(37 * 17 * 175);
  }

  @Test
  void grid_runsFromBackgroundOutsideToLightInside() {
    ControlledGrid grid =
        new ControlledGrid(
            List.of(0.0, 1.0), List.of(2.0, 3.0), List.of(4.0), List.of(5.0), List.of(6.0, 7.0));
    List<ControlledGrid.Point> points = new ArrayList<>();
    for (double background : grid.backgrounds()) {
      for (double yaw : grid.yaws()) {
        for (double light : grid.lights()) {
          points.add(new ControlledGrid.Point(background, yaw, 4, 5, light));
        }
      }
    }
    for (int i = 0; i < grid.size(); i++) {
      assertThat(grid.point(i)).isEqualTo(points.get(i));
    }
  }

  @Test
  void range_notInclusive_leavesItsEndOut() {
    String json =
        CONTROLLED.replace(
            "\"end\": 174, \"step\": 1, \"type\": \"inclusive\"",
            "\"end\": 3, \"step\": 1, \"type\": \"not-inclusive\"");
    assertThat(grid(json, Semantics.CORRECTED).backgrounds()).containsExactly(0.0, 1.0, 2.0);
  }

  @Test
  void unknownKey_isNamedWithItsPathAndTheNearest() {
    assertFails("\"image-width\"", "\"image-widht\"", "c.json/image-dimensions", "image-width");
    assertFails("\"general\"", "\"generell\"", "c.json", "generell");
    assertFails("\"higher\": 1.2", "\"higher\": 1.2, \"x\": 1", "scaling-distribution", "'x'");
  }

  @Test
  void wrongTypes_areNamedWithTheirPath() {
    assertFails("\"render-depth\": true", "\"render-depth\": 1", "rendering-methods/render-depth");
    assertFails("\"image-width\": 227", "\"image-width\": \"227\"", "image-dimensions/image-width");
    assertFails("\"focalLength\": 50.0", "\"focalLength\": \"x\"", "default-parameters/camera");
    assertFails("\"variance\": 30", "\"variance\": -30", "pitch-distribution/variance");
    assertFails("[0.6, {", "[-0.6, {", "yaw-distribution");
  }

  @Test
  void anotherVersion_isRefused() {
    assertFails("\"V1.0\"", "\"V2.0\"", "c.json/format-version", "V1.0");
  }

  @Test
  void anOcclusion_isRefusedRatherThanForgotten() throws Exception {
    ObjectNode tree =
        (ObjectNode) Json.read(RANDOM.getBytes(StandardCharsets.UTF_8), JsonNode.class, "test");
    tree.put("occlusionMode", "box-25");
    assertThatThrownBy(() -> read(tree.toString(), Semantics.CORRECTED))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("occlusionMode");
  }

  private static void assertFails(String good, String bad, String... words) {
    assertThat(RANDOM).contains(good);
    assertThatThrownBy(() -> read(RANDOM.replace(good, bad), Semantics.EFFECTIVE))
        .isInstanceOf(SpecException.class)
        .hasMessageContainingAll(words);
  }
}
