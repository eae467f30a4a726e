package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake that a specification can hold, with the very message that it yields. */
class SpecMistakesTest {
  private static final String RECOGNISER = "    dev: dev-faces\n";

  private String valid = "";

  @BeforeEach
  void read() throws IOException {
    valid = SpecMistake.valid();
  }

  @Test
  void theSpecification_withoutAMistake_isRead() {
    assertThat(ExperimentSpec.parse(valid, "spec.yaml", Scale.SAMPLE).seeds()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isAnErrorWithFileLineAndWhatWasExpected(SpecMistake mistake) throws IOException {
    mistake.check();
  }

  @Test
  void aLongerCircle_isToldInFull() {
    String other = section("  recogniser:\n", "  proxy-real-embeddings:\n");
    String circle =
        valid.replace(
            other,
            other.replace(RECOGNISER, RECOGNISER + "    initial: other\n")
                + other
                    .replace("  recogniser:", "  other:")
                    .replace(RECOGNISER, RECOGNISER + "    initial: recogniser\n"));
    assertThatThrownBy(() -> ExperimentSpec.parse(circle, "spec.yaml", Scale.EMBEDDED))
        .hasMessage(
            "spec.yaml:14: stages/recogniser: expected a stage that does not read from itself, got"
                + " recogniser reads other reads recogniser");
  }

  private String section(String from, String to) {
    return valid.substring(valid.indexOf(from), valid.indexOf(to));
  }

  static Stream<SpecMistake> mistakes() {
    return Stream.of(keys(), values(), references(), gates(), claims()).flatMap(List::stream);
  }

  private static List<SpecMistake> keys() {
    return List.of(
        new SpecMistake(
            "unknown key",
            "tags: [fixture]",
            "tag: [fixture]",
            "spec.yaml:7: key 'tag' is unknown in 'document'; expected one of <ExperimentSpec> (did"
                + " you mean 'tags'?)"),
        new SpecMistake(
            "unknown key of a stage",
            "epochs: 3",
            "epoch: 3",
            "spec.yaml:20: key 'epoch' is unknown in 'recipe'; expected one of <TrainSpec> (did you"
                + " mean 'epochs'?)"),
        new SpecMistake(
            "duplicate key",
            "tags: [fixture]",
            "tags: [fixture]\nid: other",
            "spec.yaml:8: key 'id' is a duplicate; it stands already on line 2"),
        new SpecMistake(
            "duplicate stage",
            "  proxy-real: {kind",
            "  dev-faces: {kind: verify, embeddings: proxy-real-embeddings}\n  proxy-real: {kind",
            "spec.yaml:44: key 'dev-faces' is a duplicate; it stands already on line 12"),
        new SpecMistake(
            "missing key",
            "title: Every stage on a handful of subjects\n",
            "",
            "spec.yaml:1: 'document' misses key 'title', expected a text"),
        new SpecMistake(
            "missing key of a stage",
            RECOGNISER,
            "",
            "spec.yaml:15: 'recogniser' misses key 'dev', expected a text"),
        new SpecMistake(
            "missing kind",
            "{kind: generate, generator: {domain: graphics, subjects: 12",
            "{generator: {domain: graphics, subjects: 12",
            "spec.yaml:11: 'train-faces' misses key 'kind', expected one of <Stage>"),
        new SpecMistake(
            "unknown kind",
            "    kind: train\n",
            "    kind: trian\n",
            "spec.yaml:15: key 'kind': expected one of <Stage> (did you mean 'train'?), found"
                + " 'trian'"),
        new SpecMistake(
            "not YAML",
            "tags: [fixture]",
            "tags: [fixture",
            "spec.yaml:8: not valid YAML: expected ',' or ']', but got :"),
        new SpecMistake(
            "alias of a mapping",
            "  dev-faces: {kind",
            "  train-2: &faces {a: 1}\n  train-3: *faces\n  dev-faces: {kind",
            "spec.yaml:13: not valid YAML: aliases of mappings and lists are not allowed: write out"
                + " what '*faces' stands for"),
        new SpecMistake(
            "alias of a list",
            "tags: [fixture]\nseeds: [1]",
            "tags: &all [fixture]\nseeds: *all",
            "spec.yaml:8: not valid YAML: aliases of mappings and lists are not allowed: write out"
                + " what '*all' stands for"),
        new SpecMistake(
            "forbidden character",
            "title: Every stage",
            "title: Every\u0007stage",
            "spec.yaml:3: not valid YAML: the character U+0007 is not allowed"),
        new SpecMistake(
            "deep nesting",
            "tags: [fixture]",
            "tags:" + "\n  [".repeat(51) + "]".repeat(51),
            "spec.yaml:58: not valid YAML: nested deeper than 51 levels"),
        new SpecMistake(
            "another schema",
            "experiment/v1",
            "experiment/v9",
            "spec.yaml:1: schema: expected 'facerepro/experiment/v1', got"
                + " 'facerepro/experiment/v9'"));
  }

  private static List<SpecMistake> values() {
    return List.of(
        new SpecMistake(
            "no number",
            "epochs: 3",
            "epochs: three",
            "spec.yaml:20: key 'epochs': expected a whole number, found 'three'"),
        new SpecMistake(
            "a fraction for a count",
            "epochs: 3",
            "epochs: 3.5",
            "spec.yaml:20: key 'epochs': expected a whole number, found '3.5'"),
        new SpecMistake(
            "not a finite number",
            "momentum: 0.9",
            "momentum: .nan",
            "spec.yaml:22: key 'momentum': expected a finite number, found '.nan'"),
        new SpecMistake(
            "out of range",
            "epochs: 3",
            "epochs: -1",
            "spec.yaml:20: epochs: expected a whole number from 0 to 10000, got -1"),
        new SpecMistake(
            "nothing",
            "epochs: 3",
            "epochs:",
            "spec.yaml:20: key 'epochs': expected a whole number, found ''"),
        new SpecMistake(
            "no truth value",
            "flip: true",
            "flip: yes",
            "spec.yaml:43: key 'flip': expected true or false, found 'yes'"),
        new SpecMistake(
            "no list",
            "seeds: [1]",
            "seeds: 1",
            "spec.yaml:8: key 'seeds': expected a list, found '1'"),
        new SpecMistake(
            "no seeds",
            "seeds: [1]",
            "seeds: []",
            "spec.yaml:8: seeds: expected at least one seed, got []"),
        new SpecMistake(
            "no mapping",
            "colour: {brightness: 0, contrast: 0, gamma: 0, saturation: 0, grey: 0}",
            "colour: none",
            "spec.yaml:32: key 'colour': expected a mapping of keys to values, found 'none'"),
        new SpecMistake(
            "unknown choice",
            "domain: graphics",
            "domain: graphic",
            "spec.yaml:11: key 'domain': expected one of graphics, proxy-real (did you mean"
                + " 'graphics'?), found 'graphic'"),
        new SpecMistake(
            "no name",
            "id: tiny",
            "id: ../tiny",
            "spec.yaml:2: id: expected lower-case letters and digits with dashes, got ../tiny"),
        new SpecMistake(
            "no name of a stage",
            "  train-faces: {",
            "  Train_Faces: {",
            "spec.yaml:11: stages/Train_Faces: expected lower-case letters and digits with dashes,"
                + " got Train_Faces"),
        new SpecMistake(
            "blank title",
            "title: Every stage on a handful of subjects",
            "title: ' '",
            "spec.yaml:3: title: expected a text that is not blank, got ' '"),
        new SpecMistake(
            "no such reproduction",
            "reproduces: none",
            "reproduces: a table",
            "spec.yaml:5: reproduces: expected 'none', or paper and table as in"
                + " baselines/published.csv: bae2023digiface1m, Table 1, got 'a table'"));
  }

  private static List<SpecMistake> references() {
    return List.of(
        new SpecMistake(
            "missing stage",
            "faces: train-faces",
            "faces: trian-faces",
            "spec.yaml:16: stages/recogniser/faces: expected the name of a stage (did you mean"
                + " 'train-faces'?), got 'trian-faces'"),
        new SpecMistake(
            "wrong kind of stage",
            "model: recogniser",
            "model: dev-faces",
            "spec.yaml:43: stages/proxy-real-embeddings/model: expected a stage of kind train or ensemble or renormalise, got"
                + " 'dev-faces'"),
        new SpecMistake(
            "cycle",
            RECOGNISER,
            RECOGNISER + "    initial: recogniser\n",
            "spec.yaml:14: stages/recogniser: expected a stage that does not read from itself, got"
                + " recogniser reads recogniser"),
        new SpecMistake(
            "unused stage",
            "dev: dev-faces",
            "dev: proxy-faces",
            "spec.yaml:12: stages/dev-faces: expected a stage that another one uses, got unused"),
        new SpecMistake(
            "one stage in two roles",
            "dev: dev-faces",
            "dev: train-faces",
            "spec.yaml:17: dev: expected another stage than faces, got train-faces"),
        new SpecMistake(
            "weight of the only faces",
            RECOGNISER,
            RECOGNISER + "    weight: 2\n",
            "spec.yaml:18: weight: expected nothing without additions, got 2.0"));
  }

  private static List<SpecMistake> gates() {
    return List.of(
        new SpecMistake(
            "unknown kind of gate",
            "kind: equals",
            "kind: equal",
            "spec.yaml:57: key 'kind': expected one of <Gate> (did you mean 'equals'?), found"
                + " 'equal'"),
        new SpecMistake(
            "unknown metric",
            "metric: proxy-real.fta",
            "metric: proxy-real.ftaa",
            "spec.yaml:58: metric: expected a metric that there is (metric 'ftaa' is unknown (did"
                + " you mean 'fta'?); expected one of accuracy, auc, eer, fta, tar@far=1e-3,"
                + " fnmr@fmr=1e-3, d-prime, cllr, min-cllr, rank-1, tpir@fpir=1e-3), got"
                + " 'proxy-real.ftaa'"),
        new SpecMistake(
            "metric that is not measured",
            "proxy-real.fta",
            "proxy-real.rank-1",
            "spec.yaml:58: gates/every-comparison-is-made/metric: expected a metric that a verify"
                + " stage measures: <metrics>, got proxy-real.rank-1"),
        new SpecMistake(
            "convention that is not measured",
            "proxy-real.fta",
            "proxy-real.fta-excluded.fta",
            "spec.yaml:58: gates/every-comparison-is-made/metric: expected a metric that a verify"
                + " stage measures: <metrics>, got proxy-real.fta-excluded.fta"),
        new SpecMistake(
            "number that a metric does not have",
            "proxy-real.fta",
            "proxy-real.fta.standardError",
            "spec.yaml:58: gates/every-comparison-is-made/metric: expected a number that fta has:"
                + " value, interval.low, interval.high, got proxy-real.fta.standardError"),
        new SpecMistake(
            "end of an interval that a metric does not have",
            "proxy-real.fta",
            "proxy-real.eer.interval.low",
            "spec.yaml:58: gates/every-comparison-is-made/metric: expected a number that eer has:"
                + " value, bounds.low, bounds.high, far, threshold, falseAccepts, got"
                + " proxy-real.eer.interval.low"),
        new SpecMistake(
            "metric of no stage",
            "proxy-real.fta",
            "proxy-rael.fta",
            "spec.yaml:58: gates/every-comparison-is-made/metric: expected a metric of a stage of"
                + " kind verify or verify-groups or verify-templates or search or search-templates"
                + " (did you mean 'proxy-real'?), got 'proxy-rael.fta'"),
        new SpecMistake(
            "metric of another kind of stage",
            "proxy-real.fta",
            "recogniser.fta",
            "spec.yaml:58: gates/every-comparison-is-made/metric: expected a metric of a stage of"
                + " kind verify or verify-groups or verify-templates or search or search-templates,"
                + " got 'recogniser.fta'"),
        new SpecMistake(
            "metric without a stage",
            "proxy-real.fta",
            "fta",
            "spec.yaml:58: metric: expected <stage>[/<part>].<metric>, got 'fta'"),
        new SpecMistake(
            "gate without a reason",
            "    because: every generated face can be read\n",
            "",
            "spec.yaml:57: 'every-comparison-is-made' misses key 'because', expected a text"),
        new SpecMistake(
            "no gates",
            """
            gates:
              every-comparison-is-made:
                kind: equals
                metric: proxy-real.fta
                value: 0
                because: every generated face can be read
            """,
            "gates: {}\n",
            "spec.yaml:55: gates: expected at least one gate, got {}"));
  }

  private static List<SpecMistake> claims() {
    String gates = "gates: [every-comparison-is-made]";
    return List.of(
        new SpecMistake(
            "claim on an unknown gate",
            gates,
            "gates: [every-comparison-is-mad]",
            "spec.yaml:51: claims/T-1/gates: expected the name of a gate (did you mean"
                + " 'every-comparison-is-made'?), got 'every-comparison-is-mad'"),
        new SpecMistake(
            "claim without a gate",
            gates,
            "gates: []",
            "spec.yaml:51: gates: expected the name of at least one gate, got []"),
        new SpecMistake(
            "claim that names a gate twice",
            gates,
            "gates: [every-comparison-is-made, every-comparison-is-made]",
            "spec.yaml:51: gates: expected gates that differ, got 'every-comparison-is-made'"
                + " twice"),
        new SpecMistake(
            "duplicate claim",
            "choices:",
            "  T-1: {states: s, source: none, published: p, gates: []}\nchoices:",
            "spec.yaml:52: key 'T-1' is a duplicate; it stands already on line 47"),
        new SpecMistake(
            "no name of a claim",
            "  T-1:",
            "  T 1:",
            "spec.yaml:47: claims/T 1: expected letters and digits with dashes or dots, as B-2,"
                + " got T 1"),
        new SpecMistake(
            "claim of no source",
            "    source: none\n",
            "    source: somewhere in a paper\n",
            "spec.yaml:49: source: expected 'none', a row of baselines/published.csv, or a paper"
                + " and the place in it: kortylewski2019analyzing, abstract, got 'somewhere in a"
                + " paper'"),
        new SpecMistake(
            "claim that states nothing",
            "states: Every generated face can be enrolled.",
            "states: ''",
            "spec.yaml:48: states: expected a text that is not blank, got ''"),
        new SpecMistake(
            "blank choice",
            "  - Everything is our choice; nothing is published about so small a run.",
            "  - ''",
            "spec.yaml:52: choices: expected a text that is not blank, got ''"));
  }
}
