package org.facerepro.face.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CameraTest {

  private static float[] project(double yaw, double pitch, double roll, float... point) {
    float[] out = new float[3];
    new Camera(Rotation.degrees(yaw, pitch, roll), 1000).project(point, 1, out);
    return out;
  }

  @Test
  void project_ofAFrontalHead_dividesByTheDepth() {
    assertThat(project(0, 0, 0, 40, 25, 200))
        .containsExactly(new float[] {40 / 800f, -25 / 800f, 1 / 800f}, within(1e-7f));
  }

  @Test
  void yaw_positive_turnsTheNoseToTheRightOfThePicture() {
    assertThat(project(90, 0, 0, 0, 0, 100))
        .containsExactly(new float[] {0.1f, 0, 0.001f}, within(1e-7f));
  }

  @Test
  void pitch_positive_liftsTheNose() {
    assertThat(project(0, 30, 0, 0, 0, 100)[1])
        .isCloseTo((float) (-50 / (1000 - 100 * Math.cos(Math.PI / 6))), within(1e-7f));
  }

  @Test
  void roll_positive_tiltsTheCrownToTheLeft() {
    assertThat(project(0, 0, 90, 0, 100, 0))
        .containsExactly(new float[] {-0.1f, 0, 0.001f}, within(1e-7f));
  }

  @Test
  void inverse_undoesTheRotation() {
    Rotation rotation = Rotation.degrees(20, -10, 5);
    float x = rotation.row(0, 1, 2, 3);
    float y = rotation.row(1, 1, 2, 3);
    float z = rotation.row(2, 1, 2, 3);
    assertThat(rotation.inverse(x, y, z)).containsExactly(new float[] {1, 2, 3}, within(1e-5f));
  }
}
