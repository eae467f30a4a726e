package org.facerepro.experiment.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.RunSource;
import org.facerepro.cli.Main;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Progress;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.MadeSets;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Workspace;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.facerepro.nn.Compute;
import org.facerepro.report.Publisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakageCheckTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Path TINY = HOME.resolve("fixtures/experiments/tiny.yaml");

  private static final String LEAK = "    faces: train-faces\n";
  private static final String LEARNT_TOO =
      LEAK + "    additions: [{faces: proxy-faces, weight: 1}]\n";

  @TempDir static Path folder;

  private static Workspace workspace() {
    ArtifactStore store = new ArtifactStore(folder.resolve("store"));
    return new Workspace(HOME, store, null, Compute.of("cpu"), Progress.SILENT);
  }

  private static ExperimentSpec spec(String change, String to) throws IOException {
    return ExperimentSpec.parse(text(change, to), "tiny.yaml", Scale.EMBEDDED);
  }

  private static String text(String change, String to) throws IOException {
    return Files.readString(TINY).replace(change, to);
  }

  private static CompletedRun run(ExperimentSpec spec) {
    return new ExperimentRunner(workspace()).run(spec, Scale.EMBEDDED, 1);
  }

  @Test
  void check_ofATestOnOtherSubjects_isClean() throws IOException {
    ExperimentSpec spec = spec("none", "none");
    LeakageReport report = new LeakageCheck(workspace()).check(spec, run(spec));
    assertThat(report.pairs())
        .extracting(pair -> pair.training() + " " + pair.test() + " " + pair.use())
        .containsExactly(
            "train-faces proxy-real learnt",
            "dev-faces proxy-real watched",
            "train-faces dev-faces held-out");
    assertThat(report.pairs())
        .extracting(LeakageReport.Pair::finding)
        .containsOnly(LeakageReport.Finding.CLEAN);
    assertThat(report.pairs().get(0).overlap().firstImages()).isEqualTo(48);
    assertThat(report.pairs().get(0).overlap().secondImages()).isEqualTo(60);
    assertThat(report.pairs())
        .extracting(LeakageReport.Pair::notEmbedded)
        .containsExactly("generated faces", "generated faces", "held-out faces");
    assertThat(report.text())
        .contains(
            "nothing in common",
            "3 pairs of sets",
            "pairs without embeddings compared: 2 (generated faces), 1 (held-out faces)");
  }

  @Test
  void fingerprints_ofAnExperimentThatIsKept_areReached() throws IOException {
    ExperimentSpec spec = spec("none", "none");
    new LeakageCheck(workspace()).check(spec, run(spec));
    ReachedFingerprints reached = new ReachedFingerprints(workspace());
    reached.add(spec, new ExperimentRunner(workspace()).plan(spec, Scale.EMBEDDED, 1));
    assertThat(reached.names()).hasSize(3);
    assertThat(workspace().store().artifacts()).containsAll(reached.names());
  }

  @Test
  void run_ofATestThatWouldBeLearntFrom_endsBeforeTheTraining(@TempDir Path fresh)
      throws IOException {
    Path store = fresh.resolve("store");
    Path spec = Files.writeString(fresh.resolve("tiny.yaml"), text(LEAK, LEARNT_TOO));
    StringWriter err = new StringWriter();
    int code =
        Main.execute(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "run",
            spec.toString(),
            "--store",
            store.toString(),
            "--out",
            fresh.resolve("out").toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .contains("so there is no result", "proxy-faces / proxy-real: leak (20 subjects, 60 equal");
    assertThat(store.resolve("generate")).isDirectory();
    assertThat(store.resolve("train")).doesNotExist();
    assertThat(fresh.resolve("out/tiny/embedded-seed1/leakage.json")).exists();
  }

  @Test
  void check_ofHeldOutFacesInATest_suspectsThemWhereTheyChooseNothing() throws IOException {
    LeakageReport report = checked(text("dev: dev-faces", "dev: proxy-faces"));
    assertThat(report.isLeak()).isFalse();
    assertThat(report.text())
        .contains("proxy-faces / proxy-real [watched, chose nothing]: suspect (20 subjects, 60");
  }

  @Test
  void check_ofHeldOutFacesInATest_isALeakWhereTheyChooseTheNetwork() throws IOException {
    LeakageReport report =
        checked(
            text("dev: dev-faces", "dev: proxy-faces")
                .replace("epochs: 3\n", "epochs: 3\n      keep: {last: 1, best: true}\n"));
    assertThat(report.isLeak()).isTrue();
    assertThat(report.text())
        .contains("proxy-faces / proxy-real [chose the network]: leak (20 subjects, 60 equal");
  }

  @Test
  void check_ofAPhotographStoredAgain_suspectsItByItsLookAndRefusesNothing(@TempDir Path own)
      throws IOException {
    byte[] learnt = ImageCodec.png(DrawnFaces.picture(1));
    byte[] watched = ImageCodec.png(DrawnFaces.picture(2));
    byte[] again = ImageCodec.jpeg(DrawnFaces.darker(DrawnFaces.picture(1)), 60);
    Map<String, Path> folders =
        Map.of(
            "train-faces", DrawnFaces.set(own.resolve("train"), PictureFormat.PNG, learnt),
            "dev-faces", DrawnFaces.set(own.resolve("dev"), PictureFormat.PNG, watched),
            "proxy-faces", DrawnFaces.set(own.resolve("test"), PictureFormat.JPEG, again));
    Map<String, String> keys =
        Map.of("train-faces", "drawn 1", "dev-faces", "drawn 2", "proxy-faces", "drawn 1 again");
    MadeSets sets = new MadeSets(spec("none", "none"), "embedded", 1, keys, folders, Map.of());
    LeakageReport report = new LeakageCheck(workspace()).check(sets);
    assertThat(report.pairs())
        .extracting(LeakageReport.Pair::finding)
        .containsExactly(
            LeakageReport.Finding.SUSPECT,
            LeakageReport.Finding.CLEAN,
            LeakageReport.Finding.CLEAN);
    assertThat(report.text())
        .contains(
            "leakage: train-faces / proxy-real: suspect (0 subjects, 0 equal and 1 near pictures in"
                + " common)");
    assertThatCode(() -> new Publisher(own).refuse(report)).doesNotThrowAnyException();
  }

  /** The report before the training, which is then not done. */
  private static LeakageReport checked(String text) {
    LeakageReport[] report = new LeakageReport[1];
    LeakageCheck check = new LeakageCheck(workspace());
    ExperimentRunner runner =
        new ExperimentRunner(
            workspace(),
            sets -> {
              report[0] = check.check(sets);
              throw new CorruptDataException("enough");
            });
    ExperimentSpec spec =
        ExperimentSpec.parse(text.replaceAll("  dev-faces: .*\n", ""), "tiny.yaml", Scale.EMBEDDED);
    assertThatThrownBy(() -> runner.run(spec, Scale.EMBEDDED, 7)).hasMessage("enough");
    return report[0];
  }

  @Test
  void publish_ofATestThatWasLearntFrom_isRefusedWithTheReport() throws IOException {
    ExperimentSpec spec = spec(LEAK, LEARNT_TOO);
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
    assertThatThrownBy(() -> publisher.publish(run, source, report, "again"))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("proxy-faces / proxy-real: leak (20 subjects, 60 equal");
    assertThat(folder.resolve("out/tiny/embedded-seed1/leakage.json")).exists();
    assertThat(folder.resolve("out/tiny/embedded-seed1/result.json")).doesNotExist();
  }
}
