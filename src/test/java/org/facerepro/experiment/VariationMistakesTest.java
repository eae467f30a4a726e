package org.facerepro.experiment;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake in arms, sweeps and scales, with the very message that it yields. */
class VariationMistakesTest {

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isAnErrorWithFileLineAndWhatWasExpected(SpecMistake mistake) throws IOException {
    mistake.check();
  }

  static Stream<SpecMistake> mistakes() {
    return Stream.of(arms(), sweeps(), scales()).flatMap(List::stream);
  }

  private static List<SpecMistake> arms() {
    return List.of(
        arm(
            "arm of no stage",
            "few: {train-face: {generator: {subjects: 6}}}",
            "spec.yaml:56: key 'train-face' overrides nothing in 'stages' (did you mean"
                + " 'train-faces'?)"),
        arm(
            "unknown key in an arm",
            "few: {train-faces: {generator: {subject: 6}}}",
            "spec.yaml:56: key 'subject' is unknown in 'generator'; expected one of <GeneratorSpec>"
                + " (did you mean 'subjects'?)"),
        arm(
            "arm of another kind",
            "few: {train-faces: {kind: verify, embeddings: x}}",
            "spec.yaml:56: arms/few/train-faces: expected a stage of kind generate as without the"
                + " arm, got verify"),
        arm(
            "arm with no name",
            "Few: {train-faces: {generator: {subjects: 6}}}",
            "spec.yaml:56: arms/Few: expected lower-case letters and digits with dashes, got Few"),
        arm(
            "arm of nothing",
            "few: {}",
            "spec.yaml:56: arms/few: expected at least one stage that differs, got none"));
  }

  private static SpecMistake arm(String name, String arm, String message) {
    return new SpecMistake(name, "\ngates:\n", "\narms:\n  " + arm + "\ngates:\n", message);
  }

  private static List<SpecMistake> sweeps() {
    String path = "set: train-faces/generator/subjects";
    String samples = "set: train-faces/generator/samplesPerSubject, values: " + numbers(10);
    return List.of(
        sweep(
            "sweep over nothing",
            "sweep: {}",
            "spec.yaml:55: key 'sweep': expected at least one parameter with its values, found"
                + " none"),
        sweep(
            "sweep without values",
            "sweep: {n: {" + path + ", values: []}}",
            "spec.yaml:55: key 'values': expected at least one value for 'n', found none"),
        sweep(
            "sweep without a path",
            "sweep: {n: {values: [1, 2]}}",
            "spec.yaml:55: 'n' misses key 'set'"),
        sweep(
            "sweep without a place",
            "sweep: {n: {set: [], values: [1, 2]}}",
            "spec.yaml:55: key 'set': expected the path of a parameter, found none"),
        sweep(
            "place that is no text",
            "sweep: {n: {set: [{a: b}], values: [1, 2]}}",
            "spec.yaml:55: key 'set': expected a path such as train-faces/generator/subjects, found"
                + " a mapping"),
        sweep(
            "sweep over no stage",
            "sweep: {n: {set: train-face/generator, values: [1, 2]}}",
            "spec.yaml:55: key 'set': expected a path that begins with a stage (did you mean"
                + " 'train-faces'?), found 'train-face/generator'"),
        sweep(
            "sweep over a whole stage",
            "sweep: {n: {set: train-faces, values: [1, 2]}}",
            "spec.yaml:55: key 'set': expected a path such as train-faces/generator/subjects, found"
                + " 'train-faces'"),
        sweep(
            "sweep over no parameter",
            "sweep: {n: {set: train-faces/generator/subject, values: [6]}}",
            "spec.yaml:55: key 'subject' is unknown in 'generator'; expected one of <GeneratorSpec>"
                + " (did you mean 'subjects'?)"),
        sweep(
            "sweep into a plain value",
            "sweep: {n: {set: train-faces/generator/subjects/x, values: [6]}}",
            "spec.yaml:11: key 'subjects': expected a mapping of keys to values, found '12'"),
        sweep(
            "unknown key of a sweep",
            "sweep: {n: {" + path + ", value: [1]}}",
            "spec.yaml:55: key 'value': expected in 'n' set and values only, found value"),
        sweep(
            "value twice",
            "sweep: {n: {" + path + ", values: [6, 6]}}",
            "spec.yaml:55: key 'values': expected each value once, found '6' again"),
        sweep(
            "value without a name",
            "sweep: {n: {" + path + ", values: [{a: 1}]}}",
            "spec.yaml:55: key 'values': expected a name for each value that is not plain, found"
                + " none"),
        sweep(
            "value whose name is no name",
            "sweep: {n: {" + path + ", values: {a/b: 6}}}",
            "spec.yaml:55: key 'values': expected a plain value, or one with a name (name: value),"
                + " found a/b"),
        sweep(
            "more than a thousand combinations",
            "sweep: {n: {" + path + ", values: " + numbers(101) + "}, m: {" + samples + "}}",
            "spec.yaml:55: key 'sweep': expected at most 1000 combinations of values, found 1010"),
        sweep(
            "combinations beyond all counting",
            "sweep: {n: {" + path + ", values: " + numbers(101) + "}" + axes(5) + "}",
            "spec.yaml:55: key 'sweep': expected at most 1000 combinations of values, found"
                + " 2147483647"),
        sweep(
            "value out of range",
            "sweep: {n: {" + path + ", values: [6, 0]}}",
            "spec.yaml:55: subjects: expected a whole number from 1 to 10000000, got 0"),
        sweep(
            "parameter with no name",
            "sweep: {N: {" + path + ", values: [6]}}",
            "spec.yaml:55: key 'N': expected lower-case letters and digits with dashes, found 'N'"),
        sweep(
            "arm and sweep of one name",
            "arms: {n=6: {train-faces: {generator: {subjects: 7}}}}\nsweep: {n: {"
                + path
                + ", values: [6]}}",
            "spec.yaml:56: key 'n=6' is a duplicate in 'arms'"));
  }

  private static SpecMistake sweep(String name, String sweep, String message) {
    return new SpecMistake(name, "\ngates:\n", "\n" + sweep + "\ngates:\n", message);
  }

  /** Returns a list of the numbers from 1. */
  private static String numbers(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList().toString();
  }

  /** Returns further parameters, each of a hundred values. */
  private static String axes(int count) {
    String values = numbers(100);
    return IntStream.range(0, count)
        .mapToObj(i -> ", x" + i + ": {set: recogniser/recipe/epochs, values: " + values + "}")
        .collect(Collectors.joining());
  }

  private static List<SpecMistake> scales() {
    return List.of(
        new SpecMistake(
            "unknown scale",
            "  sample:\n",
            "  smaple:\n",
            "spec.yaml:63: key 'smaple' is unknown in 'scales'; expected one of embedded, sample,"
                + " paper (did you mean 'sample'?)"),
        scale(
            "scale that changes nothing",
            "{}",
            "spec.yaml:63: key 'sample' is empty: leave it out"),
        scale(
            "scale that is a number",
            "5",
            "spec.yaml:64: key 'sample': expected a mapping of keys to values, found '5'"),
        scale(
            "scale that is a list",
            "[5]",
            "spec.yaml:64: key 'sample': expected a mapping of keys to values, found a sequence"),
        scale("scale that says nothing", "", "spec.yaml:63: key 'sample' is empty: leave it out"),
        scale(
            "scale that says the same",
            "{seeds: [1]}",
            "spec.yaml:64: key 'seeds' says what holds without it: leave it out"),
        scale(
            "parameter that stays",
            "{stages: {recogniser: {recipe: {epochs: 3}}}}",
            "spec.yaml:64: key 'epochs' says what holds without it: leave it out"),
        scale(
            "override of no stage",
            "{stages: {recognizer: {recipe: {epochs: 4}}}}",
            "spec.yaml:64: key 'recognizer' overrides nothing in 'stages' (did you mean"
                + " 'recogniser'?)"),
        scale(
            "override of no parameter",
            "{stages: {recogniser: {recipe: {epoch: 4}}}}",
            "spec.yaml:64: key 'epoch' is unknown in 'recipe'; expected one of <TrainSpec> (did you"
                + " mean 'epochs'?)"),
        scale(
            "override of no gate",
            "{gates: {every-comparison: {value: 1}}}",
            "spec.yaml:64: 'every-comparison' misses key 'kind', expected one of <Gate>"));
  }

  private static SpecMistake scale(String name, String scale, String message) {
    return new SpecMistake(name, "    seeds: [1, 2]\n", "    " + scale + "\n", message);
  }
}
