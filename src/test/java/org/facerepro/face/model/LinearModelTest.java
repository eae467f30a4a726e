package org.facerepro.face.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private final LinearModel model = TinyModels.model();
  private final int[] triangles = {0, 1, 2};
  private final LinearSpace three = LinearSpace.constant(new float[9]);

  @Test
  void positions_ofAFace_areTheMeansAndTheScaledComponents() {
    List<double[]> c = TinyModels.coefficients();
    double[] positions = model.positions(new Coefficients(c.get(0), c.get(1), c.get(2)));
    for (int row = 0; row < 12; row++) {
      double expected = (double) model.shape().mean(row) + model.expression().mean(row);
      for (int k = 0; k < 3; k++) {
        expected += (double) model.shape().basis(row, k) * model.shape().deviation(k) * c.get(0)[k];
      }
      for (int k = 0; k < 2; k++) {
        expected +=
            (double) model.expression().basis(row, k)
                * model.expression().deviation(k)
                * c.get(2)[k];
      }
      assertThat(positions[row]).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void positions_withFewerCoefficients_takeTheOthersAsZero() {
    Coefficients few = new Coefficients(new double[] {1.5}, new double[0], new double[0]);
    Coefficients all = new Coefficients(new double[] {1.5, 0, 0}, new double[2], new double[2]);
    assertThat(model.positions(few)).isEqualTo(model.positions(all));
  }

  @Test
  void colours_ofTheMean_areTheMeanColours() {
    double[] colours = model.colours(Coefficients.MEAN);
    assertThat(colours[5]).isEqualTo(model.colour().mean(5));
  }

  @Test
  void positions_withTooManyCoefficients_areRefused() {
    Coefficients many = new Coefficients(new double[0], new double[3], new double[0]);
    assertThatThrownBy(() -> model.positions(many))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("colour: expected at most 2 coefficients, as the model has components, got 3");
  }

  @Test
  void coefficients_withNaN_areRefused() {
    assertThatThrownBy(
            () -> new Coefficients(new double[] {0, Double.NaN}, new double[0], new double[0]))
        .hasMessage("shape[1]: expected a finite number, got NaN");
  }

  @Test
  void card_ofABuiltModel_countsItsParts() {
    assertThat(model.card().counts()).isEqualTo(new ModelCard.Counts(4, 2, 3, 2, 2));
  }

  @Test
  void build_withATriangleBeyondTheVertices_namesIt() {
    LinearModel.Builder parts =
        LinearModel.builder(TinyModels.CARD, new int[] {0, 1, 2, 0, 2, 3}, three);
    assertThatThrownBy(parts::build)
        .hasMessage("triangles[1]: expected a whole number from 0 to 2, got 3");
  }

  @Test
  void build_withColoursOfAnotherMesh_isRefused() {
    LinearModel.Builder parts =
        LinearModel.builder(TinyModels.CARD, triangles, three)
            .colour(LinearSpace.constant(new float[12]), ColourEncoding.LINEAR);
    assertThatThrownBy(parts::build)
        .hasMessageContaining("vertices of colour")
        .hasMessageEndingWith("4");
  }

  @Test
  void build_withALandmarkOffTheMesh_isRefused() {
    LinearModel.Builder parts =
        LinearModel.builder(TinyModels.CARD, triangles, three).landmarks(Map.of("tip", 3));
    assertThatThrownBy(parts::build).hasMessageContaining("landmarks/tip");
  }

  @Test
  void space_withANegativeDeviation_isRefused() {
    assertThatThrownBy(
            () -> LinearSpace.of(new float[3], new float[3], new float[] {-1}, List.of("a")))
        .hasMessageContaining("no negative standard deviation");
  }

  @Test
  void space_withNaNInTheBasis_namesThePlace() {
    float[] basis = {0, Float.NaN, 0};
    assertThatThrownBy(() -> LinearSpace.of(new float[3], basis, new float[1], List.of("a")))
        .hasMessage("basis[1]: expected a finite number, got NaN");
  }

  @Test
  void space_withABasisOfAnotherSize_isRefused() {
    assertThatThrownBy(
            () -> LinearSpace.of(new float[3], new float[5], new float[2], List.of("a", "b")))
        .hasMessage("basis: expected 6 values, got 5");
  }

  @Test
  void space_withANameTwice_isRefused() {
    assertThatThrownBy(
            () -> LinearSpace.of(new float[3], new float[6], new float[2], List.of("a", "a")))
        .hasMessageContaining("no name twice");
  }

  @Test
  void arrays_changedAfterwards_changeNothing() {
    float[] mean = new float[3];
    LinearSpace space = LinearSpace.constant(mean);
    mean[0] = 5;
    model.triangles()[0] = 3;
    assertThat(space.mean(0)).isZero();
    assertThat(model.triangles()[0]).isZero();
  }

  @Test
  void copyOf_withOtherColours_keepsTheRest() {
    LinearSpace white = LinearSpace.constant(new float[12]);
    LinearModel copy = LinearModel.copyOf(model).colour(white, ColourEncoding.LINEAR).build();
    assertThat(copy.colour()).isSameAs(white);
    assertThat(copy.shape()).isSameAs(model.shape());
    assertThat(copy.landmarks()).isEqualTo(model.landmarks());
    assertThat(copy.card().counts().colour()).isZero();
  }
}
