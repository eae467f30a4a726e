package org.facerepro.face.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final Law STANDARD = new Law.Gaussian(0.5, 0.1);

  private static Map<String, Double> all(Draws draws) {
    Arrays.stream(FaceControl.values()).forEach(control -> draws.value(control, STANDARD));
    return draws.drawn();
  }

  @Test
  void draws_withOneControlFixed_changeNothingElse() {
    Map<String, Double> free = all(new Draws(Laws.NONE, new Seed(3)));
    Map<String, Double> held =
        all(new Draws(Laws.NONE, new Seed(3), Map.of(FaceControl.POSE_YAW, 45.0)));
    assertThat(held).containsEntry("pose.yaw", 45.0);
    Map<String, Double> expected = new TreeMap<>(free);
    expected.put("pose.yaw", 45.0);
    assertThat(held).isEqualTo(expected);
  }

  @Test
  void draws_withAnotherLawForOneControl_changeNothingElse() {
    Map<String, Double> free = all(new Draws(Laws.NONE, new Seed(3)));
    Laws laws = Laws.NONE.with(FaceControl.LIGHT_SKY, new Law.Uniform(0.9, 1));
    Map<String, Double> other = all(new Draws(laws, new Seed(3)));
    assertThat(other.get("light.sky")).isGreaterThanOrEqualTo(0.9);
    other = new TreeMap<>(other);
    other.put("light.sky", free.get("light.sky"));
    assertThat(other).isEqualTo(free);
  }

  @Test
  void draws_inAnyOrder_areTheSame() {
    Draws backwards = new Draws(Laws.NONE, new Seed(3));
    FaceControl[] controls = FaceControl.values();
    for (int i = controls.length - 1; i >= 0; i--) {
      backwards.value(controls[i], STANDARD);
    }
    assertThat(backwards.drawn()).isEqualTo(all(new Draws(Laws.NONE, new Seed(3))));
  }

  @Test
  void draws_withAPartLeftOut_holdItsControlsWhateverTheLaw() {
    Laws laws =
        Laws.NONE
            .with(FaceControl.WEAR_GLASSES, new Law.Constant(1))
            .without(AppearancePart.GLASSES);
    assertThat(new Draws(laws, new Seed(1)).happens(FaceControl.WEAR_GLASSES, 1)).isFalse();
  }

  @Test
  void draws_beyondAControlsRange_areHeldAtItsEnd() {
    Laws laws = Laws.NONE.with(FaceControl.POSE_YAW, new Law.Gaussian(1000, 1));
    assertThat(new Draws(laws, new Seed(1)).value(FaceControl.POSE_YAW, STANDARD)).isEqualTo(90);
  }

  @Test
  void laws_withALimitOutsideOfTheRange_nameTheControl() {
    assertThatThrownBy(() -> Laws.NONE.with(FaceControl.POSE_YAW, new Law.Uniform(-120, 120)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("pose.yaw")
        .hasMessageContaining("-90");
  }

  @Test
  void controls_haveNamesAndStreamsOfTheirOwn() {
    assertThat(Arrays.stream(FaceControl.values()).map(FaceControl::label)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(FaceControl.values()).map(FaceControl::stream))
        .doesNotHaveDuplicates();
  }

  @Test
  void controls_byAWrongName_areGuessed() {
    assertThatThrownBy(() -> Controls.named("laws", "pose.jaw"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("pose.yaw");
    assertThat(Controls.named("laws", "shape.nose-width"))
        .isEqualTo(new ComponentControl(ComponentControl.Family.SHAPE, "nose-width"));
  }
}
