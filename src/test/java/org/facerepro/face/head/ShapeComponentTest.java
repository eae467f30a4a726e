package org.facerepro.face.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeComponentTest {
  private static final float[] REST = HeadShapes.MESH.copyPositions();

  /**
   * The twin of each skin vertex: the grid's rows run from the left of the picture to the right.
   */
  private static int twin(int vertex, int columns) {
    int row = vertex / columns;
    return row * columns + columns - 1 - vertex % columns;
  }

  @Test
  void components_areAtLeastEighty() {
    assertThat(ShapeComponent.values()).hasSizeGreaterThanOrEqualTo(80);
  }

  @ParameterizedTest
  @EnumSource
  void component_movesTheHeadByWhatItStates(ShapeComponent component) {
    double stated = component.millimetres();
    assertThat(HeadShapes.largest(HeadShapes.push(component)))
        .isCloseTo(stated, within(0.1 * stated));
  }

  @ParameterizedTest
  @EnumSource
  void component_atBothSides_isSymmetricUnlessItsNameSaysNot(ShapeComponent component) {
    float[] push = HeadShapes.push(component);
    SkinGrid grid = new SkinGrid();
    double worst = 0;
    for (int i = 0; i < grid.rowCount() * grid.columns(); i++) {
      int j = twin(i, grid.columns());
      worst = Math.max(worst, Math.abs(push[3 * i] + push[3 * j]));
      worst = Math.max(worst, Math.abs(push[3 * i + 1] - push[3 * j + 1]));
      worst = Math.max(worst, Math.abs(push[3 * i + 2] - push[3 * j + 2]));
    }
    if (component == ShapeComponent.EAR_ASYMMETRY) {
      assertThat(worst).isZero();
    } else if (component.isAsymmetry()) {
      assertThat(worst).isGreaterThan(0.3);
    } else {
      assertThat(worst).isLessThan(1e-2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // component, point, point (of the 68), change of their distance in mm for +1
    "EYE_DISTANCE, 40, 43, 3, 0.6",
    "NOSE_WIDTH, 32, 36, 3.6, 0.8",
    "NOSE_LENGTH, 28, 31, 1.9, 0.8",
    "MOUTH_WIDTH, 49, 55, 4.4, 0.6",
    "PHILTRUM_LENGTH, 34, 52, 1.4, 0.6",
    "UPPER_LIP_THICKNESS, 52, 63, 0.8, 0.4",
    "LOWER_LIP_THICKNESS, 58, 67, 0.7, 0.4",
    "CHIN_LENGTH, 58, 9, 2.8, 0.9",
    "CHIN_WIDTH, 8, 10, 3.4, 2",
    "JAW_WIDTH, 5, 13, 5.6, 2",
    "FACE_WIDTH, 2, 16, 5.2, 1.5",
    "EYE_OPENNESS, 38, 42, 1, 0.3",
    "EYE_SIZE, 38, 42, 0.75, 0.3",
    "EYE_WIDTH, 43, 46, 1.4, 0.5",
    "BROW_HEIGHT, 20, 38, 1.5, 0.4",
    "EYE_TILT, 46, 43, 0.2, 0.3"
  })
  void component_changesTheDistanceOfItsName(
      ShapeComponent component, int a, int b, double change, double tolerance) {
    float[] moved = HeadShapes.shaped(Map.of(component, 1.0));
    double grown = HeadShapes.distance(moved, a, b) - HeadShapes.distance(REST, a, b);
    assertThat(grown).isCloseTo(change, within(tolerance));
  }

  @Test
  void eyeTilt_liftsTheOuterCornersOverTheInner() {
    float[] moved = HeadShapes.shaped(Map.of(ShapeComponent.EYE_TILT, 1.0));
    double before = HeadShapes.point(REST, 46)[1] - HeadShapes.point(REST, 43)[1];
    double after = HeadShapes.point(moved, 46)[1] - HeadShapes.point(moved, 43)[1];
    assertThat(after - before).isBetween(1.0, 2.2);
  }

  @Test
  void noseProjection_movesTheTipForward() {
    float[] moved = HeadShapes.shaped(Map.of(ShapeComponent.NOSE_PROJECTION, 1.0));
    assertThat(HeadShapes.point(moved, 31)[2] - HeadShapes.point(REST, 31)[2]).isBetween(2.0, 3.2);
  }

  @ParameterizedTest
  @EnumSource(value = ShapeComponent.class, names = "EAR_.*", mode = EnumSource.Mode.MATCH_ALL)
  void earComponents_leaveTheFaceStill(ShapeComponent component) {
    float[] push = HeadShapes.push(component);
    for (int i = 0; i < HeadShapes.MESH.vertexCount(); i++) {
      if (HeadShapes.MESH.point(i).part() != HeadPart.EAR) {
        assertThat(HeadShapes.size(push, i)).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void component_atThreeStandardDeviations_turnsFewTrianglesOver(ShapeComponent component) {
    for (double amount : new double[] {-3, 3}) {
      float[] moved = HeadShapes.shaped(Map.of(component, amount));
      assertThat(HeadShapes.flipped(REST, moved)).isLessThan(0.004);
    }
  }
}
