package org.facerepro.face.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class ColourChangeTest {

  private static float[] changed(ColourChange change, float red, float green, float blue) {
    float[] r = {red};
    float[] g = {green};
    float[] b = {blue};
    change.apply(r, g, b, 1);
    return new float[] {r[0], g[0], b[0]};
  }

  @Test
  void gainAndOffset_actOnEachChannelAfterTheMixture() {
    ColourChange change = new ColourChange(List.of(2.0, 1.0, 0.5), 1, List.of(0.1, 0.0, -0.05));
    assertThat(changed(change, 0.2f, 0.4f, 0.6f))
        .containsExactly(new float[] {0.5f, 0.4f, 0.25f}, within(1e-6f));
  }

  @Test
  void contrastOfNone_isTheLuminance() {
    ColourChange grey = new ColourChange(List.of(1.0, 1.0, 1.0), 0, List.of(0.0, 0.0, 0.0));
    float luminance = 0.3f * 0.2f + 0.59f * 0.4f + 0.11f * 0.6f;
    assertThat(changed(grey, 0.2f, 0.4f, 0.6f))
        .containsExactly(new float[] {luminance, luminance, luminance}, within(1e-6f));
  }

  @Test
  void contrastOfAHalf_liesBetweenTheColourAndItsLuminance() {
    ColourChange half = new ColourChange(List.of(1.0, 1.0, 1.0), 0.5, List.of(0.0, 0.0, 0.0));
    float luminance = 0.3f * 0.2f + 0.59f * 0.4f + 0.11f * 0.6f;
    assertThat(changed(half, 0.2f, 0.4f, 0.6f)[2]).isCloseTo((0.6f + luminance) / 2, within(1e-6f));
  }

  @Test
  void offsetBelowBlack_isBlack() {
    ColourChange dark = new ColourChange(List.of(1.0, 1.0, 1.0), 1, List.of(-0.5, 0.0, 0.0));
    assertThat(changed(dark, 0.2f, 0.4f, 0.6f)[0]).isZero();
  }

  @Test
  void gainOfTwoChannels_isRefused() {
    assertThatThrownBy(() -> new ColourChange(List.of(1.0, 1.0), 1, List.of(0.0, 0.0, 0.0)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("gain");
  }
}
