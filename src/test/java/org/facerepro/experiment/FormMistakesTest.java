package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of mistake in the form of a specification, with the very message that it yields. */
class FormMistakesTest {

  @ParameterizedTest
  @ValueSource(strings = {"- id: tiny\n", "tiny\n", "", "# nothing but a comment\n"})
  void aFileThatIsNoMapping_saysWhatWasExpected(String text) {
    assertMistake(text, "spec.yaml:1: expected a mapping of keys to values");
  }

  @Test
  void aSpecificationWithoutStages_saysThatOneIsExpected() throws IOException {
    String valid = SpecMistake.valid();
    String stages = valid.substring(valid.indexOf("stages:\n"), valid.indexOf("claims:\n"));
    assertMistake(
        valid.replace(stages, "stages: {}\n"),
        "spec.yaml:10: stages: expected at least one stage, got {}");
  }

  @Test
  void aGateOnThePartOfAll_saysHowTheWholeIsNamed() throws IOException {
    assertMistake(
        SpecMistake.valid()
            .replace("{kind: verify,", "{kind: verify-groups,")
            .replace("proxy-real.fta", "proxy-real/all.fta"),
        "spec.yaml:58: gates/every-comparison-is-made/metric: expected the name of a part, or none:"
            + " 'proxy-real' alone is the whole, got proxy-real/all.fta");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isAnErrorWithFileLineAndWhatWasExpected(SpecMistake mistake) throws IOException {
    mistake.check();
  }

  static Stream<SpecMistake> mistakes() {
    return Stream.of(keys(), values(), members()).flatMap(List::stream);
  }

  private static List<SpecMistake> keys() {
    return List.of(
        new SpecMistake(
            "list as a key",
            "tags: [fixture]",
            "? [tags]\n: [fixture]",
            "spec.yaml:7: expected a plain text as key"),
        new SpecMistake(
            "mapping as a key",
            "faces: train-faces",
            "{faces: 1}: train-faces",
            "spec.yaml:16: expected a plain text as key"),
        new SpecMistake(
            "two documents",
            "\ngates:\n",
            "\n---\ngates:\n",
            "spec.yaml:55: not valid YAML: but found another document"));
  }

  private static List<SpecMistake> values() {
    return List.of(
        new SpecMistake(
            "count beyond its range",
            "epochs: 3",
            "epochs: 2147483648",
            "spec.yaml:20: key 'epochs': expected a whole number in its range, found"
                + " '2147483648'"),
        new SpecMistake(
            "seed beyond its range",
            "seeds: [1]",
            "seeds: [9223372036854775808]",
            "spec.yaml:8: key 'seeds': expected a whole number in its range, found"
                + " '9223372036854775808'"),
        new SpecMistake(
            "number beyond its range",
            "momentum: 0.9",
            "momentum: 1e999",
            "spec.yaml:22: key 'momentum': expected a finite number, found '1e999'"),
        new SpecMistake(
            "number in quotes",
            "epochs: 3",
            "epochs: '3'",
            "spec.yaml:20: key 'epochs': expected a whole number, found '3'"),
        new SpecMistake(
            "text that YAML reads as a number",
            "id: tiny",
            "id: 2023",
            "spec.yaml:2: key 'id': expected a text (put it in quotes), found '2023'"),
        new SpecMistake(
            "text that YAML reads as a truth value",
            "title: Every stage on a handful of subjects",
            "title: yes",
            "spec.yaml:3: key 'title': expected a text (put it in quotes), found 'yes'"),
        new SpecMistake(
            "mapping for a text",
            "title: Every stage on a handful of subjects",
            "title: {en: Every stage}",
            "spec.yaml:3: key 'title': expected a text, found a mapping"));
  }

  private static List<SpecMistake> members() {
    return List.of(
        new SpecMistake(
            "no name of a gate",
            "  every-comparison-is-made:\n",
            "  Every_comparison:\n",
            "spec.yaml:56: gates/Every_comparison: expected lower-case letters and digits with"
                + " dashes, got Every_comparison"),
        new SpecMistake(
            "best of no epochs",
            "epochs: 3",
            "epochs: 0\n      keep: {last: 1, best: true}",
            "spec.yaml:21: keep: expected no best of no epochs, got best: true"));
  }

  private static void assertMistake(String text, String message) {
    assertThatThrownBy(() -> ExperimentSpec.parse(text, "spec.yaml", Scale.EMBEDDED))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }
}
