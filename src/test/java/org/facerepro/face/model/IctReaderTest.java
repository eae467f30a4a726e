package org.facerepro.face.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.CorruptDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IctReaderTest {
  private static final double[] NONE = new double[0];

  @TempDir private Path folder;
  private final IctLayout layout = new IctLayout();

  private MorphableModel read() {
    return ModelFiles.read(layout.archive(folder.resolve("ict.tar.xz"), true));
  }

  private MorphableModel read(String neutral) {
    layout.put(IctLayout.NEUTRAL_FILE, neutral);
    return read();
  }

  @Test
  void positions_ofAFace_areTheNeutralAndTheMovedMeshesInMillimetres() {
    Coefficients face = new Coefficients(new double[] {2, -1}, NONE, new double[] {0.5});
    double[] positions = read().positions(face);
    for (int i = 0; i < positions.length; i++) {
      double moved = i == 3 ? 2 * 0.5 : i == 7 ? -1 * -1.25 : i == 1 ? 0.5 * -2 : 0;
      assertThat(positions[i]).isCloseTo(10 * (IctLayout.NEUTRAL[i] + moved), within(1e-4));
    }
  }

  @Test
  void folder_andBothArchives_areTheSameModel() {
    MorphableModel packed = read();
    MorphableModel tar = ModelFiles.read(layout.archive(folder.resolve("ict.tar"), false));
    MorphableModel outer = ModelFiles.read(layout.folder(folder.resolve("ict")));
    MorphableModel inner = ModelFiles.read(folder.resolve("ict/FaceXModel"));
    Coefficients face = new Coefficients(new double[] {1, 1}, NONE, new double[] {1});
    for (MorphableModel other : new MorphableModel[] {tar, outer, inner}) {
      assertThat(other.positions(face)).isEqualTo(packed.positions(face));
      assertThat(other.triangles()).isEqualTo(packed.triangles());
    }
    assertThat(outer.card().sha256()).isEqualTo(inner.card().sha256());
  }

  @Test
  void names_ofComponents_areTheNamesOfTheFiles() {
    assertThat(read().shape().names()).containsExactly("identity000", "identity001");
    assertThat(read().expression().names()).containsExactly("jawOpen");
  }

  @Test
  void triangles_ofQuadsAndLayers_areFansWithoutTheLayers() {
    assertThat(read().triangles()).containsExactly(0, 1, 4, 1, 2, 4, 2, 3, 0, 2, 0, 4);
  }

  @Test
  void regions_areTheMaterials() {
    assertThat(read().regions().keySet()).containsExactly("face", "iris-left");
    assertThat(requireNonNull(read().regions().get("face")).stream()).containsExactly(0, 1, 2, 4);
  }

  @Test
  void landmarks_haveMultiPieAndBaselNames() {
    assertThat(read().landmarks())
        .containsEntry("multipie68.30", 4)
        .containsEntry("multipie68.67", 1)
        .containsEntry("center.nose.tip", 4)
        .containsEntry("left.eye.pupil.center", 4);
  }

  @Test
  void colours_ofTeethAndSkin_differ() {
    String neutral = IctLayout.obj(IctLayout.NEUTRAL).replace("M_IrisLeft", "M_Teeth");
    double[] colours = read(neutral).colours(Coefficients.MEAN);
    assertThat(colours[3 * 3]).isEqualTo((double) 0.90f);
    assertThat(colours[3]).isEqualTo((double) 0.78f);
  }

  @Test
  void colours_ofAnEye_areThePupilInFrontAndWhiteAround() {
    String neutral = IctLayout.obj(IctLayout.NEUTRAL).replace("M_Face", "M_ScleraLeft");
    double[] colours = read(neutral).colours(Coefficients.MEAN);
    assertThat(colours[3 * 4]).isEqualTo((double) 0.05f);
    assertThat(colours[0]).isEqualTo((double) 0.74f);
  }

  @Test
  void card_tellsLicenceAndRealPeople() {
    ModelCard card = read().card();
    assertThat(card.licence()).startsWith("MIT");
    assertThat(card.realDataUse()).contains("scans of real people");
    assertThat(card.counts()).isEqualTo(new ModelCard.Counts(5, 4, 2, 0, 1));
  }

  @Test
  void read_withoutTheNeutralMesh_saysSo() {
    layout.without(IctLayout.NEUTRAL_FILE);
    refuses("has no generic_neutral_mesh.obj");
  }

  @Test
  void read_withoutTheIndices_saysSo() {
    layout.without("FaceXModel/vertex_indices.json");
    refuses("has no vertex_indices.json");
  }

  @Test
  void read_ofAMeshWithFewerVertices_namesIt() {
    layout.put("FaceXModel/identity001.obj", IctLayout.obj(new double[12]));
    refuses("identity001.obj has 4 vertices, the neutral mesh has 5");
  }

  @Test
  void read_withAGapInTheIdentities_namesTheMissingOne() {
    layout.without("FaceXModel/identity000.obj");
    refuses("identity000.obj is missing");
  }

  @Test
  void read_ofAPolygonBeyondTheVertices_namesIt() {
    layout.put(IctLayout.NEUTRAL_FILE, IctLayout.obj(IctLayout.NEUTRAL) + "f 1 2 6\n");
    refuses("triangle 5 names vertex 5, the model has 5 vertices");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v 1 2 x", "v 1 2", "v 1 nan 2", "v 1 2 1e999", "f 1 2", "f 1 -2 3"})
  void read_ofADamagedLine_namesFileAndLine(String line) {
    layout.put(IctLayout.NEUTRAL_FILE, "v 0 0 0\n" + line + "\n");
    refuses("generic_neutral_mesh.obj: line 2: ");
  }

  @Test
  void read_ofALandmarkOffTheMesh_namesIt() {
    layout.put(
        "FaceXModel/vertex_indices.json",
        "{\"idx_to_landmark_verts\": [" + "0,".repeat(67) + "5]}");
    refuses("landmark 67 is vertex 5, the neutral mesh has 5");
  }

  @Test
  void read_ofTooFewLandmarks_saysSo() {
    layout.put("FaceXModel/vertex_indices.json", "{\"idx_to_landmark_verts\": [1, 2]}");
    refuses("has no 68 idx_to_landmark_verts");
  }

  @Test
  void read_ofAnEntryThatLeavesTheArchive_isRefused() {
    layout.put("FaceXModel/../../identity002.obj", "v 0 0 0");
    refuses("points out of the archive");
  }

  @Test
  void read_ofAFileThereTwice_isRefused() {
    layout.put("Other/identity000.obj", IctLayout.moved(0, 1));
    refuses("identity000.obj is there twice");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.95})
  void read_ofATruncatedArchive_saysSo(double part) throws IOException {
    Path file = layout.archive(folder.resolve("ict.tar.xz"), true);
    IctLayout.cut(file, part);
    assertThatThrownBy(() -> ModelFiles.read(file))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("is cut short or damaged");
  }

  @Test
  void read_ofTheRealModel_hasItsCounts() {
    String data = System.getenv("FACEREPRO_DATA");
    assumeTrue(data != null, "FACEREPRO_DATA names no folder with real data");
    Path file = Path.of(String.valueOf(data), "ict-facekit", "ict-facekit-facexmodel.tar.xz");
    assumeTrue(Files.exists(file), file + " is not there");
    MorphableModel model = ModelFiles.read(file);
    assertThat(model.card().counts()).isEqualTo(new ModelCard.Counts(26_719, 48_836, 100, 0, 57));
    assertThat(model.landmarks()).containsEntry("center.nose.tip", 4857);
  }

  private void refuses(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("ict.tar.xz")
        .hasMessageContaining(message);
  }
}
