package org.facerepro.face.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BfmHdf5ReaderTest {
  @TempDir private Path folder;
  private final BfmLayout layout = new BfmLayout();

  private MorphableModel read() {
    return ModelFiles.read(layout.write(folder.resolve("model.h5")));
  }

  @Test
  void positions_ofAFace_areMeanPlusBasisTimesScaledCoefficients() {
    double[] shape = {1.25, -2, 0.5};
    double[] expression = {-1, 3};
    double[] positions = read().positions(new Coefficients(shape, new double[0], expression));
    for (int row = 0; row < positions.length; row++) {
      double expected = sum("shape", row, shape) + sum("expression", row, expression);
      assertThat(positions[row]).isCloseTo(expected, within(1e-4 * Math.abs(expected) + 1e-6));
    }
  }

  @Test
  void colours_ofAFace_areMeanPlusBasisTimesScaledCoefficients() {
    double[] colour = {2, -1};
    double[] colours = read().colours(new Coefficients(new double[0], colour, new double[0]));
    for (int row = 0; row < colours.length; row++) {
      double expected = sum("color", row, colour);
      assertThat(colours[row]).isCloseTo(expected, within(1e-4 * Math.abs(expected) + 1e-8));
    }
  }

  private double sum(String group, int row, double[] coefficients) {
    double value = layout.floats(group + "/model/mean")[row];
    for (int k = 0; k < coefficients.length; k++) {
      value +=
          layout.matrix(group + "/model/pcaBasis")[row][k]
              * Math.sqrt(layout.floats(group + "/model/pcaVariance")[k])
              * coefficients[k];
    }
    return value;
  }

  @Test
  void triangles_ofEitherOrientation_areTheSame() {
    int[] across = read().triangles();
    layout.put("shape/representer/cells", BfmLayout.triangles());
    layout.put("shape/representer/points", BfmLayout.matrix(layout.floats("shape/model/mean"), 3));
    assertThat(read().triangles()).isEqualTo(across).startsWith(0, 1, 4, 1, 2, 4);
  }

  @Test
  void triangles_runningClockwise_areTurnedRound() {
    int[][] clockwise =
        Arrays.stream(BfmLayout.triangles())
            .map(t -> new int[] {t[0], t[2], t[1]})
            .toArray(int[][]::new);
    layout.put("shape/representer/cells", BfmLayout.across(clockwise));
    assertThat(read().triangles()).startsWith(0, 1, 4, 1, 2, 4);
  }

  @Test
  void landmarks_nearVertices_areThose() {
    assertThat(read().landmarks())
        .containsEntry("center.nose.tip", 4)
        .containsEntry("right.eye", 3);
  }

  @Test
  void landmarks_leftOut_areNone() {
    layout.without("metadata");
    assertThat(read().landmarks()).isEmpty();
  }

  @Test
  void card_ofAModel_tellsLicenceRealPeopleAndDigest() throws IOException {
    Path file = layout.write(folder.resolve("model2019_face12.h5"));
    ModelCard card = ModelFiles.read(file).card();
    assertThat(card.id()).isEqualTo("bfm2019");
    assertThat(card.licence()).contains("non-commercial");
    assertThat(card.realDataUse()).contains("200 people");
    assertThat(card.sha256()).isEqualTo(Sha256.ofFile(file).hex());
    assertThat(card.counts()).isEqualTo(new ModelCard.Counts(5, 4, 3, 2, 2));
  }

  @Test
  void numbers_inDoublePrecision_areReadToo() {
    layout.put("expression/model/pcaVariance", new double[] {4, 9});
    assertThat(read().expression().deviation(1)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shape", "color", "expression"})
  void read_withoutAGroup_namesIt(String group) {
    layout.without(group + "/");
    refuses("has no group " + group);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shape/model/mean",
        "color/model/pcaBasis",
        "expression/model/pcaVariance",
        "shape/representer/cells",
        "shape/representer/points"
      })
  void read_withoutADataset_namesIt(String dataset) {
    layout.without(dataset);
    refuses("has no dataset " + dataset);
  }

  @Test
  void read_ofNaNInTheMean_namesThePlace() {
    layout.floats("shape/model/mean")[7] = Float.NaN;
    refuses("shape/model/mean: value 7 is NaN");
  }

  @Test
  void read_ofInfinityInTheBasis_namesThePlace() {
    layout.matrix("color/model/pcaBasis")[2][1] = Float.POSITIVE_INFINITY;
    refuses("color/model/pcaBasis: value 5 is Infinity");
  }

  @Test
  void read_ofNaNInTheVariance_namesThePlace() {
    layout.floats("expression/model/pcaVariance")[1] = Float.NaN;
    refuses("expression/model/pcaVariance: component 1 has NaN");
  }

  @Test
  void read_ofANegativeVariance_namesThePlace() {
    layout.floats("shape/model/pcaVariance")[2] = -1;
    refuses("shape/model/pcaVariance: component 2 has -1.0");
  }

  @Test
  void read_ofATriangleBeyondTheVertices_namesBoth() {
    int[][] triangles = BfmLayout.triangles();
    triangles[3] = new int[] {3, 0, 5};
    layout.put("shape/representer/cells", triangles);
    refuses("cells: triangle 3 names vertex 5, the model has 5 vertices");
  }

  @Test
  void read_ofColoursForAnotherMesh_saysHowManyVerticesEachHas() {
    layout.put("color/model/mean", new float[12]);
    layout.put("color/model/pcaBasis", new float[12][2]);
    refuses("color/model/mean has 4 vertices, shape/model/mean has 5");
  }

  @Test
  void read_ofPointsForAnotherMesh_isRefused() {
    layout.put("shape/representer/points", new float[3][4]);
    refuses("shape/representer/points has 4 points, shape/model/mean has 5");
  }

  @Test
  void read_ofABasisLyingAcross_saysTheShapeItNeeds() {
    layout.put("shape/model/pcaBasis", BfmLayout.across(layout.matrix("shape/model/pcaBasis")));
    refuses("pcaBasis has the shape [3, 15], expected [15, 3]");
  }

  @Test
  void read_ofCellsThatAreNoTriangles_isRefused() {
    layout.put("shape/representer/cells", new int[4][4]);
    refuses("cells has the shape [4, 4], expected [3, n] or [n, 3]");
  }

  @Test
  void read_ofAMeanThatIsNoMultipleOfThree_isRefused() {
    layout.put("shape/model/mean", new float[16]);
    refuses("shape/model/mean has 16 values");
  }

  @Test
  void read_ofAModelInMetres_asksForTheUnit() {
    float[] mean = layout.floats("shape/model/mean");
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= 1000;
    }
    refuses("the mean mesh is 0.1200 mm large");
  }

  @Test
  void read_ofALandmarkFarOff_namesIt() {
    layout.put("metadata/landmarks/json", BfmLayout.LANDMARKS.replace("[1, 2, 38]", "[1, 2, 380]"));
    refuses("center.nose.tip lies 340.0 mm off the mesh");
  }

  @Test
  void read_ofLandmarksThatAreNoJson_isRefused() {
    layout.put("metadata/landmarks/json", "[{");
    refuses("metadata/landmarks/json is not valid");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 600, 1500})
  void read_ofATruncatedFile_saysSo(int length) throws IOException {
    Path file = layout.write(folder.resolve("model.h5"));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    assertThatThrownBy(() -> ModelFiles.read(file))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("get it again");
  }

  private void refuses(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("model.h5")
        .hasMessageContaining(message);
  }
}
