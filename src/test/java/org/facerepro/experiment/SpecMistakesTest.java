package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.SpecException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake that a specification can hold, with the very message that it yields. */
class SpecMistakesTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String SCALES =
      """

      scales:
        sample:
          seeds: [1, 2]
      """;
  private static final String RECOGNISER = "    dev: dev-faces\n";

  private String valid = "";

  /** A change to a valid specification, and what is said of it. */
  private record Mistake(String name, String from, String to, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeEach
  void read() throws IOException {
    valid = Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml")) + SCALES;
  }

  @Test
  void theSpecification_withoutAMistake_isRead() {
    assertThat(ExperimentSpec.parse(valid, "spec.yaml", Scale.SAMPLE).seeds()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isAnErrorWithFileLineAndWhatWasExpected(Mistake mistake) {
    assertThat(valid).contains(mistake.from());
    int at = valid.indexOf(mistake.from());
    String broken =
        valid.substring(0, at) + mistake.to() + valid.substring(at + mistake.from().length());
    assertThatThrownBy(() -> ExperimentSpec.parse(broken, "spec.yaml", Scale.EMBEDDED))
        .isInstanceOf(SpecException.class)
        .hasMessage(mistake.message());
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(keys(), values(), references(), gates(), arms(), sweeps(), scales())
        .flatMap(List::stream);
  }

  private static List<Mistake> keys() {
    return List.of(
        new Mistake("unknown key", "tags: [fixture]", "tag: [fixture]", ""),
        new Mistake("unknown key of a stage", "epochs: 3", "epoch: 3", ""),
        new Mistake("duplicate key", "tags: [fixture]", "tags: [fixture]\nid: other", ""),
        new Mistake(
            "duplicate stage",
            "  proxy-real: {kind",
            "  dev-faces: {kind: verify, embeddings: proxy-real-embeddings}\n  proxy-real: {kind",
            ""),
        new Mistake("missing key", "title: Every stage on a handful of subjects\n", "", ""),
        new Mistake("missing key of a stage", RECOGNISER, "", ""),
        new Mistake(
            "missing kind",
            "{kind: generate, generator: {domain: graphics, subjects: 12",
            "{generator: {domain: graphics, subjects: 12",
            ""),
        new Mistake("unknown kind", "    kind: train\n", "    kind: trian\n", ""),
        new Mistake("not YAML", "tags: [fixture]", "tags: [fixture", ""),
        new Mistake("another schema", "experiment/v1", "experiment/v9", ""));
  }

  private static List<Mistake> values() {
    return List.of(
        new Mistake("no number", "epochs: 3", "epochs: three", ""),
        new Mistake("a fraction for a count", "epochs: 3", "epochs: 3.5", ""),
        new Mistake("not a finite number", "momentum: 0.9", "momentum: .nan", ""),
        new Mistake("out of range", "epochs: 3", "epochs: 0", ""),
        new Mistake("nothing", "epochs: 3", "epochs:", ""),
        new Mistake("no truth value", "flip: true", "flip: yes", ""),
        new Mistake("no list", "seeds: [1]", "seeds: 1", ""),
        new Mistake("no seeds", "seeds: [1]", "seeds: []", ""),
        new Mistake(
            "no mapping",
            "colour: {brightness: 0, contrast: 0, gamma: 0, saturation: 0, grey: 0}",
            "colour: none",
            ""),
        new Mistake("unknown choice", "domain: graphics", "domain: graphic", ""),
        new Mistake("no name", "id: tiny", "id: ../tiny", ""),
        new Mistake("no name of a stage", "  train-faces: {", "  Train_Faces: {", ""),
        new Mistake("blank title", "title: Every stage on a handful of subjects", "title: ' '", ""),
        new Mistake("no such reproduction", "reproduces: none", "reproduces: a table", ""));
  }

  private static List<Mistake> references() {
    return List.of(
        new Mistake("missing stage", "faces: train-faces", "faces: trian-faces", ""),
        new Mistake("wrong kind of stage", "model: recogniser", "model: dev-faces", ""),
        new Mistake("cycle", RECOGNISER, RECOGNISER + "    initial: recogniser\n", ""),
        new Mistake(
            "longer cycle", "    recipe:\n", "    initial: other\n    recipe: &recipe\n", ""),
        new Mistake("unused stage", "dev: dev-faces", "dev: proxy-faces", ""),
        new Mistake("one stage in two roles", "dev: dev-faces", "dev: train-faces", ""),
        new Mistake("weight of the only faces", RECOGNISER, RECOGNISER + "    weight: 2\n", ""));
  }

  private static List<Mistake> gates() {
    return List.of(
        new Mistake("unknown kind of gate", "kind: equals", "kind: equal", ""),
        new Mistake("unknown metric", "metric: proxy-real.fta", "metric: proxy-real.ftaa", ""),
        new Mistake("metric that is not measured", "proxy-real.fta", "proxy-real.rank-1", ""),
        new Mistake(
            "convention that is not measured", "proxy-real.fta", "proxy-real.fta-excluded.fta", ""),
        new Mistake("metric of no stage", "proxy-real.fta", "proxy-rael.fta", ""),
        new Mistake("metric of another kind of stage", "proxy-real.fta", "recogniser.fta", ""),
        new Mistake("metric without a stage", "proxy-real.fta", "fta", ""),
        new Mistake(
            "gate without a reason", "    because: every generated face can be read\n", "", ""),
        new Mistake(
            "no gates",
            "gates:\n"
                + "  every-comparison-is-made:\n"
                + "    kind: equals\n"
                + "    metric: proxy-real.fta\n"
                + "    value: 0\n"
                + "    because: every generated face can be read\n",
            "gates: {}\n",
            ""));
  }

  private static List<Mistake> arms() {
    return List.of(
        arm("arm of no stage", "few: {train-face: {generator: {subjects: 6}}}", ""),
        arm("unknown key in an arm", "few: {train-faces: {generator: {subject: 6}}}", ""),
        arm("arm of another kind", "few: {train-faces: {kind: verify, embeddings: x}}", ""),
        arm("arm with no name", "Few: {train-faces: {generator: {subjects: 6}}}", ""),
        arm("arm of nothing", "few: {}", ""));
  }

  private static Mistake arm(String name, String arm, String message) {
    return new Mistake(name, "\ngates:\n", "\narms:\n  " + arm + "\ngates:\n", message);
  }

  private static List<Mistake> sweeps() {
    String path = "set: train-faces/generator/subjects";
    return List.of(
        sweep("sweep over nothing", "sweep: {}", ""),
        sweep("sweep without values", "sweep: {n: {" + path + ", values: []}}", ""),
        sweep("sweep without a path", "sweep: {n: {values: [1, 2]}}", ""),
        sweep("sweep over no stage", "sweep: {n: {set: train-face/generator, values: [1, 2]}}", ""),
        sweep("sweep over a whole stage", "sweep: {n: {set: train-faces, values: [1, 2]}}", ""),
        sweep(
            "sweep over no parameter",
            "sweep: {n: {set: train-faces/generator/subject, values: [6]}}",
            ""),
        sweep(
            "sweep into a plain value",
            "sweep: {n: {set: train-faces/generator/subjects/x, values: [6]}}",
            ""),
        sweep("unknown key of a sweep", "sweep: {n: {" + path + ", value: [1]}}", ""),
        sweep("value twice", "sweep: {n: {" + path + ", values: [6, 6]}}", ""),
        sweep("value without a name", "sweep: {n: {" + path + ", values: [{a: 1}]}}", ""),
        sweep("value out of range", "sweep: {n: {" + path + ", values: [6, 0]}}", ""),
        sweep("parameter with no name", "sweep: {N: {" + path + ", values: [6]}}", ""),
        sweep(
            "arm and sweep of one name",
            "arms: {n=6: {train-faces: {generator: {subjects: 7}}}}\nsweep: {n: {"
                + path
                + ", values: [6]}}",
            ""));
  }

  private static Mistake sweep(String name, String sweep, String message) {
    return new Mistake(name, "\ngates:\n", "\n" + sweep + "\ngates:\n", message);
  }

  private static List<Mistake> scales() {
    return List.of(
        new Mistake("unknown scale", "  sample:\n", "  smaple:\n", ""),
        scale("scale that changes nothing", "{}", ""),
        scale("scale that says the same", "{seeds: [1]}", ""),
        scale("parameter that stays", "{stages: {recogniser: {recipe: {epochs: 3}}}}", ""),
        scale("override of no stage", "{stages: {recognizer: {recipe: {epochs: 4}}}}", ""),
        scale("override of no parameter", "{stages: {recogniser: {recipe: {epoch: 4}}}}", ""),
        scale("override of no gate", "{gates: {every-comparison: {value: 1}}}", ""));
  }

  private static Mistake scale(String name, String scale, String message) {
    return new Mistake(name, "    seeds: [1, 2]\n", "    " + scale + "\n", message);
  }
}
