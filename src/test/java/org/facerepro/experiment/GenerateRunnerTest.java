package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;
import org.facerepro.data.FaceSet;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junitpioneer.jupiter.cartesian.CartesianTest;

class GenerateRunnerTest {
  private static final Stage.Generate STAGE =
      new Stage.Generate(new GeneratorSpec(FaceDomain.PROXY_REAL, 3, 3));

  @TempDir Path folder;

  @CartesianTest
  void run_onAnyNumberOfThreads_writesTheSameBytes(
      @CartesianTest.Values(ints = {2, 3}) int threads,
      @CartesianTest.Values(ints = {2, 4, 1000}) int samplesPerShard)
      throws IOException {
    Path one = Files.createDirectories(folder.resolve("one"));
    Path many = Files.createDirectories(folder.resolve("many"));
    new GenerateRunner(samplesPerShard, 1).run(STAGE, work(one, Progress.SILENT));
    new GenerateRunner(samplesPerShard, threads).run(STAGE, work(many, Progress.SILENT));
    assertThat(PayloadHashes.of(many)).isEqualTo(PayloadHashes.of(one));
  }

  @Test
  void run_afterAnInterruptionWithinASubject_goesOnAndWritesTheSameBytes() throws IOException {
    Path undisturbed = Files.createDirectories(folder.resolve("undisturbed"));
    Path disturbed = Files.createDirectories(folder.resolve("disturbed"));
    new GenerateRunner(2, 2).run(STAGE, work(undisturbed, Progress.SILENT));
    assertThatThrownBy(() -> new GenerateRunner(2, 2).run(STAGE, work(disturbed, failingAfter(5))))
        .hasMessage("pulled the plug");
    assertThat(disturbed.resolve("index.json")).doesNotExist();
    new GenerateRunner(2, 2).run(STAGE, work(disturbed, Progress.SILENT));
    assertThat(PayloadHashes.of(disturbed)).isEqualTo(PayloadHashes.of(undisturbed));
  }

  @Test
  void run_labelsEverySampleWithItsSubject() {
    new GenerateRunner().run(STAGE, work(folder, Progress.SILENT));
    try (FaceSet faces = FaceSet.open(folder)) {
      assertThat(faces.subjects())
          .containsOnlyKeys("proxy-real-000000", "proxy-real-000001", "proxy-real-000002");
      assertThat(faces.samples())
          .hasSize(9)
          .allSatisfy(entry -> assertThat(entry.key()).startsWith(entry.subject()));
    }
  }

  private static Progress failingAfter(int samples) {
    return (name, total, unit) ->
        new Progress.Task() {
          private long done;

          @Override
          public void advance(long steps) {
            done += steps;
            if (done == samples) {
              throw new StageFailedException("pulled the plug");
            }
          }

          @Override
          public void note(String text) {}

          @Override
          public void close() {}
        };
  }

  private static StageRunner.Work work(Path payload, Progress progress) {
    Workspace workspace =
        new Workspace(payload, new ArtifactStore(payload), null, Compute.of("auto"), progress);
    return new StageRunner.Work(
        "faces", new Seed(7), Map.of(), payload, payload.resolve("scratch"), workspace);
  }

  @Test
  void stage_ofAModelFromAFile_isRefusedAndOneOfTheBuiltInModelIsNot() {
    GeneratorSpec spec = new GeneratorSpec(FaceDomain.GRAPHICS, 1, 1);
    assertThat(new Stage.Generate(spec.ofModel("built-in")).generator().model())
        .isEqualTo("built-in");
    assertThatThrownBy(() -> new Stage.Generate(spec.ofModel("bfm.h5")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("no files in an experiment");
  }
}
