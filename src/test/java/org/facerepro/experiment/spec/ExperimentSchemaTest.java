package org.facerepro.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.Json;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.PublishedBaseline;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentSchemaTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Path TINY = HOME.resolve("fixtures/experiments/tiny.yaml");
  private static final String KEPT = "harness/schema/experiment.schema.json";

  @Test
  void theKeptSchema_isTheOneThatTheRecordsMake() throws IOException {
    assertThat(Files.readString(HOME.resolve(KEPT)))
        .as("write it again: ./facerepro schema --out " + KEPT)
        .isEqualTo(new String(Json.pretty(ExperimentSchema.make()), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("org.facerepro.experiment.Specifications#all")
  void everyExperiment_fitsTheSchema(Path file) throws IOException {
    assertThat(wrong(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.facerepro.experiment.Specifications#all")
  void everyExperiment_isReadAtAllOfItsScales(Path file) {
    for (Scale scale : ExperimentSpec.scales(file)) {
      assertThat(file.getFileName()).hasToString(ExperimentSpec.read(file, scale).id() + ".yaml");
    }
  }

  @ParameterizedTest
  @MethodSource("org.facerepro.experiment.Specifications#all")
  void everyExperiment_namesAPaperAndTableThatThereAre(Path file) {
    String reproduces = ExperimentSpec.read(file, Scale.EMBEDDED).reproduces();
    assertThat(PublishedBaseline.readAll(HOME))
        .as("'%s' of %s", reproduces, file)
        .anyMatch(
            row ->
                reproduces.equals("none") || reproduces.equals(row.paper() + ", " + row.table()));
  }

  @Test
  void anExperiment_withEveryFormThatThereIs_fitsTheSchema() throws IOException {
    String variations =
        """

        arms:
          bald: {train-faces: {generator: {without: [hair], laws: {pose.yaw: 3}}}}
        sweep:
          subjects: {set: train-faces/generator/subjects, values: [6, 12]}
          yaw:
            set: [train-faces/generator/laws/pose.yaw]
            values: {narrow: 0, wide: {law: gaussian, mean: 0, standardDeviation: 22}}
        scales:
          sample: {stages: {recogniser: {recipe: {epochs: 4}}}}
        """;
    assertThat(wrong(Files.readString(TINY) + variations)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tags: [fixture]    | tag: [fixture]           | additionalProperties
          epochs: 3          | epochs: -1               | oneOf
          epochs: 3          | epochs: 3.5              | oneOf
          kind: train        | kind: trian              | oneOf
          id: tiny           | id: Tiny                 | pattern
          seeds: [1]         | seeds: []                | minItems
          domain: graphics   | domain: graphic          | oneOf
          reproduces: none   | ''                       | required
          experiment/v1      | experiment/v2            | const
          """)
  void aMistake_doesNotFitTheSchema(String from, String to, String keyword) throws IOException {
    String yaml = Files.readString(TINY);
    assertThat(yaml).contains(from);
    assertThat(wrong(yaml.replace(from, to))).isNotEmpty().allMatch(w -> w.endsWith(keyword));
  }

  private static List<String> wrong(String yaml) {
    JsonNode schema = ExperimentSchema.make();
    return new SchemaCheck(schema).check(YamlTree.of(yaml));
  }
}
