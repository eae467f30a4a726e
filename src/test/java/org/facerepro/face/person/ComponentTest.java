package org.facerepro.face.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.face.draw.Curve;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.MouthOpening;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.head.SurfacePoint;
import org.junit.jupiter.api.Test;

class ComponentTest {
  private static final HeadMesh MESH = new HeadMesh();

  @Test
  void model_hasEnoughNamedComponents() {
    assertThat(ShapeComponent.values()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(ColourComponent.values()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(ExpressionComponent.values()).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void mouthOpening_inTheMiddle_partsTheLipsByItsFullAmount() {
    assertThat(gap(0)).isCloseTo(5, within(0.3f));
  }

  @Test
  void mouthOpening_atTheCorner_keepsTheLipsTogether() {
    assertThat(gap(FacePlan.MOUTH_HALF)).isCloseTo(0, within(0.3f));
  }

  private static float gap(float x) {
    MouthOpening opening = new MouthOpening(4, 1, 0);
    float[] upper = new float[3];
    float[] lower = new float[3];
    opening.add(new SurfacePoint(x, x, FacePlan.MOUTH_Y + 0.5f, 90), 1, upper, 0);
    opening.add(new SurfacePoint(x, x, FacePlan.MOUTH_Y - 0.5f, 90), 1, lower, 0);
    return upper[1] - lower[1];
  }

  @Test
  void mesh_isDenseEnoughAndItsLandmarksAreMirrored() {
    assertThat(MESH.vertexCount()).isBetween(8_000, 11_000);
    int eye = MESH.firstLandmark();
    assertThat(MESH.point(eye).x()).isCloseTo(-MESH.point(eye + 1).x(), within(1e-3f));
    assertThat(MESH.point(eye + 1).x()).isCloseTo(FacePlan.EYE_X, within(1e-2f));
  }

  @Test
  void curve_atItsKnots_isExactAndBeyondThemConstant() {
    Curve curve = Curve.through(0, 1, 2, 5, 3, 4);
    assertThat(curve.at(2)).isEqualTo(5);
    assertThat(curve.at(-9)).isEqualTo(1);
    assertThat(curve.at(9)).isEqualTo(4);
  }
}
