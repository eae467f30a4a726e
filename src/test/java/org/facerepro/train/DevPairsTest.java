package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class DevPairsTest {
  private static final int[] LABELS = {0, 0, 0, 1, 1, 1, 2, 2, 2};

  private static float[][] embeddings(double noise) {
    Rng rng = new Seed(3).rng();
    float[][] embeddings = new float[LABELS.length][3];
    for (int i = 0; i < LABELS.length; i++) {
      embeddings[i][LABELS[i]] = 1;
      for (int j = 0; j < 3; j++) {
        embeddings[i][j] += (float) rng.uniform(-noise, noise);
      }
    }
    return embeddings;
  }

  @Test
  void score_ofClearlySeparateSubjects_isPerfect() {
    VerificationScore score = DevPairs.draw(LABELS, new Seed(1)).score(embeddings(0.1));
    assertThat(score).isEqualTo(new VerificationScore(1, 1));
  }

  @Test
  void score_ofEqualEmbeddings_isChance() {
    VerificationScore score = DevPairs.draw(LABELS, new Seed(1)).score(new float[9][3]);
    assertThat(score).isEqualTo(new VerificationScore(0.5, 0.5));
  }

  @Test
  void score_ofNoise_isNearChance() {
    VerificationScore score = DevPairs.draw(LABELS, new Seed(1)).score(embeddings(50));
    assertThat(score.auc()).isCloseTo(0.5, within(0.35));
    assertThat(score.accuracy()).isBetween(0.5, 0.9);
  }

  @Test
  void oneSubject_cannotBeVerified() {
    assertThatThrownBy(() -> DevPairs.draw(new int[] {0, 0, 0}, new Seed(1)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("dev");
  }
}
