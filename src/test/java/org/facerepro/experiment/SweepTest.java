package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facerepro.core.Progress;
import org.facerepro.face.law.Law;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String TWO =
      """
      sweep:
        subjects: {set: train-faces/generator/subjects, values: [6, 12]}
        yaw:
          set: train-faces/generator/laws/pose.yaw
          values: {narrow: 0, wide: {law: gaussian, mean: 0, standardDeviation: 22}}
      """;

  @TempDir Path folder;

  @Test
  void aSweep_yieldsAnArmForEachCombination() throws IOException {
    assertThat(spec(TWO).stages())
        .hasSize(6 + 4 * 4)
        .containsKeys(
            "train-faces@subjects=6,yaw=narrow",
            "recogniser@subjects=6,yaw=wide",
            "proxy-real-embeddings@subjects=12,yaw=narrow",
            "proxy-real@subjects=12,yaw=wide");
  }

  @Test
  void anArmOfASweep_hasItsValues() throws IOException {
    Stage.Generate faces = (Stage.Generate) spec(TWO).stage("train-faces@subjects=6,yaw=wide");
    assertThat(faces.generator().subjects()).isEqualTo(6);
    assertThat(faces.generator().laws()).containsEntry("pose.yaw", new Law.Gaussian(0, 22));
  }

  @Test
  void aValue_replacesAnotherOfTheSamePlace_whole() throws IOException {
    String sweep =
        "sweep: {yaw: {set: train-faces/generator/laws/pose.yaw, values: {wide: {law: gaussian,"
            + " mean: 0, standardDeviation: 22}}}}";
    ExperimentSpec spec =
        parse(
            text(sweep)
                .replace(
                    "subjects: 12,",
                    "laws: {pose.yaw: {law: uniform, low: -5, high: 5}}, subjects: 12,"));
    Stage.Generate faces = (Stage.Generate) spec.stage("train-faces@yaw=wide");
    assertThat(faces.generator().laws()).containsEntry("pose.yaw", new Law.Gaussian(0, 22));
  }

  @Test
  void aParameter_mayStandInSeveralStages() throws IOException {
    ExperimentSpec spec =
        spec(
            "sweep: {n: {set: [train-faces/generator/subjects, dev-faces/generator/subjects],"
                + " values: [8]}}");
    assertThat(((Stage.Generate) spec.stage("train-faces@n=8")).generator().subjects())
        .isEqualTo(8);
    assertThat(((Stage.Generate) spec.stage("dev-faces@n=8")).generator().subjects()).isEqualTo(8);
  }

  @Test
  void aGate_canCompareArmsOfASweep_alsoWithFractionsInTheirNames() throws IOException {
    String gate =
        """
          more-labels-help:
            kind: greater-than
            metric: proxy-real@labels=0.5.auc
            other: proxy-real@labels=0.25.auc
            because: labels tell people apart
        """;
    String sweep = "sweep: {labels: {set: recogniser/labels/fraction, values: [0.25, 0.5]}}";
    ExperimentSpec spec =
        parse(
            text(sweep)
                    .replace(
                        "    dev: dev-faces\n",
                        "    dev: dev-faces\n    labels: {of: subjects, fraction: 1}\n")
                + gate);
    assertThat(Objects.requireNonNull(spec.gates().get("more-labels-help")).metrics())
        .extracting(StageMetric::stage)
        .containsExactly("proxy-real@labels=0.5", "proxy-real@labels=0.25");
  }

  @Test
  void anArm_withTheUsualValue_sharesItsArtifacts() throws IOException {
    Plan plan = plan(spec(TWO.replace("values: {narrow", "values: {usual: 0, narrow")));
    assertThat(key(plan, "train-faces@subjects=12,yaw=usual"))
        .isEqualTo(key(plan, "train-faces@subjects=12,yaw=narrow"))
        .isNotEqualTo(key(plan, "train-faces@subjects=6,yaw=narrow"));
  }

  @Test
  void aThousandStages_arePlanned_eachWithItsOwnKey() throws IOException {
    String many =
        IntStream.range(1, 251).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    Plan plan =
        plan(spec("sweep: {n: {set: train-faces/generator/subjects, values: [" + many + "]}}"));
    assertThat(plan.stages()).hasSize(1006);
    // The arm of the usual value shares the four artifacts of the stages that it repeats.
    assertThat(plan.stages().stream().map(Plan.PlannedStage::key).distinct()).hasSize(1002);
    assertThat(plan.stages()).allMatch(stage -> stage.status() == StageStatus.TO_RUN);
    assertThat(plan.stages()).allMatch(stage -> stage.estimate() != null);
  }

  private static String key(Plan plan, String stage) {
    return plan.stages().stream()
        .filter(planned -> planned.name().equals(stage))
        .map(planned -> String.valueOf(planned.key()))
        .findFirst()
        .orElseThrow();
  }

  private Plan plan(ExperimentSpec spec) {
    Workspace workspace =
        new Workspace(HOME, new ArtifactStore(folder), folder, Compute.of("auto"), Progress.SILENT);
    return new ExperimentRunner(workspace).plan(spec, Scale.EMBEDDED, 1);
  }

  private static ExperimentSpec spec(String sweep) throws IOException {
    return parse(text(sweep));
  }

  private static ExperimentSpec parse(String text) {
    return ExperimentSpec.parse(text, "spec.yaml", Scale.EMBEDDED);
  }

  private static String text(String sweep) throws IOException {
    String yaml = Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"));
    return yaml.replace("\ngates:\n", "\n" + sweep + "\ngates:\n");
  }
}
