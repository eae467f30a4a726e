package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.facerepro.core.Progress;
import org.facerepro.core.SpecException;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmsTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String BALD = "bald: {train-faces: {generator: {without: [hair]}}}";

  @TempDir Path folder;

  @Test
  void arm_copiesWhatItVariesAndWhatReadsFromThat_andSharesTheRest() throws IOException {
    assertThat(tiny(BALD).stages())
        .hasSize(10)
        .containsKeys(
            "train-faces@bald", "recogniser@bald", "proxy-real-embeddings@bald", "proxy-real@bald");
  }

  @Test
  void arm_keepsWhatItDoesNotMention() throws IOException {
    Stage.Generate varied = (Stage.Generate) tiny(BALD).stage("train-faces@bald");
    assertThat(varied.generator().subjects()).isEqualTo(12);
    assertThat(varied.generator().without()).hasSize(1);
  }

  @Test
  void arm_readsFromItsOwnStagesAndFromSharedOnes() throws IOException {
    Stage.Train train = (Stage.Train) tiny(BALD).stage("recogniser@bald");
    assertThat(train.faces()).isEqualTo("train-faces@bald");
    assertThat(train.dev()).isEqualTo("dev-faces");
  }

  @Test
  void arm_isMeasuredByAGateOfItsName() throws IOException {
    String gate =
        """
          hair-helps:
            kind: greater-than
            metric: proxy-real.auc
            other: proxy-real@bald.auc
            because: hair tells people apart
        """;
    assertThat(parse(text(BALD) + gate).gates()).containsKey("hair-helps");
  }

  @Test
  void arm_ofAStageThatDoesNotExist_isAnErrorAtItsLine() throws IOException {
    String text = text("bald: {train-face: {kind: verify, embeddings: proxy-real-embeddings}}");
    long line = text.lines().takeWhile(l -> !l.contains("bald")).count() + 1;
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("spec.yaml:" + line + ":")
        .hasMessageContaining("did you mean 'train-faces'?");
  }

  @Test
  void arm_ofAnotherKind_isAnErrorThatNamesTheRightOne() throws IOException {
    Map<String, Stage> stages = tiny(BALD).stages();
    Stage verify = new Stage.Verify("proxy-real-embeddings");
    assertThatThrownBy(() -> Arms.layOut(stages, Map.of("odd", Map.of("train-faces", verify))))
        .hasMessageContaining("a stage of kind generate as without the arm")
        .hasMessageContaining("verify");
  }

  @Test
  void arm_thatVariesNothing_drawsTheSameFacesAndSharesTheirArtifact() throws IOException {
    Map<String, String> keys = keys(tiny("same: {train-faces: {generator: {subjects: 12}}}"));
    assertThat(keys.get("proxy-real@same")).isEqualTo(keys.get("proxy-real"));
  }

  private static ExperimentSpec tiny(String arms) throws IOException {
    return parse(text(arms));
  }

  private static ExperimentSpec parse(String text) {
    return ExperimentSpec.parse(text, "spec.yaml", Scale.EMBEDDED);
  }

  private static String text(String arms) throws IOException {
    String yaml = Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"));
    return yaml.replace("\ngates:\n", "\narms:\n  " + arms + "\n\ngates:\n");
  }

  private Map<String, String> keys(ExperimentSpec spec) {
    Workspace workspace =
        new Workspace(HOME, new ArtifactStore(folder), folder, Compute.of("auto"), Progress.SILENT);
    Plan plan = new ExperimentRunner(workspace).plan(spec, Scale.EMBEDDED, 1);
    return plan.stages().stream()
        .collect(Collectors.toMap(Plan.PlannedStage::name, stage -> String.valueOf(stage.key())));
  }
}
