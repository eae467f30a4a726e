package org.facerepro.face.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.HeadMesh;
import org.junit.jupiter.api.Test;

class MaskShellTest {
  private static final HeadModel HEAD = new HeadModel();
  private static final HeadMesh MESH = HEAD.mesh();
  private static final MaskShell SHELL = new MaskShell(MESH);

  private static float[] face(double jaw) {
    float[] positions = MESH.copyPositions();
    HEAD.express(positions, Map.of(ExpressionComponent.JAW_OPEN, jaw));
    return positions;
  }

  private static double radius(float[] p, int vertex) {
    return Math.hypot(p[3 * vertex], p[3 * vertex + 2]);
  }

  @Test
  void hull_ofAHollow_spansItAndLeavesCornersAndHills() {
    float[] along = {0, 1, 2, 3, 4};
    assertThat(MaskShell.hull(along, new float[] {2, 0, 1, 0, 4}))
        .containsExactly(2, 2.5f, 3, 3.5f, 4);
    assertThat(MaskShell.hull(along, new float[] {0, 3, 4, 3, 0})).containsExactly(0, 3, 4, 3, 0);
  }

  @Test
  void drape_ofAnOpenMouth_closesTheSlitOfTheLips() {
    float[] draped = face(1);
    SHELL.drape(draped);
    int middle = MESH.skinColumns() / 2;
    int upper = (MESH.upperLipRow() + 1) * MESH.skinColumns() + middle;
    for (int k = 0; k < 3; k++) {
      assertThat(draped[3 * upper + k]).isEqualTo(draped[3 * (upper + MESH.skinColumns()) + k]);
    }
  }

  @Test
  void drape_overTheMouth_standsOffByCentimetresNotByTheLipsRelief() {
    float[] draped = face(0);
    SHELL.drape(draped);
    int lip = MESH.upperLipRow() * MESH.skinColumns() + MESH.skinColumns() / 2;
    assertThat(radius(draped, lip) - radius(face(0), lip)).isGreaterThan(5);
  }

  @Test
  void drape_besideTheMask_leavesTheSkin() {
    float[] draped = face(0.3);
    SHELL.drape(draped);
    float[] bare = face(0.3);
    for (int i = 0; i < MESH.skinEnd(); i++) {
      if (FaceMask.depth(MESH.u(i), MESH.v(i)) < 0) {
        assertThat(draped[3 * i + 2]).isEqualTo(bare[3 * i + 2]);
      }
    }
  }

  @Test
  void cover_insideOnTheEdgeAndOutside_isWholeHalfAndNone() {
    assertThat(FaceMask.CLOTH.cover(0, -60)).isEqualTo(1);
    assertThat(FaceMask.CLOTH.cover(70, -65)).isEqualTo(0.5f);
    assertThat(FaceMask.CLOTH.cover(0, -10)).isZero();
    assertThat(FaceMask.NONE.cover(0, -60)).isZero();
  }

  @Test
  void loop_runsFromTheMaskToTheEarOnBothSides() {
    assertThat(FaceMask.SURGICAL.loop(67.1f, -42)).isEqualTo(1);
    assertThat(FaceMask.SURGICAL.loop(-115.9f, 8)).isEqualTo(1);
    assertThat(FaceMask.SURGICAL.loop(90, -40)).isZero();
  }
}
