package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with networks side by side, with the very message; and what is right. */
class EnsembleMistakesTest {
  private static final String NEXT = "  proxy-real-embeddings:\n";

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isAnErrorWithFileLineAndWhatWasExpected(SpecMistake mistake) throws IOException {
    mistake.check();
  }

  static Stream<SpecMistake> mistakes() throws IOException {
    String unlike = second("inputSize: 32", "inputSize: 64");
    return Stream.of(
        mistake(
            "one network",
            "",
            "[recogniser]",
            "42: members: expected at least two train or renormalise stages, each once, got [recogniser]"),
        mistake(
            "the same network twice",
            "",
            "[recogniser, recogniser]",
            "42: members: expected at least two train or renormalise stages, each once, got [recogniser,"
                + " recogniser]"),
        mistake(
            "a network of nobody",
            "",
            "[recogniser, reconiser]",
            "42: stages/both/member-2: expected the name of a stage (did you mean 'recogniser'?),"
                + " got 'reconiser'"),
        mistake(
            "faces",
            "",
            "[recogniser, dev-faces]",
            "42: stages/both/member-2: expected a stage of kind train or renormalise, got 'dev-faces'"),
        mistake(
            "networks of unlike shape",
            unlike,
            "[recogniser, second]",
            "70: stages/both/members: expected networks of one shape and crop, as that of"
                + " 'recogniser', got 'second'"));
  }

  private static SpecMistake mistake(String name, String stages, String members, String message) {
    String both = "  both: {kind: ensemble, members: %s}\n".formatted(members);
    return new SpecMistake(name, NEXT, stages + both + NEXT, "spec.yaml:" + message);
  }

  /** Returns a second training, changed. */
  private static String second(String from, String to) throws IOException {
    String valid = SpecMistake.valid();
    int at = valid.indexOf("  recogniser:\n");
    return valid
        .substring(at, valid.indexOf(NEXT))
        .replace("  recogniser:\n", "  second:\n")
        .replace(from, to);
  }

  @Test
  void trainings_ofAnEnsemble_areThoseOfAllItsNetworksAndOfWhatTheyGoOnFrom() throws IOException {
    String primed = second("    dev: dev-faces\n", "    dev: dev-faces\n    initial: recogniser\n");
    String third = second("  epochs: 3\n", "  epochs: 2\n").replace("  second:\n", "  third:\n");
    String both = "  both: {kind: ensemble, members: [second, third]}\n";
    String text =
        SpecMistake.valid()
            .replace(NEXT, primed + third + both + NEXT)
            .replace("model: recogniser", "model: both");
    ExperimentSpec spec = ExperimentSpec.parse(text, "spec.yaml", Scale.EMBEDDED);
    assertThat(spec.trainings("both"))
        .isEqualTo(List.of(spec.stage("second"), spec.stage("recogniser"), spec.stage("third")));
    assertThat(spec.trainings("recogniser")).isEqualTo(List.of(spec.stage("recogniser")));
  }
}
