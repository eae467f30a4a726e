package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.InvalidValueException;
import org.facerepro.experiment.trial.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that show only beside the project, each with the very message that it yields. */
class SpecCheckTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Known KNOWN = Known.of(HOME);
  private static final String GENERATED = "protocol: proxy-real, faces: proxy-faces";

  @ParameterizedTest
  @MethodSource("org.facerepro.experiment.Specifications#all")
  void check_ofASpecificationOfTheProject_findsNothingAtAnyScale(Path file) {
    for (Scale scale : ExperimentSpec.scales(file)) {
      ExperimentSpec spec = ExperimentSpec.read(file, scale);
      assertThatCode(() -> SpecCheck.check(spec, HOME)).as(scale.name()).doesNotThrowAnyException();
      assertThatCode(() -> KNOWN.check(spec)).as(scale.name()).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        GENERATED
            + " | search | stages/proxy-real/kind: expected a stage of kind verify or"
            + " verify-groups, for protocol 'proxy-real' compares couples of images, got search",
        "protocol: tinyface | verify | stages/proxy-real/kind: expected a stage of kind search, for"
            + " protocol 'tinyface' searches a gallery, got verify",
        "protocol: multipie-kortylewski | verify-groups | stages/proxy-real/kind: expected a stage"
            + " of kind search, for protocol 'multipie-kortylewski' searches a gallery, got"
            + " verify-groups",
        "protocol: ijba-11 | verify | stages/proxy-real/kind: expected a stage of kind"
            + " verify-templates, for protocol 'ijba-11' compares templates, got verify",
        "protocol: ijba-1n | search | stages/proxy-real/kind: expected a stage of kind"
            + " search-templates, for protocol 'ijba-1n' searches galleries of templates, got"
            + " search",
        "protocol: ijbc-1n | search | stages/proxy-real/kind: expected a stage of kind"
            + " verify-templates or search-templates, for protocol 'ijbc-1n' compares templates and"
            + " searches galleries of templates, got search",
        "protocol: ijbc-11 | search-templates | stages/proxy-real/kind: expected a stage of kind"
            + " verify-templates, for protocol 'ijbc-11' compares templates, got search-templates",
        "protocol: ijba-11 | search-templates | stages/proxy-real/kind: expected a stage of kind"
            + " verify-templates, for protocol 'ijba-11' compares templates, got search-templates",
        "protocol: multipie-kortylewski protocol=m | search"
            + " | stages/proxy-real-embeddings/protocol: expected another protocol, for no kind of"
            + " stage measures one that compares all with all yet, got 'multipie-kortylewski"
            + " protocol=m'"
      })
  void check_ofAStageThatCannotMeasureItsProtocol_namesBothAndWhichKindDoes(
      String embedded, String kind, String message) throws IOException {
    assertMistake(spec(embedded, kind), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lfw release | protocol 'lfw release': expected option=value, each once, after the id, got"
            + " 'release'",
        "lfw relese=any | option 'relese' is unknown; there are: pictures, errata, folds, release"
            + " (did you mean 'release'?)",
        "lfw release=some | option 'release' (official: files of another checksum or size are"
            + " refused; any: they are remarked upon): expected one of official, any, got 'some'",
        "multipie-bob-m yaw=signed | option 'yaw' (left and right pooled or apart) has no effect on"
            + " protocol m; leave it out"
      })
  void check_ofAProtocolThatCannotBeReadSo_saysWhy(String protocol, String reason)
      throws IOException {
    assertMistake(
        spec("protocol: " + protocol, "verify"),
        "stages/proxy-real-embeddings/protocol: expected a protocol of the project (%s), got '%s'"
            .formatted(reason, protocol));
  }

  @Test
  void check_ofATreeOverAGeneratedSet_isAMistake() throws IOException {
    assertMistake(
        spec("protocol: multipie-rendered, faces: proxy-faces", "search"),
        "stages/proxy-real-embeddings/faces: expected none or a stage of kind multi-pie, for"
            + " protocol 'multipie-rendered' is read from a tree, got 'proxy-faces'");
  }

  @Test
  void check_ofADrawFromATree_isAMistake() throws IOException {
    String yaml =
        tiny()
            .replace(
                "kind: generate, generator: {domain: proxy-real",
                "kind: multi-pie, generator: {domain: proxy-real");
    assertThat(yaml).isNotEqualTo(tiny());
    assertMistake(
        ExperimentSpec.parse(yaml, "spec.yaml", Scale.EMBEDDED),
        "stages/proxy-real-embeddings/faces: expected a stage of kind generate, for protocol"
            + " 'proxy-real' is drawn from generated faces, got 'proxy-faces'");
  }

  @ParameterizedTest
  @CsvSource({
    "ijba-1n",
    "ijbb-1n-nist",
    "ijbc-1n-nist",
    "ijbb-1n",
    "ijbc-1n script=tface",
    "ijba-11 task=identification"
  })
  void check_ofTemplatesThatAreSearched_findsNothing(String protocol) throws IOException {
    ExperimentSpec spec = spec("protocol: " + protocol, "search-templates");

    assertThatCode(() -> SpecCheck.check(spec, HOME)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "ijba-11, tar@far=1e-1",
    "ijba-11, nearest-corner.tar@far=1e-3",
    "ijbc-11, tar@far=1e-6",
    "ijbc-1n, tar@far=1e-6",
    "ijbb-11-nist task=covariates, tar@far=1e-6"
  })
  void check_ofAGateAtAFalseAcceptRateOfTheProtocol_findsNothing(String protocol, String metric)
      throws IOException {
    ExperimentSpec spec = ofTemplates(protocol, metric, "");

    assertThatCode(() -> SpecCheck.check(spec, HOME)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"tar@far=1e-4", "nearest-corner.tar@far=1e-6", "tar@far=1e-5.threshold"})
  void check_ofAGateAtAFalseAcceptRateOfOtherProtocolsOnly_namesThoseThatThereAre(String metric)
      throws IOException {
    assertMistake(
        ofTemplates("ijba-11 release=any", metric, ""),
        "gates/every-comparison-is-made/metric: expected a metric that protocol 'ijba-11"
            + " release=any' reports: auc, eer, fta, tar@far=1e-1, tar@far=1e-2, tar@far=1e-3, got"
            + " proxy-real."
            + metric);
  }

  @Test
  void check_ofAPlotAtAFalseAcceptRateOfOtherProtocolsOnly_namesTheSeries() throws IOException {
    String plot =
        """
        plots:
          rates:
            kind: lines
            title: Rates
            x: rate
            scale: log
            values: [0.0001, 0.001]
            y: TAR
            series: {tiny: [proxy-real.tar@far=*]}
        """;
    assertMistake(
        ofTemplates("ijba-11", "fta", plot),
        "plots/rates/series/tiny: expected a metric that protocol 'ijba-11' reports: auc, eer, fta,"
            + " tar@far=1e-1, tar@far=1e-2, tar@far=1e-3, got proxy-real.tar@far=1e-4");
  }

  private static void assertMistake(ExperimentSpec spec, String message) {
    assertThatThrownBy(() -> SpecCheck.check(spec, HOME))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(message);
  }

  /** Returns the fixture with another protocol that is measured by a stage of a kind. */
  private static ExperimentSpec spec(String embedded, String kind) throws IOException {
    String metric = kind.startsWith("search") ? "proxy-real.rank-1" : "proxy-real.fta";
    return spec(embedded, kind, metric, "");
  }

  /** Returns the fixture with templates that are compared, and a gate on them. */
  private static ExperimentSpec ofTemplates(String protocol, String metric, String plots)
      throws IOException {
    return spec("protocol: " + protocol, "verify-templates", "proxy-real." + metric, plots);
  }

  private static ExperimentSpec spec(String embedded, String kind, String metric, String plots)
      throws IOException {
    String yaml =
        tiny()
            .replace(GENERATED, embedded)
            .replace("{kind: verify,", "{kind: " + kind + ",")
            .replace("proxy-real.fta", metric);
    String used =
        embedded.contains("proxy-faces") ? yaml : yaml.replaceFirst(" *proxy-faces: .*\n", "");
    return ExperimentSpec.parse(used + plots, "spec.yaml", Scale.EMBEDDED);
  }

  private static String tiny() throws IOException {
    return Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"));
  }
}
