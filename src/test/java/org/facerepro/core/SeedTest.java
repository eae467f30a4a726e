package org.facerepro.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedTest {

  @Test
  void child_ofTheSameName_isTheSameWhateverWasAskedBefore() {
    Seed root = new Seed(7);
    Seed first = root.child("faces");
    Seed unusedSibling = root.child("other");
    assertThat(root.child("faces")).isEqualTo(first).isNotEqualTo(unusedSibling);
  }

  @Test
  void stream_ofASeed_isFixedForEver() {
    Rng rng = new Seed(1).child("faces").child(3).rng();
    assertThat(rng.nextLong()).isEqualTo(-2023099006422316282L);
  }

  @Test
  void nextInt_overManyDraws_isUniform() {
    Rng rng = new Seed(5).rng();
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[rng.nextInt(6)]++;
    }
    assertThat(IntStream.of(counts)).allMatch(count -> count > 9_600 && count < 10_400);
  }

  @Test
  void gaussian_overManyDraws_hasItsMeanAndStandardDeviation() {
    Rng rng = new Seed(5).rng();
    double[] draws = IntStream.range(0, 40_000).mapToDouble(i -> rng.gaussian(3, 2)).toArray();
    double mean = IntStream.range(0, draws.length).mapToDouble(i -> draws[i]).average().orElse(0);
    double variance =
        IntStream.range(0, draws.length)
            .mapToDouble(i -> (draws[i] - mean) * (draws[i] - mean))
            .average()
            .orElse(0);
    assertThat(mean).isBetween(2.96, 3.04);
    assertThat(Math.sqrt(variance)).isBetween(1.97, 2.03);
  }

  @Test
  void permutation_containsEveryNumberOnce() {
    assertThat(new Seed(9).rng().permutation(50))
        .containsExactlyInAnyOrder(IntStream.range(0, 50).toArray());
  }
}
