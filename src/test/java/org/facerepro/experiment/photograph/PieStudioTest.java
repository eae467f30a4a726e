package org.facerepro.experiment.photograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.FaceControl;
import org.facerepro.protocol.multipie.Camera;
import org.facerepro.protocol.multipie.PieImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PieStudioTest {
  private static Map<Control, Double> scene(int yaw, int shot) {
    Camera camera =
        Arrays.stream(Camera.values())
            .filter(each -> each.yaw().isPresent() && each.yaw().getAsInt() == yaw)
            .findFirst()
            .orElseThrow();
    return PieStudio.scene(new PieImage(1, 1, 1, camera, shot), 2);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"C08_1", "C19_1"})
  void scene_ofACameraWithItsOwnFlash_isLitFromTheCamera(Camera camera) {
    PieImage image = new PieImage(1, 1, 1, camera, camera.flash());

    assertThat(PieStudio.scene(image, 0)).containsEntry(FaceControl.LIGHT_AZIMUTH, 0.0);
  }

  /**
   * The camera of −90° looks at the subject's left side, which is on the right of a frontal
   * picture.
   */
  @ParameterizedTest
  @CsvSource({"0, 1, 90", "0, 13, -90", "-90, 7, -90", "90, 1, 180", "45, 10, 0", "0, 17, -30"})
  void scene_ofAFlashElsewhere_isLitFromItsSide(int yaw, int shot, double azimuth) {
    assertThat(scene(yaw, shot)).containsEntry(FaceControl.LIGHT_AZIMUTH, azimuth);
  }

  @Test
  void scene_withoutAFlash_isLitByTheRoomAlone() {
    assertThat(scene(30, 0))
        .containsEntry(FaceControl.LIGHT_KEY_SHARE, 0.0)
        .containsEntry(FaceControl.POSE_YAW, 32.0)
        .isEqualTo(scene(30, 19));
  }
}
