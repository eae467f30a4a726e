package org.facerepro.face.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LipRestTest {
  private static final HeadMesh MESH = HeadShapes.MESH;
  private static final float[] REST = MESH.copyPositions();
  private static final SkinGrid GRID = new SkinGrid();

  /** Rows of the grid within about 8 mm of the mouth. */
  private static final int LIP_ROWS = 5;

  private static float[] face(Map<ExpressionComponent, Double> expression) {
    float[] out = REST.clone();
    expression.forEach((c, amount) -> Displacement.of(MESH, c).add(out, amount.floatValue()));
    double close = expression.getOrDefault(ExpressionComponent.MOUTH_CLOSE, 0.0);
    MESH.lips().settle(out, (float) close);
    return out;
  }

  /** Returns the smallest height of the upper lip over the lower one in any column, mm. */
  private static double leastGap(float[] positions) {
    double least = Double.POSITIVE_INFINITY;
    int edge = GRID.upperLipRow();
    for (int c = 0; c < GRID.columns(); c++) {
      SurfacePoint p = MESH.point(GRID.vertex(edge, c));
      if (p.front() > 0 && Math.abs(p.x()) < FacePlan.MOUTH_HALF) {
        least = Math.min(least, lowest(positions, edge, c) - highest(positions, edge + 3, c));
      }
    }
    return least;
  }

  private static double lowest(float[] positions, int edge, int column) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int r = 0; r < LIP_ROWS; r++) {
      lowest = Math.min(lowest, positions[3 * GRID.vertex(edge - r, column) + 1]);
    }
    return lowest;
  }

  private static double highest(float[] positions, int edge, int column) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < LIP_ROWS; r++) {
      highest = Math.max(highest, positions[3 * GRID.vertex(edge + r, column) + 1]);
    }
    return highest;
  }

  @ParameterizedTest
  @EnumSource
  void lips_overTheWholeRangeOfAnExpression_neverCross(ExpressionComponent component) {
    for (double amount : new double[] {-0.5, 0.25, 0.5, 0.75, 1, 1.35}) {
      for (double jaw : new double[] {0, 0.35, 1}) {
        Map<ExpressionComponent, Double> expression = new EnumMap<>(ExpressionComponent.class);
        expression.put(ExpressionComponent.JAW_OPEN, jaw);
        expression.put(component, amount);
        assertThat(leastGap(face(expression))).as(component + " " + amount).isPositive();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void lips_closedOverAnOpenJaw_areSealedWhateverElseMoves(ExpressionComponent component) {
    Map<ExpressionComponent, Double> expression = new EnumMap<>(ExpressionComponent.class);
    expression.put(component, 1.0);
    expression.put(ExpressionComponent.JAW_OPEN, 1.0);
    expression.put(ExpressionComponent.MOUTH_CLOSE, 1.0);
    float[] moved = face(expression);
    assertThat(leastGap(moved)).isBetween(0.0, 0.2);
    assertThat(HeadShapes.point(moved, 63)[1] - HeadShapes.point(moved, 67)[1]).isBetween(0.0, 1.5);
  }

  @Test
  void mouthClose_overClosedLips_movesNothingByHalfAMillimetre() {
    float[] moved = face(Map.of(ExpressionComponent.MOUTH_CLOSE, 1.0));
    for (int i = 0; i < moved.length; i++) {
      assertThat(moved[i]).isCloseTo(REST[i], within(0.5f));
    }
  }

  @Test
  void settle_ofLipsThatDoNotCross_leavesThemAlone() {
    float[] moved = REST.clone();
    Displacement.of(MESH, ExpressionComponent.LIPS_PARTED).add(moved, 1);
    float[] settled = moved.clone();
    MESH.lips().settle(settled, 0);
    assertThat(settled).isEqualTo(moved);
  }

  @Test
  void mouthClose_byHalf_leavesHalfOfTheGap() {
    float[] open = face(Map.of(ExpressionComponent.JAW_OPEN, 1.0));
    float[] half =
        face(Map.of(ExpressionComponent.JAW_OPEN, 1.0, ExpressionComponent.MOUTH_CLOSE, 0.5));
    double whole = HeadShapes.point(open, 63)[1] - HeadShapes.point(open, 67)[1];
    double left = HeadShapes.point(half, 63)[1] - HeadShapes.point(half, 67)[1];
    assertThat(left).isCloseTo(whole / 2, within(0.6));
  }
}
