package org.facerepro.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FeatureNormsTest {
  private static final float[] LENGTHS = {8, 10, 12, 14};

  @Test
  void after_oneBatch_movesMeanAndDeviationByThePartOfTheBatch() {
    FeatureNorms norms = FeatureNorms.START.after(LENGTHS, 0.01);
    assertThat(norms.mean()).isCloseTo(0.01f * 11 + 0.99f * 20, within(1e-5f));
    double deviation = Math.sqrt((9 + 1 + 1 + 9) / 3.0);
    assertThat((double) norms.deviation()).isCloseTo(0.01 * deviation + 99, within(1e-5));
  }

  @Test
  void after_lengthsOutsideTheRange_cutsThem() {
    FeatureNorms norms = FeatureNorms.START.after(new float[] {0, 1000}, 1);
    assertThat(norms.mean()).isCloseTo(50.0005f, within(1e-4f));
  }

  @Test
  void qualities_areDeviationsInUnitsOfTheSpread_cutToOne() {
    FeatureNorms norms = new FeatureNorms(11, 1.999f);
    assertThat(norms.qualities(new float[] {11, 13, 9, 100, 0.01f}, 0.333))
        .containsExactly(new float[] {0, 0.333f, -0.333f, 1, -1}, within(1e-6f));
  }
}
