package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.facerepro.core.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentSpecTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Path QUICKSTART = HOME.resolve("harness/experiments/quickstart.yaml");

  @ParameterizedTest
  @EnumSource(value = Scale.class, names = "PAPER", mode = EnumSource.Mode.EXCLUDE)
  void quickstart_isValidAtEveryScaleItHas(Scale scale) {
    assertThat(ExperimentSpec.read(QUICKSTART, scale).id()).isEqualTo("quickstart");
  }

  @Test
  void read_atAScaleTheExperimentDoesNotHave_saysWhichThereAre() {
    assertThatThrownBy(() -> ExperimentSpec.read(QUICKSTART, Scale.PAPER))
        .isInstanceOf(SpecException.class)
        .hasMessage("%s has no scale 'paper'; it has: embedded, sample", QUICKSTART);
  }

  @Test
  void sampleScale_addsRealFacesAndKeepsTheTraining() {
    ExperimentSpec embedded = ExperimentSpec.read(QUICKSTART, Scale.EMBEDDED);
    ExperimentSpec sample = ExperimentSpec.read(QUICKSTART, Scale.SAMPLE);
    assertThat(sample.stages()).containsAllEntriesOf(embedded.stages()).containsKey("lfw-dev");
    assertThat(sample.gates()).containsKey("lfw-dev-above-chance");
  }

  @Test
  void graph_putsEveryStageBehindItsInputs() {
    ExperimentSpec spec = ExperimentSpec.read(QUICKSTART, Scale.SAMPLE);
    List<String> order = spec.graph().order();
    spec.stages()
        .forEach(
            (name, stage) ->
                stage
                    .inputs()
                    .values()
                    .forEach(
                        input ->
                            assertThat(order.indexOf(input.stage()))
                                .as("%s before %s", input.stage(), name)
                                .isBetween(0, order.indexOf(name) - 1)));
  }

  @Test
  void train_readsFromItsAdditionsAndTheModelItStartsFrom() throws IOException {
    String yaml =
        Files.readString(QUICKSTART)
            .replaceFirst(
                "    dev: dev-faces\n",
                """
                    dev: dev-faces
                    labels: {of: subjects, fraction: 0.1}
                    additions: [{faces: proxy-faces, weight: 0.5, labels: {of: images, fraction: 0.01, seed: 900}}]
                """);
    ExperimentSpec spec = ExperimentSpec.parse(yaml, "spec.yaml", Scale.EMBEDDED);
    assertThat(spec.stage("recogniser").inputs())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "faces", new Stage.Input("train-faces", Stage.Faces.class),
                "addition-1", new Stage.Input("proxy-faces", Stage.Faces.class),
                "dev", new Stage.Input("dev-faces", Stage.Faces.class)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    faces: train-faces>    faces: elsewhere",
        "    metric: proxy-real.accuracy>    metric: elsewhere.accuracy",
        "      epochs: >      epochs: none #",
      })
  void read_ofAWrongValue_pointsAtItsOwnLine(String change) throws IOException {
    String from = change.substring(0, change.indexOf('>'));
    String to = change.substring(change.indexOf('>') + 1);
    String broken = Files.readString(QUICKSTART).replaceFirst(Pattern.quote(from), to);
    int line = (int) broken.substring(0, broken.indexOf(to)).lines().count() + 1;
    assertThatThrownBy(() -> ExperimentSpec.parse(broken, "spec.yaml", Scale.EMBEDDED))
        .hasMessageStartingWith("spec.yaml:" + line + ":");
  }
}
