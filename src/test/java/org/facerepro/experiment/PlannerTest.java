package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Progress;
import org.facerepro.nn.Compute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));

  @TempDir Path folder;
  private String yaml = "";

  @BeforeEach
  void readTiny() throws IOException {
    yaml = Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"));
  }

  @Test
  void keys_ofTheSameSpecification_areTheSame() {
    assertThat(keys(yaml, 1)).isEqualTo(keys(yaml, 1));
  }

  @Test
  void keys_withAnotherSeed_areAllOthers() {
    assertThat(changed(keys(yaml, 1), keys(yaml, 2)))
        .containsExactlyInAnyOrderElementsOf(keys(yaml, 1).keySet());
  }

  @Test
  void keys_withAnotherRecipe_changeFromTheTrainingOn() {
    assertThat(changed(keys(yaml, 1), keys(yaml.replace("epochs: 3", "epochs: 4"), 1)))
        .containsExactlyInAnyOrder("recogniser", "proxy-real-embeddings", "proxy-real");
  }

  @Test
  void keys_ofEveryStage_differ() {
    assertThat(Set.copyOf(keys(yaml, 1).values())).hasSize(6);
  }

  @Test
  void fingerprint_ofDataBehindALink_dependsOnIt() throws IOException {
    Path real = Files.createDirectories(folder.resolve("elsewhere").resolve("s1"));
    Files.writeString(real.resolve("1.pgm"), "P2 1 1 1 0", StandardCharsets.US_ASCII);
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createSymbolicLink(data.resolve("orl"), folder.resolve("elsewhere"));
    String before = ProtocolData.of("orl", workspace(data)).fingerprint();
    Files.writeString(real.resolve("1.pgm"), "P2 1 1 1 1", StandardCharsets.US_ASCII);
    assertThat(ProtocolData.of("orl", workspace(data)).fingerprint()).isNotEqualTo(before);
  }

  @Test
  void plan_withAProtocolThatIsNotDeclared_isAnErrorWithNearNames() {
    assertMistake(
        yaml.replace("protocol: proxy-real", "protocol: proxy-rael"),
        "stages/proxy-real-embeddings/protocol: expected a protocol of the project (protocol"
            + " 'proxy-rael' is not declared: there is no "
            + HOME.resolve("protocols/proxy-rael.yaml")
            + " (did you mean 'proxy-real'?)), got 'proxy-rael'");
  }

  @Test
  void plan_ofAGeneratedProtocolWithoutFaces_isAnError() {
    assertMistake(
        yaml.replace("faces: proxy-faces, ", "").replaceFirst(" *proxy-faces: .*\n", ""),
        "stages/proxy-real-embeddings/faces: expected a stage of kind generate, for protocol"
            + " 'proxy-real' is drawn from generated faces, got none");
  }

  @Test
  void plan_ofAFileProtocolWithFaces_isAnError() {
    assertMistake(
        yaml.replace("protocol: proxy-real", "protocol: orl"),
        "stages/proxy-real-embeddings/faces: expected none, for protocol 'orl' brings its own"
            + " images, got 'proxy-faces'");
  }

  @Test
  void plan_ofATableThatNoBaselineHas_isAnErrorWithNearNames() {
    assertMistake(
        yaml.replace("reproduces: none", "reproduces: bae2023digiface1m, Table1"),
        "reproduces: expected a paper and table of baselines/published.csv (did you mean"
            + " 'bae2023digiface1m, Table 1' or 'bae2023digiface1m, Table 2' or 'bae2023digiface1m,"
            + " Table 3'?), got 'bae2023digiface1m, Table1'");
  }

  private void assertMistake(String broken, String message) {
    assertThatThrownBy(() -> keys(broken, 1))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(message);
  }

  @Test
  void plan_ofAProtocolFromFiles_tellsItsLicence() {
    String real = HOME.resolve("fixtures/experiments/missing-set.yaml").toString();
    ExperimentSpec spec = ExperimentSpec.read(Path.of(real), Scale.EMBEDDED);
    Plan plan = new ExperimentRunner(workspace(folder)).plan(spec, Scale.EMBEDDED, 1);
    assertThat(plan.inputs())
        .singleElement()
        .matches(input -> input.stage().equals("official-embeddings"))
        .matches(input -> input.name().equals("lfw") && input.realData())
        .matches(input -> !input.licence().isBlank());
  }

  @Test
  void plan_ofTwoStagesOnOneProtocol_tellsOfBothWhatTheyRead() {
    String real = HOME.resolve("harness/experiments/headline.yaml").toString();
    ExperimentSpec spec = ExperimentSpec.read(Path.of(real), Scale.SAMPLE);
    Plan plan = new ExperimentRunner(workspace(folder)).plan(spec, Scale.SAMPLE, 1);
    assertThat(plan.inputs().stream().filter(input -> input.name().equals("lfw-dev")))
        .extracting(OutsideInput::stage)
        .containsExactlyInAnyOrder("lfw-dev-embeddings", "lfw-dev-embeddings@as-trained");
  }

  @Test
  void plan_ofASetThatIsNotThere_saysWhyWithoutAPathOfThisMachine() {
    String real = HOME.resolve("fixtures/experiments/missing-set.yaml").toString();
    ExperimentSpec spec = ExperimentSpec.read(Path.of(real), Scale.EMBEDDED);
    Plan plan = new ExperimentRunner(workspace(folder)).plan(spec, Scale.EMBEDDED, 1);
    assertThat(plan.stages().stream().flatMap(stage -> Stream.ofNullable(stage.reason())))
        .hasSize(2)
        .allMatch(reason -> reason.contains("DIR"))
        .noneMatch(reason -> reason.contains(folder.toString()))
        .noneMatch(reason -> reason.contains(HOME.toString()));
  }

  @Test
  void plan_withAnEmptyStore_assumesThePaceOfEveryStage() {
    Plan plan = plan(yaml);
    assertThat(plan.stages())
        .hasSize(6)
        .allMatch(stage -> estimate(stage).basis().startsWith("assumed: "));
    assertThat(plan.withoutEstimate()).isZero();
    assertThat(plan.seconds()).isPositive();
    assertThat(plan.bytes()).isPositive();
  }

  @Test
  void plan_withEarlierWorkOfAKind_expectsItsPaceThere() throws IOException {
    ArtifactKey earlier = planner(2).key("train-faces").orElseThrow();
    store(earlier, planner(2).workload("train-faces").orElseThrow(), 12, 480);
    Plan plan = plan(yaml);
    Estimate measured = new Estimate(12, 480, "pace of 1 earlier artifact");
    assertThat(stage(plan, "train-faces").estimate()).isEqualTo(measured);
    assertThat(stage(plan, "dev-faces").estimate())
        .isEqualTo(new Estimate(3, 120, "pace of 1 earlier artifact"));
    assertThat(estimate(stage(plan, "recogniser")).basis()).startsWith("assumed: ");
  }

  @Test
  void plan_withACachedStage_countsTheOthersOnly() throws IOException {
    Plan before = plan(yaml);
    store(planner(1).key("train-faces").orElseThrow(), null, 12, 480);
    Plan after = plan(yaml);
    Estimate cached = estimate(stage(before, "train-faces"));
    assertThat(stage(after, "train-faces"))
        .matches(stage -> stage.status() == StageStatus.CACHED && stage.estimate() == null);
    assertThat(after.seconds()).isCloseTo(before.seconds() - cached.seconds(), within(1e-6));
    assertThat(after.bytes()).isEqualTo(before.bytes() - cached.bytes());
    assertThat(after.withoutEstimate()).isZero();
  }

  @Test
  void plan_ofASetOnDisk_knowsNothingOfItUntilItWasReadOnce() throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("orl").resolve("s1"));
    Files.writeString(pictures.resolve("1.pgm"), "P2 1 1 1 0", StandardCharsets.US_ASCII);
    yaml =
        yaml.replace(
            "\nclaims:",
            """
              orl-embeddings: {kind: embed, model: recogniser, protocol: orl, flip: true}
              orl: {kind: verify, embeddings: orl-embeddings}

            claims:""");
    Plan first = plan(yaml);
    assertThat(first.stages())
        .filteredOn(stage -> stage.estimate() == null)
        .extracting(Plan.PlannedStage::name, Plan.PlannedStage::status)
        .containsExactly(
            tuple("orl-embeddings", StageStatus.TO_RUN), tuple("orl", StageStatus.TO_RUN));
    assertThat(first.withoutEstimate()).isEqualTo(2);

    ArtifactKey other = planner(2).key("orl-embeddings").orElseThrow();
    store(other, planner(2).workload("orl-embeddings").orElseThrow(), 30, 1000);
    Plan second = plan(yaml);
    assertThat(stage(second, "orl-embeddings").estimate())
        .isEqualTo(new Estimate(30, 1000, "pace of 1 earlier artifact"));
    assertThat(second.withoutEstimate()).isEqualTo(1);
  }

  private Plan plan(String text) {
    return new ExperimentRunner(workspace(folder)).plan(spec(text), Scale.EMBEDDED, 1);
  }

  private Planner planner(long seed) {
    return Planner.of(spec(yaml), seed, workspace(folder));
  }

  private static ExperimentSpec spec(String text) {
    return ExperimentSpec.parse(text, "spec.yaml", Scale.EMBEDDED);
  }

  private static Plan.PlannedStage stage(Plan plan, String name) {
    return plan.stages().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static Estimate estimate(Plan.PlannedStage stage) {
    return Objects.requireNonNull(stage.estimate(), stage.name());
  }

  private void store(ArtifactKey key, @Nullable Workload workload, double seconds, int bytes)
      throws IOException {
    try (ArtifactStore.Claim claim = new ArtifactStore(folder).claim(key.kind(), key.hex())) {
      Files.write(claim.payloadFolder().resolve("payload"), new byte[bytes]);
      claim.complete(key, workload, seconds);
    }
  }

  private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
    return before.keySet().stream()
        .filter(stage -> !Objects.equals(before.get(stage), after.get(stage)))
        .collect(Collectors.toSet());
  }

  private Map<String, String> keys(String text, long seed) {
    Plan plan = new ExperimentRunner(workspace(folder)).plan(spec(text), Scale.EMBEDDED, seed);
    return plan.stages().stream()
        .collect(Collectors.toMap(Plan.PlannedStage::name, stage -> String.valueOf(stage.key())));
  }

  private Workspace workspace(Path data) {
    return new Workspace(
        HOME, new ArtifactStore(folder), data, Compute.of("auto"), Progress.SILENT);
  }
}
