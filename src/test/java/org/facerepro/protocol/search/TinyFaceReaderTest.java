package org.facerepro.protocol.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facerepro.protocol.OpenedSets.evaluate;
import static org.facerepro.protocol.OpenedSets.open;
import static org.facerepro.protocol.OpenedSets.part;
import static org.facerepro.protocol.OpenedSets.write;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Seed;
import org.facerepro.core.mat.MatFile;
import org.facerepro.core.mat.MatValue;
import org.facerepro.metric.search.Roster;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.metric.search.Searches;
import org.facerepro.protocol.EvaluationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinyFaceReaderTest {
  private static final String SET = "tinyface/Testing_Set/";

  /** Probe 1 has its better mate at rank 1, probe 2 its only mate behind two distractors. */
  private static final Map<String, float[]> VECTORS =
      Map.of(
          "Probe/1_1.jpg", new float[] {1, 0},
          "Probe/2_1.jpg", new float[] {0, 1},
          "Gallery_Match/1_2.jpg", new float[] {1, 0},
          "Gallery_Match/1_3.jpg", new float[] {-1, 0},
          "Gallery_Match/2_2.jpg", new float[] {1, 1},
          "Gallery_Distractor/77.jpg", new float[] {1, 9},
          "Gallery_Distractor/a.jpg", new float[] {0, 1});

  @TempDir Path root;

  @BeforeEach
  void makeFolders() {
    VECTORS.keySet().forEach(name -> write(root, SET + name, "nothing"));
  }

  @Test
  void evaluate_withSeveralMatesAndDistractors_ranksTheBestMate() {
    EvaluationResult result = evaluate(open("tinyface", root), VECTORS::get);

    assertThat(part(result, "all").value("rank-1")).hasValue(0.5);
    assertThat(part(result, "all").value("rank-5")).hasValue(1);
    assertThat(part(result, "all").comparisons().genuine()).isEqualTo(2);
    assertThat(part(result, "all").comparisons().impostor()).isZero();
    assertThat(result.remarks()).anyMatch(r -> r.startsWith("probe_img_ID_pairs.mat is not there"));
  }

  @Test
  void open_withLists_takesTheirImagesAndSubjects() {
    list("gallery_match_img_ID_pairs.mat", "gallery", List.of("1_2.jpg", "2_2.jpg"), 1, 2);
    list("probe_img_ID_pairs.mat", "probe", List.of("2_1.jpg", "1_1.jpg"), 2, 2);

    EvaluationResult result = evaluate(open("tinyface", root), VECTORS::get);

    assertThat(open("tinyface", root).images()).doesNotContain("Gallery_Match/1_3.jpg");
    assertThat(result.remarks())
        .contains(
            "1 images of Gallery_Match are not in gallery_match_img_ID_pairs.mat and take no part",
            "probe_img_ID_pairs.mat: 1 subjects are not those of the names; the list counts");
  }

  @Test
  void open_ofListsOfDifferentSizes_isRefused() {
    list("probe_img_ID_pairs.mat", "probe", List.of("2_1.jpg", "1_1.jpg"), 2);

    assertThatThrownBy(() -> open("tinyface", root))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("expected a cell probe_set of names and as many numbers probe_ids");
  }

  @Test
  void open_ofANameWithoutASubject_isRefused() {
    write(root, SET + "Probe/anna.jpg", "nothing");

    assertThatThrownBy(() -> open("tinyface", root))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("Probe/anna.jpg: expected a name such as 12_3.jpg");
  }

  @Test
  void report_inPieces_isTheSameAsAtOnce() {
    float[] gallery = new float[3 * 50];
    float[] probes = new float[3 * 20];
    for (int i = 0; i < gallery.length; i++) {
      gallery[i] = Math.floorMod(i * 7919, 101) - 50;
    }
    for (int i = 0; i < probes.length; i++) {
      probes[i] = Math.floorMod(i * 104729, 97) - 48;
    }
    int[] gallerySubjects = new int[50];
    int[] probeSubjects = new int[20];
    Arrays.setAll(gallerySubjects, i -> i);
    Arrays.setAll(probeSubjects, i -> 3 * i);
    SearchPart part =
        new SearchPart("all", Roster.ofSubjects(gallerySubjects), Roster.ofSubjects(probeSubjects));
    FaceVectors g = FaceVectors.takeOver(gallery, 3);
    FaceVectors p = FaceVectors.takeOver(probes, 3);

    Searches pieces = GallerySearch.search(part, g, p, 7L * 50);
    assertThat(GallerySearch.report("all", pieces, SearchRates.STANDARD, new Seed(1)))
        .isEqualTo(GallerySearch.report(part, g, p, SearchRates.STANDARD, new Seed(1)));
  }

  private void list(String name, String variable, List<String> names, double... ids) {
    Map<String, MatValue> variables = new LinkedHashMap<>();
    variables.put(
        variable + "_set",
        MatValue.Cells.column(names.stream().<MatValue>map(MatValue.Text::of).toList()));
    variables.put(variable + "_ids", MatValue.Numbers.column(ids));
    MatFile.write(root.resolve(SET + name), variables);
  }
}
