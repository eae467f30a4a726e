package org.facerepro.protocol.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.mat.MatFile;
import org.facerepro.core.mat.MatValue;
import org.facerepro.core.mat.MatValue.Cells;
import org.facerepro.core.mat.MatValue.Numbers;
import org.facerepro.core.mat.MatValue.Structs;
import org.facerepro.core.mat.MatValue.Text;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.Point;
import org.facerepro.protocol.CollectedFaces;
import org.facerepro.protocol.TestPictures;
import org.facerepro.protocol.VerificationSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgeDbReaderTest {
  private static final String IMAGES = "agedb-30/03_Protocol_Images/";
  private static final String LIST = "agedb-30/AgeDB_FINAL_protocol/04_FINAL_protocol_30_years.mat";

  private final Path root;
  private final TinySet agedb;

  AgeDbReaderTest(@TempDir Path root) {
    this.root = root;
    this.agedb = new TinySet(root, "agedb-30");
  }

  @BeforeEach
  void write() throws IOException {
    agedb.picture(IMAGES + "1_Ann_30_f.jpg").picture(IMAGES + "1_Ann_60_f.jpg");
    list(fold(1, "1_Ann_30_f", "1_Ann_60_f"), fold(-1, "1_Ann_30_f", "2_Bob_60_m"));
  }

  @Test
  void open_theFolds_takesCouplesInTheirOrder() {
    assertThat(TinySet.brief(agedb.open()))
        .containsExactly(
            "1 f1 1_Ann_30_f.jpg|1_Ann_60_f.jpg =", "2 f2 1_Ann_30_f.jpg|2_Bob_60_m.jpg /");
  }

  @Test
  void open_labelsThatContradictNames_followsWhatIsAskedForAndRemarks() throws IOException {
    list(fold(-1, "1_Ann_30_f", "1_Ann_60_f"));

    assertThat(agedb.open().list().genuine()).isEqualTo(1);
    assertThat(agedb.open().list().remarks())
        .anyMatch(r -> r.contains("labels of 1 couples are not those of their names; names were"));
    assertThat(agedb.open("same", "labels").list().genuine()).isZero();
  }

  @Test
  void sources_withoutALandmarkList_arePicturesWithTheirPointsAndTheCouples() {
    assertThat(agedb.sources()).containsExactly(root.resolve(IMAGES), root.resolve(LIST));

    agedb.text("agedb-30/landmarks.txt", "");

    assertThat(agedb.sources()).last().isEqualTo(root.resolve("agedb-30/landmarks.txt"));
  }

  @Test
  void forEachFace_alignsBy68Points() {
    agedb.text(IMAGES + "1_Ann_30_f.pts", points());

    VerificationSet set = agedb.open();
    CollectedFaces faces = CollectedFaces.of(set);

    assertThat(faces.faces.get("1_Ann_30_f.jpg"))
        .isEqualTo(TestPictures.noise(112, 112, (IMAGES + "1_Ann_30_f.jpg").hashCode()));
    assertThat(faces.failures)
        .containsEntry("1_Ann_60_f.jpg", "it has no landmarks to align it by")
        .containsEntry("2_Bob_60_m.jpg", "there is no such file");
  }

  @Test
  void open_pointsThatAreNot68_namesTheFile() {
    agedb.text(IMAGES + "1_Ann_30_f.pts", "version: 1\nn_points: 68\n{\n1 2\n}\n");

    assertThatThrownBy(agedb::open)
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("1_Ann_30_f.pts:5: expected 68 points between braces");
  }

  @Test
  void open_aFileOfAnotherForm_saysWhatWasExpected() throws IOException {
    list(Numbers.column(1));

    assertThatThrownBy(agedb::open)
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("fold 1: expected a struct of pairs and labels");
  }

  private void list(MatValue... folds) throws IOException {
    Files.createDirectories(root.resolve(LIST).getParent());
    MatFile.write(root.resolve(LIST), Map.of("splits", Cells.column(List.of(folds))));
  }

  private static MatValue fold(int label, String first, String second) {
    return Structs.of(
        List.of("pairs", "labels"),
        Map.of(
            "pairs",
            new Cells(List.of(2, 1), List.of(picture(first), picture(second))),
            "labels",
            Numbers.column(label)));
  }

  private static MatValue picture(String name) {
    return Structs.of(
        List.of("name", "age"), Map.of("name", Text.of(name), "age", Numbers.column(30)));
  }

  /** Puts the five points where no alignment is needed, and all others nowhere. */
  private static String points() {
    List<Point> five = ArcFaceTemplate.points(112);
    List<String> lines = new ArrayList<>(List.of("version: 1", "n_points: 68", "{"));
    for (int i = 1; i <= 68; i++) {
      Point point =
          i >= 37 && i <= 42
              ? five.get(0)
              : i >= 43 && i <= 48
                  ? five.get(1)
                  : i == 31
                      ? five.get(2)
                      : i == 49 ? five.get(3) : i == 55 ? five.get(4) : new Point(0, 0);
      lines.add(point.x() + " " + point.y());
    }
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }
}
