package org.facerepro.face.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.mat.MatFile;
import org.facerepro.core.mat.MatValue;
import org.facerepro.core.mat.MatValue.Numbers;
import org.facerepro.core.mat.MatValue.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BfmMatReaderTest {
  @TempDir private Path folder;
  private final Map<String, MatValue> variables = new LinkedHashMap<>();
  private final double[] basis = doubles("basis", 24, 1);
  private final double[] colourBasis = doubles("colour", 12, 1);

  BfmMatReaderTest() {
    double[] micrometres = {-50e3, -60e3, 0, 50e3, -60e3, 0, 50e3, 60e3, 0, -50e3, 60e3, 0};
    variables.put("shapeMU", Numbers.column(micrometres));
    variables.put("shapePC", Numbers.matrix(12, 2, basis));
    variables.put("shapeEV", Numbers.column(3000, 2000));
    variables.put("texMU", Numbers.column(0, 51, 102, 153, 204, 255, 0, 51, 102, 153, 204, 255));
    variables.put("texPC", Numbers.matrix(12, 1, colourBasis));
    variables.put("texEV", Numbers.column(25.5));
    variables.put("tl", Numbers.matrix(2, 3, 1, 1, 3, 4, 2, 3));
    variables.put("segbin", Numbers.matrix(4, 2, 1, 1, 0, 0, 0, 0, 1, 0));
  }

  private static double[] doubles(String name, int count, double scale) {
    float[] drawn = TinyModels.drawn(name, count, scale);
    double[] values = new double[count];
    Arrays.setAll(values, i -> drawn[i]);
    return values;
  }

  private MorphableModel read() {
    Path file = folder.resolve("01_MorphableModel.mat");
    MatFile.write(file, variables);
    return ModelFiles.read(file);
  }

  @Test
  void positions_ofAFace_areInMillimetresWithEvAsStandardDeviation() {
    double[] positions =
        read().positions(new Coefficients(new double[] {1, -2}, new double[0], new double[0]));
    assertThat(positions[1]).isCloseTo(-60 + 3 * basis[1] - 2 * 2 * basis[13], within(1e-4));
    assertThat(positions[11]).isCloseTo(3 * basis[11] - 2 * 2 * basis[23], within(1e-4));
  }

  @Test
  void colours_from0To255_becomeOnesFrom0To1() {
    double[] colours =
        read().colours(new Coefficients(new double[0], new double[] {2}, new double[0]));
    assertThat(colours[3]).isCloseTo(0.6 + 2 * 0.1 * colourBasis[3], within(1e-6));
  }

  @Test
  void triangles_countedFromOneAndClockwise_areCountedFromZeroAndTurnedRound() {
    assertThat(read().triangles()).containsExactly(0, 1, 2, 0, 2, 3).hasSize(6);
  }

  @Test
  void regions_ofTheSegments_haveTheirVertices() {
    assertThat(read().regions().keySet()).containsExactly("segment-1", "segment-2");
    assertThat(requireNonNull(read().regions().get("segment-1")).stream()).containsExactly(0, 1);
  }

  @Test
  void read_withoutSegments_givesNoRegions() {
    variables.remove("segbin");
    assertThat(read().regions()).isEmpty();
  }

  @Test
  void expressions_ofTheModelOf2009_areNone() {
    assertThat(read().card().counts()).isEqualTo(new ModelCard.Counts(4, 2, 2, 1, 0));
    assertThat(read().card().id()).isEqualTo("bfm2009");
  }

  @Test
  void read_ofCompressedVariables_givesTheSameModel() {
    MorphableModel plain = read();
    Path file = folder.resolve("compressed.mat");
    MatFile.writeCompressed(file, variables);
    assertThat(ModelFiles.read(file).positions(Coefficients.MEAN))
        .isEqualTo(plain.positions(Coefficients.MEAN));
  }

  @Test
  void read_withoutAVariable_namesIt() {
    variables.remove("texPC");
    refuses("has no numbers texPC");
  }

  @Test
  void read_ofTextForNumbers_namesTheVariable() {
    variables.put("tl", Text.of("none"));
    refuses("has no numbers tl");
  }

  @Test
  void read_ofABasisOfAnotherShape_namesBoth() {
    variables.put("shapePC", Numbers.matrix(12, 1, Arrays.copyOf(basis, 12)));
    refuses("shapePC has the shape [12, 1], expected [12, 2]");
  }

  @Test
  void read_ofNaN_namesThePlace() {
    basis[15] = Double.NaN;
    variables.put("shapePC", Numbers.matrix(12, 2, basis));
    refuses("shapePC: value 7 is NaN");
  }

  @Test
  void read_ofANegativeDeviation_namesThePlace() {
    variables.put("texEV", Numbers.column(-1));
    refuses("texEV: component 0");
  }

  @Test
  void read_ofATriangleBeyondTheVertices_namesIt() {
    variables.put("tl", Numbers.matrix(2, 3, 1, 1, 3, 4, 2, 5));
    refuses("triangle 1 names vertex 4, the model has 4 vertices");
  }

  @Test
  void read_ofTriangleZero_isRefused() {
    variables.put("tl", Numbers.matrix(2, 3, 0, 1, 3, 4, 2, 3));
    refuses("triangle 0 names vertex -1");
  }

  @Test
  void read_ofColoursForAnotherMesh_isRefused() {
    variables.put("texMU", Numbers.column(new double[9]));
    variables.put("texPC", Numbers.matrix(9, 1, new double[9]));
    refuses("texMU has 3 vertices, shapeMU has 4");
  }

  @Test
  void read_ofSegmentsForAnotherMesh_isRefused() {
    variables.put("segbin", Numbers.matrix(3, 2, new double[6]));
    refuses("segbin has the shape [3, 2], expected [4, segments]");
  }

  @Test
  void read_ofATruncatedFile_namesTheByte() throws IOException {
    read();
    Path file = folder.resolve("01_MorphableModel.mat");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 700));
    assertThatThrownBy(() -> ModelFiles.read(file))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("byte ");
  }

  @Test
  void read_ofVersion73_saysHowToSaveItAgain() throws IOException {
    Path file = folder.resolve("new.mat");
    Files.writeString(file, "MATLAB 7.3 MAT-file, Platform: any" + " ".repeat(600));
    assertThatThrownBy(() -> ModelFiles.read(file)).hasMessageContaining("save it again with -v7");
  }

  private void refuses(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("01_MorphableModel.mat")
        .hasMessageContaining(message);
  }
}
