package org.facerepro.face.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpressionComponentTest {
  private static final HeadMesh MESH = HeadShapes.MESH;
  private static final float[] REST = MESH.copyPositions();

  @ParameterizedTest
  @EnumSource
  void component_movesTheFaceByMillimetres(ExpressionComponent component) {
    double largest = HeadShapes.largest(HeadShapes.push(component));
    if (component.closes()) {
      assertThat(largest).isZero();
    } else {
      assertThat(largest).isBetween(1.0, 20.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void component_leavesScalpNeckEarsAndEyeballsStill(ExpressionComponent component) {
    Set<HeadRegion> still =
        EnumSet.of(
            HeadRegion.LEFT_EAR, HeadRegion.RIGHT_EAR, HeadRegion.LEFT_EYE, HeadRegion.RIGHT_EYE);
    float[] push = HeadShapes.push(component);
    for (int i = 0; i < MESH.vertexCount(); i++) {
      SurfacePoint p = MESH.point(i);
      boolean far = p.y() > 75 || p.y() < -150 || still.contains(MESH.region(i));
      if (far) {
        assertThat(HeadShapes.size(push, i)).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = ".*_LEFT", mode = EnumSource.Mode.MATCH_ALL)
  void left_isTheMirrorImageOfRight(ExpressionComponent left) {
    ExpressionComponent right = ExpressionComponent.valueOf(left.name().replace("_LEFT", "_RIGHT"));
    float[] a = HeadShapes.push(left);
    float[] b = HeadShapes.push(right);
    int columns = new SkinGrid().columns();
    int rows = new SkinGrid().rowCount();
    for (int i = 0; i < columns * rows; i++) {
      int j = i / columns * columns + columns - 1 - i % columns;
      assertThat(a[3 * i]).isCloseTo(-b[3 * j], within(1e-2f));
      assertThat(a[3 * i + 1]).isCloseTo(b[3 * j + 1], within(1e-2f));
      assertThat(a[3 * i + 2]).isCloseTo(b[3 * j + 2], within(1e-2f));
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"MOUTH_SMILE_LEFT", "MOUTH_FROWN_LEFT", "BROW_DOWN_LEFT", "CHEEK_SQUINT_LEFT"})
  void left_movesThePersonsLeftSideOnly(ExpressionComponent component) {
    float[] push = HeadShapes.push(component);
    for (int i = 0; i < MESH.vertexCount(); i++) {
      if (MESH.point(i).x() < -12) {
        assertThat(HeadShapes.size(push, i)).isZero();
      }
    }
  }

  @Test
  void jawOpen_partsLipsAndTeeth() {
    float[] moved = REST.clone();
    Displacement.of(MESH, ExpressionComponent.JAW_OPEN).add(moved, 1);
    assertThat(HeadShapes.distance(moved, 63, 67)).isBetween(17.0, 23.0);
    assertThat(meanHeight(moved, HeadPart.LOWER_TEETH) - meanHeight(REST, HeadPart.LOWER_TEETH))
        .isCloseTo(-14.5, within(0.1));
    assertThat(meanHeight(moved, HeadPart.UPPER_TEETH))
        .isEqualTo(meanHeight(REST, HeadPart.UPPER_TEETH));
  }

  @Test
  void jawOpen_withMouthClose_bringsTheLipsTogether() {
    float[] moved = REST.clone();
    Displacement.of(MESH, ExpressionComponent.JAW_OPEN).add(moved, 1);
    MESH.lips().settle(moved, 1);
    double gap = HeadShapes.point(moved, 63)[1] - HeadShapes.point(moved, 67)[1];
    assertThat(gap).isBetween(0.0, 1.5);
  }

  private static double meanHeight(float[] positions, HeadPart part) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < MESH.vertexCount(); i++) {
      if (MESH.point(i).part() == part) {
        sum += positions[3 * i + 1];
        n++;
      }
    }
    return sum / n;
  }

  @Test
  void eyes_atRest_areOpenByAFewMillimetres() {
    double open = HeadShapes.distance(REST, 38, 42);
    assertThat(open).isBetween(5.0, 11.0);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.INCLUDE,
      names = {"LEFT_EYE", "RIGHT_EYE"})
  void lids_closed_hideTheBallFromTheFront(HeadRegion eye) {
    assertThat(VisibleArea.of(REST, eye)).isGreaterThan(60);
    float[] closed = REST.clone();
    MESH.lids().close(closed, 1, 1);
    MESH.lids().settle(closed);
    assertThat(VisibleArea.of(closed, eye)).isLessThan(4);
  }

  @Test
  void landmarks_ofTheUpperLid_followItDown() {
    float[] closed = REST.clone();
    MESH.lids().close(closed, 1, 1);
    MESH.lids().settle(closed);
    assertThat(HeadShapes.point(closed, 38)[1])
        .isCloseTo(HeadShapes.point(closed, 42)[1], within(1.0));
    assertThat(HeadShapes.distance(REST, 38, 42)).isGreaterThan(4);
  }

  @Test
  void blink_ofOneEye_leavesTheOtherOpen() {
    float[] closed = REST.clone();
    MESH.lids().close(closed, 1, 0);
    MESH.lids().settle(closed);
    assertThat(VisibleArea.of(closed, HeadRegion.RIGHT_EYE)).isLessThan(4);
    assertThat(VisibleArea.of(closed, HeadRegion.LEFT_EYE))
        .isCloseTo(VisibleArea.of(REST, HeadRegion.LEFT_EYE), within(0.5));
  }

  @ParameterizedTest
  @EnumSource
  void component_atFullStrength_turnsFewTrianglesOver(ExpressionComponent component) {
    float[] moved = REST.clone();
    Displacement.of(MESH, component).add(moved, 1);
    float closed = component == ExpressionComponent.EYES_CLOSED ? 1 : 0;
    MESH.lids().close(moved, closed, closed);
    MESH.lids().settle(moved);
    assertThat(HeadShapes.flipped(REST, moved)).isLessThan(0.006);
  }
}
