package org.facerepro.face.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class MixKernelTest {
  private static final int LINE = 4 * MixKernel.SHORT;

  private final float[] values = new float[4 * MixKernel.LONG];
  private final float[] plain = new float[MixKernel.LONG];
  private final float[] fast = new float[MixKernel.LONG];
  private final MixKernel scalar = new ScalarMixKernel();
  private final MixKernel vector = new VectorMixKernel();

  MixKernelTest() {
    Rng rng = new Seed(3).rng();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rng.gaussian(0, 1);
    }
  }

  @Test
  void corners_onVectors_areThePlainBits() {
    scalar.corners(values, 0, 12, 36, 0.2f, 0.7f, 0.1f, plain, 0);
    vector.corners(values, 0, 12, 36, 0.2f, 0.7f, 0.1f, fast, 0);
    assertThat(fast).isEqualTo(plain);
    assertThat(plain[5])
        .isCloseTo(0.2f * values[5] + 0.7f * values[17] + 0.1f * values[41], within(1e-6f));
  }

  @Test
  void cell_onVectors_isThePlainBits() {
    scalar.cell(values, 4, LINE, 0.3f, 0.6f, plain, 0);
    vector.cell(values, 4, LINE, 0.3f, 0.6f, fast, 0);
    assertThat(fast).isEqualTo(plain);
  }

  @Test
  void cell_atItsFourCorners_isTheirRow() {
    int[] offsets = {4, 4 + MixKernel.SHORT, 4 + LINE, 4 + LINE + MixKernel.SHORT};
    for (int corner = 0; corner < 4; corner++) {
      vector.cell(values, 4, LINE, corner & 1, corner >> 1, fast, 0);
      for (int k = 0; k < MixKernel.SHORT; k++) {
        assertThat(fast[k]).isCloseTo(values[offsets[corner] + k], within(1e-6f));
      }
    }
  }
}
