package org.facerepro.experiment.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.RunSource;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Progress;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Workspace;
import org.facerepro.nn.Compute;
import org.facerepro.report.Publisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakageCheckTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Path TINY = HOME.resolve("fixtures/experiments/tiny.yaml");

  @TempDir static Path folder;

  private static Workspace workspace() {
    ArtifactStore store = new ArtifactStore(folder.resolve("store"));
    return new Workspace(HOME, store, null, Compute.of("cpu"), Progress.SILENT);
  }

  private static ExperimentSpec spec(String change, String to) throws IOException {
    String text = Files.readString(TINY).replace(change, to);
    return ExperimentSpec.parse(text, "tiny.yaml", Scale.EMBEDDED);
  }

  private static CompletedRun run(ExperimentSpec spec) {
    return new ExperimentRunner(workspace()).run(spec, Scale.EMBEDDED, 1);
  }

  @Test
  void check_ofATestOnOtherSubjects_isClean() throws IOException {
    ExperimentSpec spec = spec("none", "none");
    LeakageReport report = new LeakageCheck(workspace()).check(spec, run(spec));
    assertThat(report.pairs()).hasSize(1);
    assertThat(report.pairs().get(0).finding()).isEqualTo(LeakageReport.Finding.CLEAN);
    assertThat(report.pairs().get(0).overlap().firstImages()).isEqualTo(48);
    assertThat(report.pairs().get(0).overlap().secondImages()).isEqualTo(60);
    assertThat(report.text()).contains("nothing in common", "1 pairs of sets");
  }

  @Test
  void publish_ofATestThatWasLearntFrom_isRefusedWithTheReport() throws IOException {
    ExperimentSpec spec =
        spec(
            "    faces: train-faces\n",
            "    faces: train-faces\n    additions: [{faces: proxy-faces, weight: 1}]\n");
    CompletedRun run = run(spec);
    Workspace workspace = workspace();
    LeakageReport report = new LeakageCheck(workspace).check(spec, run);
    assertThat(report.isLeak()).isTrue();
    assertThat(report.pairs())
        .filteredOn(pair -> pair.finding() == LeakageReport.Finding.LEAK)
        .extracting(pair -> pair.training() + " " + pair.overlap().samePixels())
        .containsExactly("proxy-faces 60");
    Environment environment = Environment.capture(HOME, workspace.compute());
    RunSource source =
        new RunSource(TINY, environment, workspace.protocols(), Imprint.unnamed(run));
    Publisher publisher = new Publisher(folder.resolve("out"));
    assertThatThrownBy(() -> publisher.publish(run, source, report))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("proxy-faces / proxy-real: leak (20 subjects, 60 equal");
    assertThat(folder.resolve("out/tiny/embedded-seed1/leakage.json")).exists();
    assertThat(folder.resolve("out/tiny/embedded-seed1/result.json")).doesNotExist();
  }
}
