package org.facerepro.face.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.junit.jupiter.api.Test;

class LawFormTest {
  record Sheet(Map<String, Law> laws) {}

  private static Sheet yaml(String... lines) {
    return StrictYaml.parse("laws:\n  " + String.join("\n  ", lines) + "\n", "x.yaml")
        .as(Sheet.class);
  }

  @Test
  void yaml_ofEachLaw_isRead() {
    Sheet sheet =
        yaml(
            "a: 3.5",
            "b: {law: gaussian, mean: 0, standardDeviation: 22}",
            "c: {law: truncated-normal, mean: 0, standardDeviation: 2, low: -1, high: 1}",
            "d: {law: mixture, parts: [{weight: 1, law: 4}, {weight: 2, law: {law: chance,"
                + " probability: 0.5}}]}",
            "e: {law: choice, values: [1, 2]}",
            "f: {law: grid, start: -45, end: 45, step: 11.25}");
    assertThat(sheet.laws())
        .containsEntry("a", new Law.Constant(3.5))
        .containsEntry("b", new Law.Gaussian(0, 22))
        .containsEntry("c", new Law.TruncatedNormal(0, 2, -1, 1))
        .containsEntry(
            "d",
            new Law.Mixture(
                List.of(
                    new Law.Mixture.Part(1, new Law.Constant(4)),
                    new Law.Mixture.Part(2, new Law.Chance(0.5)))))
        .containsEntry("e", new Law.Choice(List.of(1.0, 2.0)))
        .containsEntry("f", new Law.Grid(-45, 45, 11.25));
  }

  @Test
  void yaml_withAnUnknownLaw_namesTheLineAndTheNearest() {
    assertThatThrownBy(() -> yaml("a: 1", "b: {law: gausian, mean: 0}"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("x.yaml:3")
        .hasMessageContaining("gaussian");
  }

  @Test
  void yaml_withANegativeSpread_namesTheLineAndTheNumber() {
    assertThatThrownBy(() -> yaml("a: {law: gaussian, mean: 0, standardDeviation: -2}"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("x.yaml:2")
        .hasMessageContaining("standardDeviation: expected a finite number, 0 or more, got -2.0");
  }

  @Test
  void yaml_withText_isRefused() {
    assertThatThrownBy(() -> yaml("a: many")).isInstanceOf(SpecException.class);
  }

  @Test
  void json_writtenAndRead_isTheSame() {
    Sheet sheet =
        new Sheet(
            Map.of(
                "a", new Law.Constant(1),
                "b", new Law.LogNormal(2, 0.3),
                "c", new Law.Mixture(List.of(new Law.Mixture.Part(1, new Law.Uniform(0, 1)))),
                "d", new Law.Choice(List.of(1.0, 2.0), List.of(1.0, 3.0)),
                "e", new Law.Grid(0, 1, 0.1),
                "f", new Law.LogUniform(1, 2)));
    assertThat(Json.read(Json.pretty(sheet), Sheet.class, "test")).isEqualTo(sheet);
  }

  @Test
  void json_withAnUnknownKey_isCorrupt() {
    byte[] json =
        "{\"laws\":{\"a\":{\"law\":\"constant\",\"value\":1,\"x\":2}}}"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.read(json, Sheet.class, "test"))
        .isInstanceOf(CorruptDataException.class);
  }
}
