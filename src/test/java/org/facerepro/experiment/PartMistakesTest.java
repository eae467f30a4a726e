package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gates and plots on parts that there cannot be, each with the very message that it yields. */
class PartMistakesTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String GENERATED = "protocol: proxy-real, faces: proxy-faces";
  private static final String KEY = "gates/every-comparison-is-made/metric";
  private static final String PIE = "protocol: %s, faces: proxy-faces";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verify-groups | lfw | African | fta | no part, for protocol 'lfw' measures only the whole",
        "verify-groups | rfw-original | Afrcan | fta | a part that protocol 'rfw-original'"
            + " measures: Caucasian, Indian, Asian, African (did you mean 'African'?)",
        "verify-groups | rfw-bin | white | fta | a part that protocol 'rfw-bin' measures:"
            + " Caucasian, Indian, Asian, African",
        "verify-groups | yale-b | lights-6 | fta | a part that protocol 'yale-b' measures:"
            + " lights-1, lights-2, lights-3, lights-4, lights-5 (did you mean 'lights-1' or"
            + " 'lights-2' or 'lights-3'?)",
        "verify-groups | yale-b-azimuth | lights-5 | fta | a part that protocol 'yale-b-azimuth'"
            + " measures: azimuth-0-25, azimuth-35-50, azimuth-60-85, azimuth-95-130",
        "verify-groups | yale-b bins=elevation | lights-5 | fta | a part that protocol 'yale-b"
            + " bins=elevation' measures: elevation-0-20, elevation-35-45, elevation-65-90",
        "verify-groups | folder | anybody | fta | no part, for protocol 'folder' measures only the"
            + " whole",
        "verify-templates | ijba-11 | split-11 | fta | a part that protocol 'ijba-11' measures:"
            + " split-1, split-2, split-3, split-4, split-5, split-6, split-7, split-8, split-9,"
            + " split-10 (did you mean 'split-1' or 'split-10' or 'split-2'?)",
        "search-templates | ijba-1n | mean | rank-1 | a part that protocol 'ijba-1n' measures:"
            + " split-1, split-2, split-3, split-4, split-5, split-6, split-7, split-8, split-9,"
            + " split-10",
        "verify-templates | ijbb-11-nist | test3 | fta | a part that protocol 'ijbb-11-nist'"
            + " measures: test1, test2 (did you mean 'test1' or 'test2'?)",
        "verify-templates | ijbb-11-nist task=covariates | covariates | fta | no part, for protocol"
            + " 'ijbb-11-nist task=covariates' measures only the whole",
        "search-templates | ijbc-1n-nist | mixed-mean | rank-1 | a part that protocol"
            + " 'ijbc-1n-nist' measures: mixed-S1, mixed-S2, mixed-G1, mixed-G2, img-mean, img-S1,"
            + " img-S2, img-G1, img-G2, video-mean, video-S1, video-S2, video-G1, video-G2 (did you"
            + " mean 'video-mean'?)",
        "search-templates | ijbc-1n | G3 | rank-1 | a part that protocol 'ijbc-1n' measures: G1, G2"
            + " (did you mean 'G1' or 'G2'?)",
        "verify-templates | ijbc-1n | G1 | fta | no part, for protocol 'ijbc-1n' measures only the"
            + " whole",
        "search | tinyface | distractors | rank-1 | no part, for protocol 'tinyface' measures only"
            + " the whole",
        "search | multipie-kortylewski | yaw0 | rank-1 | a part that protocol"
            + " 'multipie-kortylewski' measures: yaw15, yaw30, yaw45, yaw60, yaw75, yaw90 (did you"
            + " mean 'yaw30' or 'yaw60' or 'yaw90'?)",
        "search | multipie-setting1 max-yaw=60 | yaw90 | rank-1 | a part that protocol"
            + " 'multipie-setting1 max-yaw=60' measures: yaw0, yaw15, yaw30, yaw45, yaw60 (did you"
            + " mean 'yaw0' or 'yaw30' or 'yaw60'?)",
        "search | multipie-setting2 raised-cameras=in | raise | rank-1 | a part that protocol"
            + " 'multipie-setting2 raised-cameras=in' measures: yaw15, yaw30, yaw45, yaw60, yaw75,"
            + " yaw90, raised (did you mean 'raised'?)"
      })
  void check_ofAPartThatTheProtocolCannotHave_namesThoseThatThereAre(
      String kind, String protocol, String part, String metric, String expected)
      throws IOException {
    assertMistake(spec(kind, "protocol: " + protocol, part, metric), part, metric, expected);
  }

  @Test
  void check_ofAPartOfGeneratedFaces_saysThatThereIsNone() throws IOException {
    assertMistake(
        spec("verify-groups", GENERATED, "women", "fta"),
        "women",
        "fta",
        "no part, for protocol 'proxy-real' measures only the whole");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multipie-rendered | yaw45 | yaw0, yaw15, yaw30 (did you mean 'yaw15'?)",
        "multipie-rendered | yaw-15 | yaw0, yaw15, yaw30 (did you mean 'yaw15'?)",
        "multipie-rendered | light07 | yaw0, yaw15, yaw30",
        "multipie-rendered | own-side | yaw0, yaw15, yaw30",
        "multipie-rendered yaw=signed | yaw15 | yaw-15, yaw0, yaw30 (did you mean" + " 'yaw-15'?)",
        "multipie-rendered frontal-probes=other-sessions | yaw0 | yaw15, yaw30 (did you mean"
            + " 'yaw30'?)",
        "multipie-rendered parts=yaw-and-light | yaw30-light01 | yaw0, yaw15, yaw30, light00,"
            + " light07, yaw0-light00, yaw15-light00, yaw15-light07, yaw30-light00, yaw30-light07"
            + " (did you mean 'yaw30-light00' or 'yaw30-light07' or 'yaw0-light00'?)",
        "multipie-rendered-grid | light08 | yaw-15, yaw0, yaw30, own-side, other-side, light00,"
            + " light07, yaw-15-light00, yaw-15-light07, yaw0-light00, yaw30-light00, yaw30-light07"
            + " (did you mean 'light00' or 'light07'?)"
      })
  void check_ofAPartThatNobodyPhotographs_namesThoseThatThereAre(
      String protocol, String part, String names) throws IOException {
    assertMistake(
        photographed(protocol, part),
        part,
        "rank-1",
        "a part that protocol '%s' measures of what stage 'proxy-faces' photographs: %s"
            .formatted(protocol, names));
  }

  @Test
  void check_whereNobodyIsTested_saysThatThereIsNoPart() throws IOException {
    assertMistake(
        photographed("multipie-rendered protocol=setting1", "yaw15"),
        "yaw15",
        "rank-1",
        "no part, for protocol 'multipie-rendered protocol=setting1' measures only the whole of"
            + " what stage 'proxy-faces' photographs");
  }

  @ParameterizedTest
  @CsvSource({
    "verify-groups, protocol: bfw, asian_females, fta",
    "verify-groups, protocol: pairs, anything, fta",
    "verify-groups, protocol: folder groups=outer-folder, anything, fta",
    "verify-groups, protocol: rfw-original, African, fta",
    "verify-templates, protocol: ijba-11, split-10, fta",
    "search-templates, protocol: ijbb-1n-nist, video-mean, rank-1",
    "search, protocol: multipie-kortylewski yaw=signed, yaw-90, rank-1",
    "search, protocol: multipie-setting1, yaw90, rank-1",
    "search, protocol: multipie-kortylewski parts=yaw-light-and-side, yaw45-light19, rank-1"
  })
  void check_ofAPartThatThereMayBe_findsNothing(
      String kind, String embedded, String part, String metric) throws IOException {
    String yaml = spec(kind, embedded, part, metric);

    assertThatCode(() -> check(yaml)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "multipie-rendered, yaw0",
    "multipie-rendered yaw=signed, yaw-15",
    "multipie-rendered-grid, own-side",
    "multipie-rendered-grid, yaw30-light07",
    "multipie-rendered missing=failed, yaw90"
  })
  void check_ofAPartThatIsPhotographed_findsNothing(String protocol, String part)
      throws IOException {
    String yaml = photographed(protocol, part);

    assertThatCode(() -> check(yaml)).doesNotThrowAnyException();
  }

  @Test
  void check_ofAPlotOfAPartThatThereCannotBe_namesTheSeries() throws IOException {
    String plot =
        """
        plots:
          splits:
            kind: bars
            title: Splits
            places: [split-1, split-12]
            y: EER
            series: {tiny: [proxy-real/*.eer]}
        """;
    assertMessage(
        spec("verify-templates", "protocol: ijba-11", "split-1", "eer") + plot,
        "66: plots/splits/series/tiny: expected a part that protocol 'ijba-11' measures: split-1,"
            + " split-2, split-3, split-4, split-5, split-6, split-7, split-8, split-9, split-10"
            + " (did you mean 'split-1' or 'split-10' or 'split-2'?), got"
            + " proxy-real/split-12.eer");
  }

  private void assertMistake(String yaml, String part, String metric, String expected) {
    int line = yaml.substring(0, yaml.indexOf("    metric:")).split("\n").length + 1;
    assertMessage(
        yaml,
        "%d: %s: expected %s, got proxy-real/%s.%s".formatted(line, KEY, expected, part, metric));
  }

  private void assertMessage(String yaml, String message) {
    assertThatThrownBy(() -> check(yaml))
        .isInstanceOf(SpecException.class)
        .hasMessage("%s:%s", folder.resolve("spec.yaml"), message);
  }

  /** Reads and checks as {@code plan} and {@code run} do. */
  private void check(String yaml) throws IOException {
    ExperimentFile file =
        new ExperimentFile(Files.writeString(folder.resolve("spec.yaml"), yaml), Scale.EMBEDDED);
    ExperimentSpec spec = file.read();
    try {
      SpecCheck.check(spec, HOME);
    } catch (InvalidValueException e) {
      throw file.error(e);
    }
  }

  /** Returns the fixture with another protocol, and its gate on a part of that. */
  private static String spec(String kind, String embedded, String part, String metric)
      throws IOException {
    String yaml =
        tiny()
            .replace(GENERATED, embedded)
            .replace("{kind: verify,", "{kind: " + kind + ",")
            .replace("proxy-real.fta", "proxy-real/" + part + "." + metric);
    return embedded.contains("proxy-faces") ? yaml : yaml.replaceFirst(" *proxy-faces: .*\n", "");
  }

  /** Returns the same with subjects photographed at three yaws in two shots, once. */
  private static String photographed(String protocol, String part) throws IOException {
    String before =
        "{kind: generate, generator: {domain: proxy-real, subjects: 20, samplesPerSubject: 3}}";
    String yaml = spec("search", PIE.formatted(protocol), part, "rank-1");
    assertThat(yaml).contains(before);
    return yaml.replace(
        before,
        "{kind: multi-pie, generator: {domain: proxy-real, subjects: 20, samplesPerSubject: 1},"
            + " yaws: [-15, 0, 30], shots: [0, 7]}");
  }

  private static String tiny() throws IOException {
    return Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"));
  }
}
