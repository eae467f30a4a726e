package org.facerepro.face.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SphericalLightTest {
  private static final double[][] NORMALS = {
    {0, 0, 1}, {1, 0, 0}, {0, -1, 0}, {0.6, 0, 0.8}, {0.48, -0.6, 0.64}, {-0.36, 0.48, -0.8}
  };

  private static SphericalLight unit(int term) {
    double[] c = new double[27];
    c[term] = 1;
    c[9 + term] = 1;
    c[18 + term] = 1;
    return SphericalLight.of(c);
  }

  /**
   * The real spherical harmonics in their usual form with angles, apart from the implementation.
   */
  private static double harmonic(int term, double x, double y, double z) {
    double pi = Math.PI;
    return switch (term) {
      case 0 -> Math.sqrt(1 / (4 * pi));
      case 1 -> Math.sqrt(3 / (4 * pi)) * y;
      case 2 -> Math.sqrt(3 / (4 * pi)) * z;
      case 3 -> Math.sqrt(3 / (4 * pi)) * x;
      case 4 -> Math.sqrt(15 / (4 * pi)) * x * y;
      case 5 -> Math.sqrt(15 / (4 * pi)) * y * z;
      case 6 -> Math.sqrt(5 / (16 * pi)) * (3 * z * z - 1);
      case 7 -> Math.sqrt(15 / (4 * pi)) * x * z;
      default -> Math.sqrt(15 / (16 * pi)) * (x * x - y * y);
    };
  }

  /**
   * Radiance over the half of the sphere above the normal, each direction by its cosine, over π.
   */
  private static double integrated(int term, double[] n) {
    int steps = 400;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double z = -1 + 2 * (i + 0.5) / steps;
      double flat = Math.sqrt(1 - z * z);
      for (int j = 0; j < 2 * steps; j++) {
        double around = Math.PI * (j + 0.5) / steps;
        double x = flat * Math.cos(around);
        double y = flat * Math.sin(around);
        double cosine = Math.max(0, n[0] * x + n[1] * y + n[2] * z);
        sum += harmonic(term, x, y, z) * cosine;
      }
    }
    return sum * 4 * Math.PI / (2.0 * steps * steps) / Math.PI;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void shade_ofOneHarmonic_isTheIntegralOfItsRadiance(int term) {
    for (double[] n : NORMALS) {
      assertThat(unit(term).shade(1, n[0], n[1], n[2]))
          .isCloseTo(integrated(term, n), within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void paint_ofABall_showsTheIrradianceOfTheHarmonic(int term) {
    double[] c = new double[27];
    for (int channel = 0; channel < 3; channel++) {
      c[9 * channel] = 1.8;
      c[9 * channel + term] += term == 0 ? 0 : 0.7;
    }
    SphericalLight light = SphericalLight.of(c);
    int size = 96;
    double distance = 1000;
    double radius = 100;
    ViewPose pose = PaintedMesh.view(420, size, distance);
    PaintedMesh ball =
        PaintedMesh.of(PaintedMesh.ball(120, radius), PaintedMesh.ballTriangles(120), pose, light);

    for (int y = 8; y < size; y += 5) {
      for (int x = 8; x < size; x += 5) {
        double dx = (x + 0.5 - pose.principalX()) / pose.focal();
        double dy = -(y + 0.5 - pose.principalY()) / pose.focal();
        double a = dx * dx + dy * dy + 1;
        double under = distance * distance - a * (distance * distance - radius * radius);
        if (under < 0.1 * radius * radius) {
          continue;
        }
        double t = (distance - Math.sqrt(under)) / a;
        double shade = light.shade(0, t * dx / radius, t * dy / radius, (distance - t) / radius);
        assertThat(ball.light(x, y, 0)).isCloseTo(Math.min(1, shade), within(0.008));
      }
    }
  }

  @Test
  void quadratic_ofATurnedHead_givesTheShadeOfTheTurnedNormal() {
    Rng rng = new Seed(3).rng();
    double[] c = new double[27];
    for (int i = 0; i < c.length; i++) {
      c[i] = rng.nextGaussian() + (i % 9 == 0 ? 8 : 0);
    }
    SphericalLight light = SphericalLight.of(c);
    ViewPose pose = ViewPose.of(PinholeCamera.STANDARD, new HeadTurn(30, -20, 10), 64, 64);
    float[] q = light.quadratic(pose);
    for (double[] n : NORMALS) {
      double[] camera = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        camera[axis] = pose.inCamera(axis, n[0], n[1], n[2]) - pose.inCamera(axis, 0, 0, 0);
      }
      float[] colour = {1};
      QuadraticShade.apply(
          q,
          QuadraticShade.TERMS,
          new float[] {(float) n[0]},
          new float[] {(float) n[1]},
          new float[] {(float) n[2]},
          colour,
          1);
      assertThat((double) colour[0])
          .isCloseTo(light.shade(1, camera[0], camera[1], camera[2]), within(1e-5));
    }
  }

  @Test
  void albedo_showsEveryNormalAtOne() {
    assertThat(SphericalLight.albedo().shade(2, 0.6, 0, 0.8)).isCloseTo(1, within(1e-12));
  }

  @Test
  void of_withANumberThatIsNotFinite_isRefused() {
    double[] c = new double[27];
    c[26] = Double.NaN;
    assertThatThrownBy(() -> SphericalLight.of(c)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void ofShade_givesTheQuadraticOfItsFactors() {
    double[] factors = new double[27];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = Math.sin(i + 1);
    }
    SphericalLight light = SphericalLight.ofShade(factors);
    double x = 0.48;
    double y = 0.6;
    double z = 0.64;
    double[] terms = {1, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y};
    for (int channel = 0; channel < 3; channel++) {
      double expected = 0;
      for (int k = 0; k < 9; k++) {
        expected += factors[9 * channel + k] * terms[k];
      }
      assertThat(light.shade(channel, x, y, z)).isCloseTo(expected, within(1e-12));
    }
  }
}
