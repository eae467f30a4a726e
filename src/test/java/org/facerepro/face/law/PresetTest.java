package org.facerepro.face.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the published generators, as their descriptions give them. */
class PresetTest {
  private static Law law(Preset preset, FaceControl control) {
    return preset.laws().of(control).orElseThrow();
  }

  @Test
  void kortylewski_yaw_isTheMixtureOfTheExample() {
    assertThat(law(Preset.KORTYLEWSKI, FaceControl.POSE_YAW))
        .isEqualTo(
            new Law.Mixture(
                List.of(
                    new Law.Mixture.Part(0.6, new Law.Uniform(-90, 90)),
                    new Law.Mixture.Part(0.2, new Law.Gaussian(0, 2)),
                    new Law.Mixture.Part(0.2, new Law.Constant(0)))));
  }

  @Test
  void kortylewski_pitchRollAndDistance_areThoseOfTheExample() {
    assertThat(law(Preset.KORTYLEWSKI, FaceControl.POSE_PITCH)).isEqualTo(new Law.Gaussian(0, 30));
    assertThat(law(Preset.KORTYLEWSKI, FaceControl.POSE_ROLL)).isEqualTo(new Law.Constant(0));
    assertThat(law(Preset.KORTYLEWSKI, FaceControl.CAMERA_DISTANCE))
        .isEqualTo(new Law.Constant(1000));
  }

  @Test
  void kortylewski_identity_hasTheSpreadOfTheModel() {
    assertThat(law(Preset.KORTYLEWSKI, FaceControl.SHAPE_SCALE)).isEqualTo(new Law.Constant(1));
    assertThat(law(Preset.KORTYLEWSKI, FaceControl.COLOUR_SCALE)).isEqualTo(new Law.Constant(1));
  }

  @ParameterizedTest
  @CsvSource({"POSE_YAW, 90", "POSE_PITCH, 30"})
  void digiface_pose_isAThousandthAsLikelyAtItsEdge(FaceControl control, double limit) {
    assertThat(law(Preset.DIGIFACE, control)).isInstanceOf(Law.TruncatedNormal.class);
    Law.TruncatedNormal pose = (Law.TruncatedNormal) law(Preset.DIGIFACE, control);
    double edge = limit / pose.standardDeviation();
    assertThat(pose.mean()).isZero();
    assertThat(pose.low()).isEqualTo(-limit);
    assertThat(pose.high()).isEqualTo(limit);
    assertThat(Math.exp(-edge * edge / 2)).isCloseTo(1e-3, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "WEAR_MAKE_UP, 0.15",
    "WEAR_GLASSES, 0.15",
    "WEAR_HEADWEAR, 0.15",
    "WEAR_MASK, 0.01",
    "WEAR_SUNGLASSES, 0"
  })
  void digiface_accessories_haveTheirShares(FaceControl control, double share) {
    assertThat(law(Preset.DIGIFACE, control)).isEqualTo(new Law.Chance(share));
  }
}
