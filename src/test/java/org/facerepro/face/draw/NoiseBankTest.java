package org.facerepro.face.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class NoiseBankTest {
  private final NoiseBank noise = new NoiseBank(new Seed(3));

  @Test
  void calmStrands_atTheTilesEdge_areTheWeightedMeanAcrossIt() {
    for (int x : new int[] {0, 1, 255}) {
      float beside = noise.strands(x - 1, 9) + noise.strands(x + 1, 9);
      float mean = (6 * noise.strands(x, 9) + beside) / 8;
      assertThat(noise.calmStrands(x, 9)).isCloseTo(mean, within(1e-6f));
    }
  }
}
