package org.facerepro.experiment.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facerepro.data.leak.SetOverlap;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.leakage.LeakageReport.Finding;
import org.facerepro.experiment.leakage.LeakageReport.Pair;
import org.facerepro.experiment.leakage.LeakageReport.Use;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeakageAuditTest {
  private static final String ADAPTED =
      """
        adapted: {kind: renormalise, model: recogniser, faces: dev-faces}
        proxy-real-embeddings:
      """;
  private static final Path TINY =
      Path.of(System.getProperty("facerepro.home", ""), "fixtures/experiments/tiny.yaml");
  private static final Path REAL = TINY.resolveSibling("real-faces.yaml");
  private static final Map<String, Integer> PICTURES =
      Map.of("train-faces", 1, "dev-faces", 1, "proxy-faces", 1);
  private static final String BEST = "epochs: 3\n      keep: {last: 1, best: true}\n";

  private final ExperimentSpec spec = spec("epochs: 3\n");

  private static ExperimentSpec spec(String epochs) {
    try {
      String text = Files.readString(TINY).replace("epochs: 3\n", epochs);
      return ExperimentSpec.parse(text, "tiny.yaml", Scale.EMBEDDED);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> problems(LeakageReport report) {
    return LeakageAudit.problems(spec, report, PICTURES);
  }

  private LeakageReport clean() {
    return SmallLeakage.clean(spec, 1);
  }

  private LeakageReport learnt(
      Finding finding, SetOverlap overlap, @Nullable Neighbours neighbours) {
    return SmallLeakage.each(
        clean(),
        pair ->
            pair.use() == Use.LEARNT
                ? new Pair(
                    pair.training(), pair.test(), Use.LEARNT, finding, overlap, neighbours, null)
                : pair);
  }

  private static SetOverlap overlap(int subjects, long same, long near) {
    return new SetOverlap(1, 1, subjects, List.of(), true, same, List.of(), near, List.of(), 15);
  }

  @Test
  void aReportOverEveryPair_hasNoProblem() {
    assertThat(clean().pairs()).hasSize(3);
    assertThat(problems(clean())).isEmpty();
  }

  @Test
  void aPairThatIsLeftOut_isNamed() {
    assertThat(problems(SmallLeakage.without(clean(), pair -> pair.use() == Use.LEARNT)))
        .containsExactly("says nothing of train-faces / proxy-real as 'learnt'");
    assertThat(problems(SmallLeakage.without(clean(), pair -> pair.use() == Use.WATCHED)))
        .containsExactly("says nothing of dev-faces / proxy-real as 'watched'");
    assertThat(problems(SmallLeakage.without(clean(), pair -> pair.use() == Use.HELD_OUT)))
        .containsExactly("says nothing of train-faces / dev-faces as 'held-out'");
  }

  @Test
  void aPairThatCouldNotBeLookedAt_isNotMissedToo() {
    LeakageReport report =
        new LeakageReport(
            LeakageReport.SCHEMA,
            "tiny",
            "embedded",
            1,
            clean().pairs().subList(1, 3),
            List.of("train-faces / proxy-real: no data"));
    assertThat(problems(report)).isEmpty();
  }

  @Test
  void aReportOfAnEarlierVersion_tellsOfWhatWasLearntFromAlone() {
    assertThat(problems(SmallLeakage.earlier(spec, 1, Finding.CLEAN, List.of()))).isEmpty();
  }

  @Test
  void aReportOfAnEarlierVersion_mustTellOfEverySetThatCouldMakeALeak() {
    ExperimentSpec best = spec(BEST);
    LeakageReport earlier = SmallLeakage.earlier(best, 1, Finding.CLEAN, List.of());
    assertThat(LeakageAudit.problems(best, earlier, PICTURES))
        .containsExactly("says nothing of dev-faces / proxy-real as 'chose'");
    assertThat(problems(SmallLeakage.with(clean(), List.of()))).hasSize(3);
  }

  @Test
  void cleanBesideEqualPictures_isContradicted() {
    assertThat(problems(learnt(Finding.CLEAN, overlap(0, 60, 0), null)))
        .containsExactly("says 'clean' of train-faces / proxy-real, what it counts is 'leak'");
  }

  @Test
  void suspectBesideSharedPeople_isContradicted() {
    assertThat(problems(learnt(Finding.SUSPECT, overlap(2, 0, 0), null)))
        .containsExactly("says 'suspect' of train-faces / proxy-real, what it counts is 'leak'");
  }

  @Test
  void cleanBesideCloseEmbeddings_isContradicted() {
    Neighbours close = new Neighbours(0.9, 10, 1, 1, 1, List.of());
    assertThat(problems(learnt(Finding.CLEAN, overlap(0, 0, 0), close)))
        .containsExactly("says 'clean' of train-faces / proxy-real, what it counts is 'suspect'");
    assertThat(problems(learnt(Finding.SUSPECT, overlap(0, 0, 0), close))).isEmpty();
  }

  @Test
  void aSetThatIsCalledLessThanItIs_isContradicted() {
    LeakageReport lenient =
        SmallLeakage.each(
            learnt(Finding.SUSPECT, overlap(0, 60, 0), null),
            pair ->
                new Pair(
                    pair.training(),
                    pair.test(),
                    pair.use() == Use.LEARNT ? Use.WATCHED : pair.use(),
                    pair.finding(),
                    pair.overlap(),
                    pair.neighbours(),
                    pair.notEmbedded()));
    assertThat(problems(lenient))
        .containsExactly(
            "says 'watched' of train-faces / proxy-real, which by the specification is 'learnt'",
            "says 'suspect' of train-faces / proxy-real, what it counts is 'leak'");
  }

  @Test
  void examplesWithoutACount_areContradicted() {
    SetOverlap.Couple couple = new SetOverlap.Couple("a", "b", 0);
    SetOverlap named =
        new SetOverlap(1, 1, 0, List.of(), true, 0, List.of(couple), 0, List.of(), 15);
    assertThat(problems(learnt(Finding.CLEAN, named, null)))
        .containsExactly("names more examples of train-faces / proxy-real than it counts");
  }

  @Test
  void aPartOfASet_isNotTheSet() {
    assertThat(LeakageAudit.problems(spec, clean(), Map.of("train-faces", 48, "proxy-faces", 60)))
        .containsExactly(
            "compares 1 pictures of train-faces for train-faces / proxy-real, which has 48",
            "compares 1 pictures of proxy-faces for train-faces / proxy-real, which has 60",
            "compares 1 pictures of proxy-faces for dev-faces / proxy-real, which has 60",
            "compares 1 pictures of train-faces for train-faces / dev-faces, which has 48");
  }

  @Test
  void aSetThatIsMoreThanOneThingToTheRecogniser_isToldOfAsEach() throws IOException {
    String text =
        Files.readString(TINY)
            .replace("model: recogniser, protocol", "model: adapted, protocol")
            .replace("  proxy-real-embeddings:\n", ADAPTED);
    ExperimentSpec adapted = ExperimentSpec.parse(text, "tiny.yaml", Scale.EMBEDDED);
    LeakageReport whole = SmallLeakage.clean(adapted, 1);
    assertThat(LeakageAudit.problems(adapted, whole, PICTURES)).isEmpty();
    LeakageReport part = SmallLeakage.without(whole, pair -> pair.use() == Use.NORMALISED);
    assertThat(LeakageAudit.problems(adapted, part, PICTURES))
        .containsExactly("says nothing of dev-faces / proxy-real as 'normalised'");
  }

  @Test
  void realFacesWhoseEmbeddingsWereNotCompared_areNamed() throws IOException {
    ExperimentSpec real = realFaces();
    assertThat(LeakageAudit.problems(real, SmallLeakage.clean(real, 1), PICTURES))
        .containsExactly(
            "does not say how close embeddings of train-faces / proxy-real come",
            "does not say how close embeddings of dev-faces / proxy-real come");
    LeakageReport earlier = SmallLeakage.earlier(real, 1, Finding.CLEAN, List.of());
    assertThat(LeakageAudit.problems(real, earlier, PICTURES)).isEmpty();
  }

  @Test
  void realFacesWhoseEmbeddingsWereComparedInPart_areNamed() throws IOException {
    ExperimentSpec real = realFaces();
    assertThat(LeakageAudit.problems(real, asked(real, 1), PICTURES)).isEmpty();
    assertThat(LeakageAudit.problems(real, asked(real, 0), PICTURES))
        .containsExactly(
            "compares embeddings of 0 pictures of train-faces for train-faces / proxy-real,"
                + " expected 1",
            "compares embeddings of 0 pictures of dev-faces for dev-faces / proxy-real,"
                + " expected 1");
  }

  @Test
  void generatedFaces_areComparedUpToABound() {
    assertThat(LeakageAudit.problems(spec, ofManyPictures(1024), Map.of())).isEmpty();
    assertThat(LeakageAudit.problems(spec, ofManyPictures(1023), Map.of()))
        .containsExactly(
            "compares embeddings of 1023 pictures of train-faces for train-faces / proxy-real,"
                + " expected 1024");
  }

  private LeakageReport ofManyPictures(int asked) {
    SetOverlap many = new SetOverlap(5000, 1, 0, List.of(), true, 0, List.of(), 0, List.of(), 15);
    return learnt(Finding.CLEAN, many, new Neighbours(0.9, 10, asked, 1, 0, List.of()));
  }

  @Test
  void closeEmbeddingsWithoutACount_areContradicted() {
    Neighbours.Neighbour close = new Neighbours.Neighbour("a", "b", 0.95);
    Neighbours named = new Neighbours(0.9, 10, 1, 1, 0, List.of(close));
    assertThat(problems(learnt(Finding.CLEAN, overlap(0, 0, 0), named)))
        .containsExactly("names more close embeddings of train-faces / proxy-real than it counts");
  }

  @Test
  void realFacesAndAGeneratedTest_wereNotAlwaysCompared() throws IOException {
    ExperimentSpec generated =
        ExperimentSpec.parse(Files.readString(REAL), "real-faces.yaml", Scale.EMBEDDED);
    assertThat(LeakageAudit.problems(generated, SmallLeakage.clean(generated, 1), PICTURES))
        .isEmpty();
  }

  /** The fixture, but for a test whose pictures a protocol brings. */
  private static ExperimentSpec realFaces() throws IOException {
    String text =
        Files.readString(REAL)
            .replaceFirst("  proxy-faces: .*\n", "")
            .replace("protocol: proxy-real, faces: proxy-faces", "protocol: lfw release=any");
    return ExperimentSpec.parse(text, "real-faces.yaml", Scale.EMBEDDED);
  }

  /** Asks the recogniser about so many pictures of each set that meets a test. */
  private static LeakageReport asked(ExperimentSpec spec, int pictures) {
    Neighbours none = new Neighbours(0.9, 10, pictures, 1, 0, List.of());
    return SmallLeakage.each(
        SmallLeakage.clean(spec, 1),
        pair ->
            pair.use() == Use.HELD_OUT
                ? pair
                : new Pair(
                    pair.training(),
                    pair.test(),
                    pair.use(),
                    pair.finding(),
                    pair.overlap(),
                    none,
                    null));
  }

  @Test
  void aPairTwiceOrOfAnotherExperiment_isNamed() {
    Pair first = clean().pairs().get(0);
    Pair other = new Pair("a", "b", null, Finding.CLEAN, first.overlap(), null, null);
    LeakageReport more =
        SmallLeakage.with(
            clean(), Stream.concat(clean().pairs().stream(), Stream.of(first, other)).toList());
    assertThat(problems(more))
        .containsExactly(
            "tells of train-faces / proxy-real twice",
            "tells of a / b, which the specification does not hold together");
  }
}
