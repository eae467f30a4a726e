package org.facerepro.protocol.multipie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facerepro.protocol.OpenedSets.evaluate;
import static org.facerepro.protocol.OpenedSets.names;
import static org.facerepro.protocol.OpenedSets.open;
import static org.facerepro.protocol.OpenedSets.part;
import static org.facerepro.protocol.OpenedSets.write;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.SpecException;
import org.facerepro.metric.ComparisonCounts;
import org.facerepro.metric.LabelledScores;
import org.facerepro.protocol.EvaluationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultiPieReaderTest {
  private static final String FNMR = "bob-far-threshold.fnmr@fmr=1e-3";

  @TempDir Path root;
  private MultiPieTree tree;

  @BeforeEach
  void makeTree() {
    tree = new MultiPieTree(root);
  }

  @Test
  void bob_ofASubjectThatTheListLacks_namesIt() {
    for (int subject : new int[] {2, 3, 4, 5, 300}) {
      tree.write(subject, List.of(1, 2), MultiPieTree.frontal().and(MultiPieTree.shots(0)));
    }
    tree.landmarks();
    write(
        root,
        "Multi-Pie/meta/subject_list.txt",
        "002 1970 Male 1 1 0 0",
        "003 1970 Male 1 1 0 0",
        "004 1970 Male 1 1 0 0",
        "005 1970 Male 1 1 0 0");

    EvaluationResult result = evaluate(open("multipie-bob-m", root), MultiPieReaderTest::bySubject);

    assertThat(result.remarks())
        .anyMatch(
            remark -> remark.contains("not in the list of subjects") && remark.endsWith("300"));
  }

  @Test
  void open_aFileWithAnOddName_namesItWithItsFolder() {
    tree.touch("Multi-Pie/data/session01/multiview/001/01/05_1/odd.png");
    tree.landmarks();

    assertThatThrownBy(() -> open("multipie-bob-m", root))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageStartingWith(root.resolve("Multi-Pie/data").toString());
  }

  @Test
  void bob_ofTwoSubjectsInEachGroup_comparesEveryModelWithEveryProbe() {
    for (int subject : new int[] {1, 2, 3, 4, 5}) {
      tree.write(
          subject,
          MultiPieTree.allSessions(),
          MultiPieTree.shots(0, 19).and(image -> image.camera().yaw().isPresent()));
    }
    tree.landmarks();

    EvaluationResult result = evaluate(open("multipie-bob-p", root), MultiPieReaderTest::bySubject);

    // 2 and 4 are in dev, 3 and 5 in eval; 52 probes of each, 2 models.
    ComparisonCounts counts = part(result, "eval").comparisons();
    assertThat(counts.genuine()).isEqualTo(2 * 52);
    assertThat(counts.impostor()).isEqualTo(2 * 52);
    assertThat(part(result, "dev").comparisons()).isEqualTo(counts);
    assertThat(names(result)).hasSize(2 + 13).contains("eval-05_1", "eval-11_0");
    assertThat(part(result, "eval-24_0").comparisons().genuine()).isEqualTo(2 * 4);
    assertThat(part(result, "eval").value(FNMR)).hasValue(0);
    assertThat(result.remarks())
        .contains("dev: 2 models of 64 subjects, 104 probes")
        .contains("eval: 2 models of 65 subjects, 104 probes")
        .contains("world (all): 1 subjects, 65 images, for training only");
  }

  @Test
  void bob_ofAnIncompleteTree_namesWhatIsMissingAndLeavesItOut() {
    tree.write(2, List.of(1, 2), MultiPieTree.frontal().and(MultiPieTree.shots(0)));
    tree.write(4, List.of(1, 2), MultiPieTree.frontal().and(MultiPieTree.shots(0)));
    tree.write(3, List.of(1, 2), MultiPieTree.frontal().and(MultiPieTree.shots(0)));
    // Subject 5 came to session 2, but not its first recording was kept.
    tree.write(
        5,
        List.of(1, 2),
        MultiPieTree.frontal()
            .and(MultiPieTree.shots(0))
            .and(image -> image.session() == 1 || image.recording() == 2));
    tree.landmarks();

    EvaluationResult result = evaluate(open("multipie-bob-m", root), MultiPieReaderTest::bySubject);

    assertThat(part(result, "eval").comparisons().genuine()).isEqualTo(1);
    assertThat(result.remarks())
        .contains(
            "1 image(s) of 1 subject(s) are missing and were left out:"
                + " session02/multiview/005/01/05_1/005_02_01_051_00");
  }

  @Test
  void bob_withMissingImagesAsFailures_countsThem() {
    for (int subject : new int[] {2, 3, 4, 5}) {
      tree.write(subject, List.of(1, 2), MultiPieTree.frontal().and(MultiPieTree.shots(0)));
    }
    write(
        root,
        "Multi-Pie/meta/subject_list.txt",
        "002 1970 Male 1 1 0 0",
        "003 1970 female 1 1 1 0",
        "004 1970 male 1 1 0 0",
        "005 57 Female 1 1 0 0");
    tree.landmarks();
    Map<String, String> failed =
        Map.of("data/session03/multiview/003/01/05_1/003_03_01_051_00.png", "missing");

    var set = open("multipie-bob-m", root, Map.of("missing", "failed"));
    String third =
        set.images().stream().filter(n -> n.contains("003_03_01")).findFirst().orElseThrow();
    EvaluationResult result =
        evaluate(set, MultiPieReaderTest::bySubject, Map.of(third, "there is no such file"));

    ComparisonCounts counts = part(result, "eval").comparisons();
    assertThat(counts.genuine()).isEqualTo(3);
    assertThat(counts.failedGenuine()).isEqualTo(1);
    assertThat(failed.keySet()).anyMatch(name -> name.endsWith(third));
    assertThat(result.remarks())
        .anyMatch(r -> r.contains("1 image(s) of 1 subject(s) are missing and count as failures"))
        .anyMatch(r -> r.contains("year of birth 57 is read as 1957"));
  }

  @Test
  void bob_thresholdOfDev_decidesOnEval() {
    for (int subject : new int[] {2, 3, 4, 5}) {
      tree.write(subject, List.of(1, 2), MultiPieTree.frontal().and(MultiPieTree.shots(0)));
    }
    tree.landmarks();
    // Cosines: dev impostors .6 at most, so that the threshold lies just above .6; eval's genuine
    // pair of subject 5 has .5 and is rejected, its impostors of .8 are accepted.
    Map<String, float[]> vectors =
        Map.of(
            "002_01", new float[] {1, 0},
            "002_02", new float[] {1, 0},
            "004_01", new float[] {.6f, .8f},
            "004_02", new float[] {0, 1},
            "003_01", new float[] {1, 0},
            "003_02", new float[] {1, 0},
            "005_01", new float[] {.8f, .6f},
            "005_02", new float[] {.1f, 1});

    EvaluationResult result =
        evaluate(
            open("multipie-bob-m", root),
            name -> vectors.get(name.substring(name.lastIndexOf('/') + 1).substring(0, 6)));

    double threshold = part(result, "eval").value(FNMR + ".threshold").getAsDouble();
    assertThat(threshold).isEqualTo(Math.nextUp((double) .6f));
    assertThat(part(result, "eval").value(FNMR + ".falseAccepts")).hasValue(1);
    assertThat(part(result, "eval").value(FNMR)).hasValue(0);
    assertThat(part(result, "dev").value(FNMR + ".falseAccepts")).hasValue(0);
    EvaluationResult own =
        evaluate(
            open("multipie-bob-m", root, Map.of("threshold", "eval")),
            name -> vectors.get(name.substring(name.lastIndexOf('/') + 1).substring(0, 6)));
    assertThat(part(own, "eval").value(FNMR + ".falseAccepts")).hasValue(0);
    assertThat(part(own, "eval").value(FNMR)).hasValue(0.5);
  }

  @Test
  void bob_ofModelsWithManyImages_comparesByTheRuleChosen() {
    for (int subject : new int[] {2, 3, 4, 5}) {
      tree.write(subject, List.of(1, 2), MultiPieTree.frontal().and(MultiPieTree.shots(0, 1)));
    }
    tree.landmarks();

    for (String rule : List.of("mean-embedding", "mean-score", "max-score")) {
      EvaluationResult result =
          evaluate(
              open("multipie-bob-g", root, Map.of("enrolment", rule)),
              name ->
                  name.contains("_00.png") && name.contains("session01")
                      ? new float[] {0, 1}
                      : new float[] {1, 0});

      float expected =
          switch (rule) {
            case "mean-embedding" -> (float) Math.sqrt(.5);
            case "mean-score" -> .5f;
            default -> 1f;
          };
      LabelledScores scores = Objects.requireNonNull(result.parts().get(0).scores());
      assertThat(scores.similarity(0)).as(rule).isEqualTo(expected);
    }
  }

  @Test
  void bob_ofExpressions_reportsEach() {
    for (int subject : new int[] {2, 3, 4, 5}) {
      tree.write(
          subject, MultiPieTree.allSessions(), MultiPieTree.frontal().and(MultiPieTree.shots(0)));
    }
    tree.landmarks();

    EvaluationResult result = evaluate(open("multipie-bob-e", root), MultiPieReaderTest::bySubject);

    assertThat(names(result))
        .containsExactly(
            "eval",
            "dev",
            "eval-neutral",
            "eval-surprise",
            "eval-squint",
            "eval-smile",
            "eval-disgust",
            "eval-scream");
    assertThat(part(result, "eval-neutral").comparisons().genuine()).isEqualTo(2 * 4);
    assertThat(part(result, "eval-scream").comparisons().genuine()).isEqualTo(2);
  }

  @Test
  void setting1_searchesOneFrontalImageOfEachByYaw() {
    for (int subject : new int[] {151, 160}) {
      tree.write(subject, List.of(1), image -> image.recording() == 1);
    }
    tree.write(12, List.of(1), MultiPieTree.frontal());
    tree.landmarks();

    EvaluationResult result =
        evaluate(
            open("multipie-setting1", root, Map.of("subject-cut", "id")),
            MultiPieReaderTest::bySubject);

    assertThat(names(result))
        .containsExactly("all", "yaw0", "yaw15", "yaw30", "yaw45", "yaw60", "yaw75", "yaw90");
    assertThat(part(result, "all").comparisons().genuine()).isEqualTo(2 * (13 * 20 - 1));
    assertThat(part(result, "yaw0").comparisons().genuine()).isEqualTo(2 * 19);
    assertThat(part(result, "yaw15").comparisons().genuine()).isEqualTo(2 * 2 * 20);
    assertThat(part(result, "yaw90").value("rank-1")).hasValue(1);
    assertThat(result.remarks()).contains("2 subjects are tested");
  }

  @Test
  void setting2_enrolsTheFirstSessionOfEach() {
    tree.write(201, List.of(2, 4), image -> image.recording() != 3);
    tree.write(202, List.of(1), image -> true);
    tree.landmarks();
    Map<String, String> options = Map.of("subject-cut", "id");

    var set = open("multipie-setting2", root, options);

    assertThat(set.images())
        .anyMatch(name -> name.endsWith("201_02_01_051_07.png"))
        .noneMatch(name -> name.contains("201_02_02_"))
        .noneMatch(name -> name.contains("_081_"));
    // Two recordings of 201 and one of 202 at twelve poses under twenty lights, and two of gallery.
    assertThat(set.images()).hasSize(3 * 12 * 20 + 2);
  }

  @Test
  void settings_withOtherOptions_takeOtherProbes() {
    tree.write(201, List.of(1, 4), image -> true);
    tree.write(202, List.of(1, 4), image -> true);
    tree.landmarks();

    assertThat(probes(Map.of())).isEqualTo(2 * 2 * 12 * 20);
    assertThat(probes(Map.of("shot-19", "out"))).isEqualTo(2 * 2 * 12 * 19);
    assertThat(probes(Map.of("raised-cameras", "in"))).isEqualTo(2 * 2 * 14 * 20);
    assertThat(probes(Map.of("session-4-recording-2", "in"))).isEqualTo(2 * 3 * 12 * 20);
    assertThat(probes(Map.of("max-yaw", "60"))).isEqualTo(2 * 2 * 8 * 20);
    assertThat(probes(Map.of("frontal-probes", "all"))).isEqualTo(2 * (2 * 13 * 20 - 1));
    assertThat(probes(Map.of("frontal-probes", "other-sessions"))).isEqualTo(2 * (25 * 20));
    assertThat(probes(Map.of("gallery-shot", "0", "frontal-probes", "all")))
        .isEqualTo(2 * (2 * 13 * 20 - 1));
  }

  @Test
  void setting2_withSignedYaw_keepsSidesApart() {
    tree.write(201, List.of(1), image -> true);
    tree.landmarks();

    EvaluationResult result =
        evaluate(
            open("multipie-setting2", root, Map.of("subject-cut", "none", "yaw", "signed")),
            MultiPieReaderTest::bySubject);

    assertThat(names(result)).hasSize(13).contains("yaw-90", "yaw90").doesNotContain("yaw0");
  }

  @Test
  void setting1_byPosition_tests_thoseAfterTheFirst150() {
    for (int subject = 1; subject <= 152; subject++) {
      tree.write(
          subject,
          List.of(1),
          image ->
              image.recording() == 1
                  && image.shot() == 7
                  && (image.camera() == Camera.C05_1 || image.camera() == Camera.C14_0));
    }
    tree.landmarks();

    EvaluationResult result =
        evaluate(open("multipie-setting1", root), MultiPieReaderTest::bySubject);

    assertThat(part(result, "yaw15").comparisons().genuine()).isEqualTo(2);
  }

  @Test
  void kortylewski_byYawLightAndSide_measuresEachCellAndBothSides() {
    for (int subject : new int[] {1, 2, 3}) {
      tree.write(
          subject,
          List.of(1),
          MultiPieTree.shots(0, 7)
              .and(image -> image.recording() == 1)
              .and(image -> Math.abs(image.camera().yaw().orElse(90)) <= 15));
    }
    tree.landmarks();

    EvaluationResult result =
        evaluate(
            open(
                "multipie-kortylewski",
                root,
                Map.of("parts", "yaw-light-and-side", "yaw", "signed", "frontal-probes", "all")),
            MultiPieReaderTest::bySubject);

    assertThat(names(result))
        .containsExactly(
            "all",
            "yaw-15",
            "yaw0",
            "yaw15",
            "own-side",
            "other-side",
            "light00",
            "light07",
            "yaw-15-light00",
            "yaw-15-light07",
            "yaw0-light00",
            "yaw15-light00",
            "yaw15-light07");
    assertThat(part(result, "light07").comparisons().genuine()).isEqualTo(6);
    assertThat(part(result, "yaw15-light07").comparisons().genuine()).isEqualTo(3);
    assertThat(part(result, "own-side").comparisons().genuine()).isEqualTo(6);
  }

  @Test
  void kortylewski_isMarkedUnconfirmed() {
    tree.write(1, List.of(1), image -> image.recording() == 1);
    tree.landmarks();

    EvaluationResult result =
        evaluate(open("multipie-kortylewski", root), MultiPieReaderTest::bySubject);

    assertThat(result.remarks()).anyMatch(remark -> remark.startsWith("unconfirmed:"));
  }

  @Test
  void open_withoutASubjectToTest_saysSo() {
    tree.write(1, List.of(1), MultiPieTree.shots(7));
    tree.landmarks();

    assertThatThrownBy(() -> open("multipie-setting1", root))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("nothing to search among 1 subjects: 0 subjects are tested");
  }

  @Test
  void open_withAnOptionOfAnotherProtocol_isRefused() {
    tree.write(2, List.of(1), MultiPieTree.shots(0));

    assertThatThrownBy(() -> open("multipie-bob-m", root, Map.of("gallery-shot", "0")))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("'gallery-shot'")
        .hasMessageContaining("has no effect on protocol m");
  }

  @Test
  void open_ofATreeWithOtherFiles_countsThem() {
    tree.write(2, MultiPieTree.allSessions(), MultiPieTree.shots(0));
    tree.write(3, MultiPieTree.allSessions(), MultiPieTree.shots(0));
    tree.touch("Multi-Pie/data/session01/highres/001/001_01.jpg");
    tree.touch("Multi-Pie/data/session01/multiview/001/.DS_Store");
    tree.landmarks();

    EvaluationResult result = evaluate(open("multipie-bob-m", root), MultiPieReaderTest::bySubject);

    assertThat(result.remarks()).anyMatch(r -> r.startsWith("2 file(s) are no multiview images"));
  }

  @Test
  void open_ofAnOddName_isRefused() {
    tree.write(2, List.of(1), MultiPieTree.shots(0));
    tree.touch("Multi-Pie/data/session01/multiview/003/01/05_1/003_01_01_051_00_crop.png");

    assertThatThrownBy(() -> open("multipie-bob-m", root))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("003_01_01_051_00_crop: expected session0S");
  }

  private int probes(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("subject-cut", "id");
    EvaluationResult result =
        evaluate(open("multipie-setting2", root, all), MultiPieReaderTest::bySubject);
    return part(result, "all").comparisons().genuine();
  }

  private static float[] bySubject(String name) {
    int subject = MultiPieTree.subject(name);
    return new float[] {
      (float) Math.cos(subject), (float) Math.sin(subject), (float) Math.cos(3 * subject)
    };
  }
}
