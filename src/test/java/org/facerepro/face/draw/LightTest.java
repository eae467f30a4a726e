package org.facerepro.face.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.SurfacePoint;
import org.facerepro.face.scene.HeadModel;
import org.junit.jupiter.api.Test;

class LightTest {

  @Test
  void irradiance_ofConstantLight_isPiTimesTheRadiance() {
    ShLight light = new ShLight();
    light.addConstant(0.7);
    assertThat(light.irradiance(0, 0.6f, 0.8f)).isCloseTo((float) (0.7 * Math.PI), within(1e-5f));
  }

  @Test
  void irradiance_ofLinearLight_isTwoThirdsPiTimesTheGradientAlongTheNormal() {
    ShLight light = new ShLight();
    light.addLinear(0.3, -0.2, 0.5);
    float expected = (float) (2 * Math.PI / 3 * (0.3 * 0.6 + 0.5 * 0.8));
    assertThat(light.irradiance(0.6f, 0, 0.8f)).isCloseTo(expected, within(1e-5f));
  }

  @Test
  void irradiance_facingASource_isTheTruncatedClampedCosine() {
    ShLight light = new ShLight();
    light.addSource(0.36, 0.48, 0.8, 1);
    assertThat(light.irradiance(0.36f, 0.48f, 0.8f)).isCloseTo(17 / 16f, within(1e-5f));
    assertThat(light.irradiance(-0.36f, -0.48f, -0.8f)).isCloseTo(1 / 16f, within(1e-5f));
    assertThat(light.irradiance(0.8f, 0, -0.36f)).isNotEqualTo(17 / 16f);
  }

  @Test
  void irradiance_ofTurnedLight_isThatOfTheTurnedNormal() {
    double[] factors = {1, -0.4, 0.3, 0.2, 0.5, -0.6, 0.15, 0.7, -0.25};
    Rotation turn = Rotation.degrees(35, -20, 12);
    ShLight light = new ShLight();
    light.addTurned(factors, turn, 0.5);
    float[][] normals = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.48f, -0.6f, 0.64f}, {-0.6f, 0.8f, 0}};
    for (float[] n : normals) {
      double x = turn.row(0, n[0], n[1], n[2]);
      double y = turn.row(1, n[0], n[1], n[2]);
      double z = turn.row(2, n[0], n[1], n[2]);
      double[] p = {1, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y};
      double expected = 0;
      for (int k = 0; k < p.length; k++) {
        expected += 0.5 * factors[k] * p[k];
      }
      assertThat((double) light.irradiance(n[0], n[1], n[2])).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void occlusion_inTheEyeSocket_isStrongerThanOnTheForehead() {
    HeadModel model = new HeadModel();
    float socket = model.occlusion().open(nearest(model.mesh(), 14, 2));
    float forehead = model.occlusion().open(nearest(model.mesh(), 0, 55));
    assertThat(forehead).isGreaterThan(0.9f);
    assertThat(socket).isLessThan(forehead - 0.08f);
  }

  @Test
  void occlusion_smoothed_isAsOpenOnTheWholeAndVariesLessAroundTheEyes() {
    HeadModel model = new HeadModel();
    HeadMesh mesh = model.mesh();
    Occlusion baked = Occlusion.bake(mesh.copyPositions(), mesh.copyTriangles());
    Occlusion smooth = baked.smoothed(mesh.copyTriangles());
    assertThat(roughness(mesh, smooth)).isLessThan(0.7 * roughness(mesh, baked));
    double sum = 0;
    for (int i = 0; i < mesh.skinEnd(); i++) {
      sum += smooth.open(i) - baked.open(i);
    }
    assertThat(sum / mesh.skinEnd()).isCloseTo(0, within(0.01));
  }

  /** Returns the mean difference of neighbours in a row above the eyes. */
  private static double roughness(HeadMesh mesh, Occlusion occlusion) {
    double sum = 0;
    int first = nearest(mesh, 20, 5);
    for (int i = first; i < first + 12; i++) {
      sum += Math.abs(occlusion.open(i) - occlusion.open(i + 1));
    }
    return sum;
  }

  private static int nearest(HeadMesh mesh, float x, float y) {
    int best = 0;
    float least = Float.MAX_VALUE;
    for (int i = 0; i < mesh.firstLandmark(); i++) {
      SurfacePoint p = mesh.point(i);
      float d = (p.x() - x) * (p.x() - x) + (p.y() - y) * (p.y() - y);
      if (p.z() > 0 && d < least) {
        least = d;
        best = i;
      }
    }
    return best;
  }
}
