package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;
import org.facerepro.nn.Tensor;
import org.junit.jupiter.api.Test;

class WhiteningTest {
  private static final int CLASSES = 5;
  private static final int PER_CLASS = 40;
  private static final int[] LABELS = new int[CLASSES * PER_CLASS];

  static {
    for (int i = 0; i < LABELS.length; i++) {
      LABELS[i] = i % CLASSES;
    }
  }

  private static float[][] stretched() {
    Rng rng = new Seed(4).rng();
    float[][] embeddings = new float[LABELS.length][];
    for (int i = 0; i < LABELS.length; i++) {
      double shared = rng.gaussian(0, 3);
      embeddings[i] =
          new float[] {
            (float) (LABELS[i] + shared), (float) (shared + rng.gaussian(0, 0.5)), LABELS[i] % 2
          };
      embeddings[i][2] += (float) rng.gaussian(0, 0.1);
    }
    return embeddings;
  }

  private static float[][] mapped(Tensor map, float[][] embeddings) {
    float[][] result = new float[embeddings.length][3];
    for (int n = 0; n < result.length; n++) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          result[n][i] += map.at(3 * i + j) * embeddings[n][j];
        }
      }
    }
    return result;
  }

  @Test
  void whitening_makesTheScatterWithinClassesEqualInAllDirections() {
    Tensor map = Whitening.learn(stretched(), LABELS, CLASSES, 1e-4);
    Tensor again = Whitening.learn(mapped(map, stretched()), LABELS, CLASSES, 1e-4);
    for (int i = 0; i < 9; i++) {
      double expected = i % 4 == 0 ? 1 : 0;
      assertThat((double) again.at(i)).isCloseTo(expected, within(0.05));
    }
  }

  @Test
  void strongShrinkage_leavesDirectionsAlone() {
    Tensor map = Whitening.learn(stretched(), LABELS, CLASSES, 1000);
    assertThat(map.at(0) / map.at(8)).isCloseTo(1f, within(0.01f));
    assertThat(map.at(3) / map.at(8)).isCloseTo(0f, within(0.01f));
  }

  @Test
  void collapsedEmbeddings_areReported() {
    assertThatThrownBy(() -> Whitening.learn(new float[LABELS.length][3], LABELS, CLASSES, 0.1))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("collapsed");
  }
}
