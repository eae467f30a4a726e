package org.facerepro.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Specifications;
import org.facerepro.experiment.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored reference trials are those of the specifications as they stand. */
class ReferenceTrialsTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));

  static List<Path> references() throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("baselines/reference"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void aReferenceTrial_isOfTheStagesThatItsSpecificationDeclares(Path file) throws IOException {
    Trial trial = Json.read(file, Trial.class);
    ExperimentSpec spec = specification(trial);

    assertThat(file).hasFileName(trial.experiment() + "-" + trial.scale() + ".json");
    assertThat(Trials.specification(spec))
        .as("%s is of other stages: accept a new one", file)
        .isEqualTo(trial.specification());
    assertThat(Known.of(HOME).reference(spec.id(), trial.scale(), trial.specification()).says())
        .isEqualTo("seeds " + trial.seeds());
  }

  @ParameterizedTest
  @MethodSource("references")
  void aReferenceTrial_tellsEveryNumberThatItsGatesLookAt(Path file) throws IOException {
    Trial trial = Json.read(file, Trial.class);

    assertThat(trial.seeds()).hasSizeGreaterThan(1);
    assertThat(trial.verdict()).isNotEqualTo(Verdict.FAIL);
    specification(trial)
        .gates()
        .forEach(
            (name, gate) ->
                assertThat(gate.metrics())
                    .as(name)
                    .allSatisfy(metric -> assertThat(trial.metric(metric.toString())).isPresent()));
  }

  private static ExperimentSpec specification(Trial trial) throws IOException {
    Scale scale = scale(trial.scale());
    Path file =
        Specifications.all().stream()
            .filter(each -> each.endsWith(trial.experiment() + ".yaml"))
            .findFirst()
            .orElseThrow();
    return ExperimentSpec.read(file, scale);
  }

  private static Scale scale(String name) {
    return Stream.of(Scale.values())
        .filter(scale -> EnumNames.of(scale).equals(name))
        .findFirst()
        .orElseThrow();
  }
}
