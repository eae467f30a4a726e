package org.facerepro.protocol.ijb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricReport;
import org.facerepro.protocol.CollectedFaces;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.OpenedSets;
import org.facerepro.protocol.Protocols;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release of six subjects: templates 1 to 6 in the galleries, 11 to 18 among the probes. */
class IjbReleaseTest {
  private static final int[] TEMPLATES = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16, 17, 18};
  private static final int[] SUBJECTS = {1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2};
  private static final String META = "IJBC/meta/ijbc_";

  @TempDir Path root;

  @BeforeEach
  void writeLists() {
    StringBuilder faces = new StringBuilder();
    StringBuilder detections = new StringBuilder();
    for (int t = 0; t < TEMPLATES.length; t++) {
      for (int f = 0; f < 2; f++) {
        String name = (2 * t + f) + ".jpg";
        faces.append(name + " " + TEMPLATES[t] + " " + f + "\n");
        detections.append(name + " 38 52 74 52 56 72 42 92 71 92 0.9\n");
      }
    }
    OpenedSets.write(root, META + "face_tid_mid.txt", faces.toString().strip());
    OpenedSets.write(root, META + "name_5pts_score.txt", detections.toString().strip());
    OpenedSets.write(
        root, META + "template_pair_label.txt", "1 11 1", "2 12 1", "3 14 0", "4 13 0", "5 5 1");
    OpenedSets.write(root, META + "1N_gallery_G1.csv", table(0, 3));
    OpenedSets.write(root, META + "1N_gallery_G2.csv", table(3, 6));
    OpenedSets.write(root, META + "1N_probe_mixed.csv", table(6, 14));
    OpenedSets.write(root, "IJBC/loose_crop/0.jpg", "this is no picture");
  }

  private static String table(int from, int to) {
    StringBuilder rows = new StringBuilder("TEMPLATE_ID,SUBJECT_ID,FILENAME");
    for (int t = from; t < to; t++) {
      rows.append("\n" + TEMPLATES[t] + "," + SUBJECTS[t] + ",img/1.jpg");
    }
    return rows.toString();
  }

  /** Returns a vector near that of the subject whose face it is. */
  private static float[] vector(String name) {
    int face = Integer.parseInt(name.substring(0, name.indexOf('.')));
    Rng own = new Seed(1000 + face).rng();
    Rng subject = new Seed(SUBJECTS[face / 2]).rng();
    float[] vector = new float[32];
    for (int j = 0; j < vector.length; j++) {
      vector[j] = (float) (subject.nextGaussian() + 0.3 * own.nextGaussian());
    }
    return vector;
  }

  @Test
  void evaluate_withARepeatedFace_remarksThatItCountsTwice() throws IOException {
    Path faces = root.resolve(META + "face_tid_mid.txt");
    Path detections = root.resolve(META + "name_5pts_score.txt");
    Files.writeString(faces, "0.jpg 1 0\n", StandardOpenOption.APPEND);
    Files.writeString(
        detections, "0.jpg 38 52 74 52 56 72 42 92 71 92 0.9\n", StandardOpenOption.APPEND);

    EvaluationResult result =
        OpenedSets.evaluate(OpenedSets.open("ijbc-11", root), IjbReleaseTest::vector);

    assertThat(result.remarks())
        .anyMatch(remark -> remark.startsWith("1 lines of the list of faces repeat a face"));
  }

  @Test
  void evaluate_ofSeparableFaces_findsEverySubject() {
    EvaluationResult result =
        OpenedSets.evaluate(OpenedSets.open("ijbc-1n", root), IjbReleaseTest::vector);
    assertThat(OpenedSets.names(result)).containsExactly("1:1", "mean", "G1", "G2");
    MetricReport oneToOne = OpenedSets.part(result, "1:1");
    assertThat(oneToOne.value("auc")).hasValue(1);
    assertThat(oneToOne.comparisons().genuine()).isEqualTo(3);
    assertThat(oneToOne.comparisons().subjects()).isEqualTo(6);
    for (String part : new String[] {"G1", "G2", "mean"}) {
      assertThat(OpenedSets.part(result, part).value("rank-1")).hasValue(1);
    }
    assertThat(result.remarks())
        .anyMatch(remark -> remark.contains("1 comparisons are of a template with itself"))
        .anyMatch(remark -> remark.contains("length of face embeddings kept"));
  }

  @Test
  void evaluate_withATemplateWithoutFaces_countsItsComparisonsAsFailed() {
    EvaluationResult result =
        OpenedSets.evaluate(
            OpenedSets.open("ijbc-1n", root),
            IjbReleaseTest::vector,
            Map.of("0.jpg", "no face", "1.jpg", "no face"));
    MetricReport oneToOne = OpenedSets.part(result, "1:1");
    assertThat(oneToOne.comparisons().failedGenuine()).isEqualTo(1);
    assertThat(OpenedSets.part(result, "G1").value("rank-1").orElseThrow()).isLessThan(1);
    assertThat(result.remarks()).anyMatch(remark -> remark.contains("1 templates have none left"));
  }

  @Test
  void evaluate_ofAFaceWithOneOfTwo_keepsItsTemplate() {
    EvaluationResult result =
        OpenedSets.evaluate(
            OpenedSets.open("ijbc-11", root), IjbReleaseTest::vector, Map.of("0.jpg", "no face"));
    assertThat(OpenedSets.names(result)).containsExactly("1:1");
    assertThat(OpenedSets.part(result, "1:1").comparisons().failed()).isZero();
  }

  @Test
  void open_withLengthsRemoved_saysSo() {
    EvaluationSet set = OpenedSets.open("ijbc-11", root, Map.of("norm", "removed"));
    EvaluationResult result = OpenedSets.evaluate(set, IjbReleaseTest::vector);
    assertThat(result.remarks())
        .anyMatch(remark -> remark.contains("face embeddings brought to length 1;"));
  }

  @Test
  void forEachFace_withoutPictures_failsEachWithItsReason() {
    CollectedFaces collected = CollectedFaces.of(OpenedSets.open("ijbc-11", root));
    assertThat(collected.faces).isEmpty();
    assertThat(collected.failures).hasSize(2 * TEMPLATES.length);
    assertThat(collected.failures.get("1.jpg")).contains("no such file");
  }

  @Test
  void evaluate_withAContradictedLabel_tellsIt() {
    OpenedSets.write(
        root, META + "template_pair_label.txt", "1 11 0", "2 13 1", "3 13 1", "4 13 0");
    EvaluationResult result =
        OpenedSets.evaluate(OpenedSets.open("ijbc-1n", root), IjbReleaseTest::vector);
    assertThat(result.remarks()).anyMatch(remark -> remark.startsWith("2 labels contradict"));
  }

  @Test
  void evaluate_ofASearchedTemplateWithoutAFaceInTheList_isRefused() {
    OpenedSets.write(root, META + "1N_probe_mixed.csv", table(6, 14) + "\n99,1,img/1.jpg");
    EvaluationSet set = OpenedSets.open("ijbc-1n", root);
    assertThatThrownBy(() -> OpenedSets.evaluate(set, IjbReleaseTest::vector))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("template 99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1N_gallery_G1", "1N_gallery_G2", "1N_probe_mixed"})
  void open_withoutADeclaredListOfSearches_saysWhatIsMissingAndWhereItWasLookedFor(String list)
      throws IOException {
    Path missing = root.resolve(META + list + ".csv");
    Files.delete(missing);

    assertThatThrownBy(() -> OpenedSets.open("ijbc-1n", root))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("not found; looked for")
        .hasMessageContaining(missing.toString());
    assertThatThrownBy(() -> Protocols.sources(OpenedSets.declaration("ijbc-1n", Map.of()), root))
        .isInstanceOf(DataUnavailableException.class);
    assertThatCode(() -> OpenedSets.open("ijbc-11", root)).doesNotThrowAnyException();
  }

  @Test
  void report_carriesTheCornerOfThePeers() {
    EvaluationResult result =
        OpenedSets.evaluate(OpenedSets.open("ijbc-11", root), IjbReleaseTest::vector);
    MetricReport report = OpenedSets.part(result, "1:1");
    assertThat(report.entry(Convention.NEAREST_CORNER, Metric.of("tar@far=1e-4"))).isPresent();
    assertThat(report.entry(Convention.AUC_SKLEARN, Metric.AUC)).isPresent();
  }
}
