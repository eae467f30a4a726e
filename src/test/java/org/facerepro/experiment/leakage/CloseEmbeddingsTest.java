package org.facerepro.experiment.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.facerepro.archive.PublishingRun;
import org.facerepro.core.Progress;
import org.facerepro.data.Embeddings;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Stage;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.leakage.LeakageReport.Finding;
import org.facerepro.experiment.leakage.LeakageReport.Use;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.facerepro.image.RgbImage;
import org.facerepro.nn.Compute;
import org.facerepro.train.Recogniser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run of the fixture {@code real-faces} without its work: pictures 0, 1, 2 are learnt from, 3 and
 * 4 watched, 1, 4 and 5 tested, by a network as it was drawn.
 */
class CloseEmbeddingsTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Path FIXTURE = HOME.resolve("fixtures/experiments/real-faces.yaml");
  private static final String HELD_OUT =
      "held-out faces, which have no comparisons that tell how close is too close";
  private static final String GENERATED =
      "{kind: generate, generator: {domain: graphics, subjects: 3, samplesPerSubject: 1}}";
  private static final String PROTOCOL = "lfw release=any";
  private static final String TEST = "proxy-real";
  private static final String TEST_EMBEDDINGS = "proxy-real-embeddings";
  private static final Compute CPU = Compute.of("cpu");
  private static final int PICTURES = 6;
  private static final int[] TESTED = {1, 4, 5};

  @TempDir Path folder;
  private final Map<String, Path> folders = new LinkedHashMap<>();

  @BeforeEach
  void makeRun() throws IOException {
    faces("train-faces", 0, 1, 2);
    faces("dev-faces", 3, 4);
    PublishingRun.write(made("recogniser"), (Stage.Train) spec().stage("recogniser"), 5);
    float[][] rows = rows();
    embed(rows);
    verify(rows);
  }

  @Test
  void between_aTestAndWhatWasLearntFrom_findsThePictureInBoth() throws IOException {
    ComparedSets pair = new ComparedSets(Use.LEARNT, "train-faces", TEST, null, PROTOCOL);
    Neighbours found = new CloseEmbeddings(workspace(), spec(), run()).between(pair);
    assertThat(found.comparisons()).isEqualTo(1);
    assertThat(found.trainingPictures()).isEqualTo(3);
    assertThat(found.testPictures()).isEqualTo(3);
    assertThat(found.pairs()).isEqualTo(1);
    Neighbours.Neighbour closest = found.examples().get(0);
    assertThat(closest.training()).isEqualTo("own-1");
    assertThat(closest.test()).isEqualTo("tested-1");
    assertThat(closest.similarity()).isCloseTo(1, within(1e-6));
  }

  @Test
  void check_asksTheRecogniserAboutWatchedFacesToo_andSaysWhereItDidNot() throws IOException {
    LeakageReport report = new LeakageCheck(workspace()).check(spec(), run());
    assertThat(report.isLeak()).isFalse();
    assertThat(report.pairs())
        .extracting(LeakageReport.Pair::training, LeakageReport.Pair::use)
        .containsExactly(
            tuple("train-faces", Use.LEARNT),
            tuple("dev-faces", Use.WATCHED),
            tuple("train-faces", Use.HELD_OUT));
    assertThat(report.pairs().subList(0, 2))
        .allSatisfy(
            pair -> {
              assertThat(pair.finding()).isEqualTo(Finding.SUSPECT);
              assertThat(pair.notEmbedded()).isNull();
              assertThat(pair.neighbours()).extracting(Neighbours::pairs).isEqualTo(1L);
            });
    assertThat(report.pairs().get(2).neighbours()).isNull();
    assertThat(report.pairs().get(2).notEmbedded()).isEqualTo(HELD_OUT);
    assertThat(report.text())
        .contains(
            "dev-faces / proxy-real [watched, chose nothing]: suspect (0 subjects, 0 equal and 0"
                + " near pictures in common, 1 close embeddings)",
            "pairs without embeddings compared: 1 (" + HELD_OUT + ")");
  }

  @Test
  void check_ofAGeneratedSetAndPhotographs_asksTheRecogniserToo() throws IOException {
    ExperimentSpec generated =
        parse(text().replaceFirst("  train-faces: .*\n", "  train-faces: " + GENERATED + "\n"));
    LeakageReport report = new LeakageCheck(workspace()).check(generated, run());
    assertThat(report.pairs().get(0).neighbours())
        .extracting(Neighbours::trainingPictures, Neighbours::pairs)
        .containsExactly(3, 1L);
    assertThat(report.text()).doesNotContain("drawn evenly");
  }

  @Test
  void check_ofPhotographsAndAGeneratedTest_asksTheRecogniserToo() throws IOException {
    faces("proxy-faces", TESTED);
    ExperimentSpec generated = parse(Files.readString(FIXTURE));
    LeakageReport report = new LeakageCheck(workspace()).check(generated, run());
    assertThat(report.pairs().get(0).training()).isEqualTo("train-faces");
    assertThat(report.pairs().get(0).neighbours())
        .extracting(Neighbours::pairs, Neighbours::testPictures)
        .containsExactly(1L, 3);
  }

  @Test
  void evenly_ofMoreThanIsWanted_takesMembersAtEqualDistances() {
    assertThat(CloseEmbeddings.evenly(List.of(0, 1, 2, 3, 4, 5, 6), 3)).containsExactly(0, 2, 4);
    assertThat(CloseEmbeddings.evenly(List.of(0, 1, 2), 3)).containsExactly(0, 1, 2);
    assertThat(CloseEmbeddings.evenly(List.of(0, 1), 3)).containsExactly(0, 1);
    assertThat(CloseEmbeddings.evenly(List.of(), 3)).isEmpty();
  }

  /** The fixture, but for a test whose pictures a protocol brings. */
  private static ExperimentSpec spec() throws IOException {
    return parse(text());
  }

  private static String text() throws IOException {
    return Files.readString(FIXTURE)
        .replaceFirst("  proxy-faces: .*\n", "")
        .replace("protocol: proxy-real, faces: proxy-faces", "protocol: " + PROTOCOL);
  }

  private static ExperimentSpec parse(String text) {
    return ExperimentSpec.parse(text, "real-faces.yaml", Scale.EMBEDDED);
  }

  private Workspace workspace() {
    ArtifactStore store = new ArtifactStore(folder.resolve("store"));
    Path data = HOME.resolve("fixtures/protocols/lfw");
    return new Workspace(HOME, store, data, CPU, Progress.SILENT);
  }

  private void faces(String stage, int... numbers) throws IOException {
    byte[][] pictures =
        IntStream.of(numbers)
            .mapToObj(number -> ImageCodec.png(DrawnFaces.picture(number)))
            .toArray(byte[][]::new);
    DrawnFaces.set(made(stage), PictureFormat.PNG, pictures);
  }

  private Path made(String stage) throws IOException {
    Path made = Files.createDirectories(folder.resolve(stage));
    folders.put(stage, made);
    return made;
  }

  /** Returns the embeddings of all pictures. */
  private float[][] rows() {
    List<RgbImage> all = IntStream.range(0, PICTURES).mapToObj(DrawnFaces::picture).toList();
    Path model = Objects.requireNonNull(folders.get("recogniser"));
    try (Recogniser recogniser = Recogniser.open(model, CPU)) {
      return recogniser.embed(all, true);
    }
  }

  private void embed(float[][] rows) throws IOException {
    int dimension = rows[0].length;
    float[] tested = new float[TESTED.length * dimension];
    for (int i = 0; i < TESTED.length; i++) {
      System.arraycopy(rows[TESTED[i]], 0, tested, i * dimension, dimension);
    }
    List<String> ids = IntStream.of(TESTED).mapToObj(number -> "tested-" + number).toList();
    Embeddings.takeOver(ids, dimension, tested).write(made(TEST_EMBEDDINGS));
  }

  /** Claims a comparison in the test closer than any two pictures, if not than one with itself. */
  private void verify(float[][] rows) throws IOException {
    double closest = -1;
    for (int i = 0; i < PICTURES; i++) {
      for (int j = 0; j < i; j++) {
        closest = Math.max(closest, dot(rows[i], rows[j]));
      }
    }
    Path made = made(TEST);
    float[] similarity = {(float) ((1 + closest) / 2)};
    Npy.write(made.resolve("similarity.npy"), NpyArray.ofFloats(similarity, 1));
    Npy.write(made.resolve("genuine.npy"), NpyArray.ofBooleans(new boolean[] {true}, 1));
    Npy.write(made.resolve("folds.npy"), NpyArray.ofInts(new int[] {0}, 1));
    Npy.write(made.resolve("subjects.npy"), NpyArray.ofInts(new int[] {0, 0}, 1, 2));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (double) a[k] * b[k];
    }
    return sum;
  }

  private CompletedRun run() {
    List<RunResult.StageRecord> stages =
        folders.keySet().stream()
            .map(name -> new RunResult.StageRecord(name, "any", "key of " + name, "payload", null))
            .toList();
    RunResult result =
        new RunResult(
            RunResult.SCHEMA,
            "real-faces",
            "Real faces",
            "embedded",
            1,
            "none",
            "own",
            Verdict.PASS,
            List.of(),
            stages,
            Map.of(),
            Map.of(),
            Map.of(),
            null,
            null);
    return new CompletedRun(result, folders, Set.of());
  }
}
