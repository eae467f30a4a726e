package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenfoldExactTest {

  @Test
  void accuracy_withASeparatedTrainingFold_cutsHalfWay() {
    Scores scores =
        Scores.builder(2)
            .add(0.8f, true, 0, "a", "a")
            .add(0.2f, false, 0, "a", "b")
            .add(0.6f, true, 1, "c", "c")
            .add(0.1f, false, 1, "c", "d")
            .build();

    FoldedAccuracy accuracy = TenfoldExact.accuracy(scores).orElseThrow();

    assertThat(accuracy.folds())
        .extracting(FoldAccuracy::threshold)
        .containsExactly(((double) 0.6f + 0.1f) / 2, ((double) 0.8f + 0.2f) / 2);
    assertThat(accuracy.mean()).isEqualTo(1);
  }

  @Test
  void accuracy_withImpostorsAloneToLearnFrom_acceptsNothing() {
    Scores scores =
        Scores.builder(2).add(0.8f, true, 0, "a", "a").add(0.9f, false, 1, "c", "d").build();

    FoldAccuracy first = TenfoldExact.accuracy(scores).orElseThrow().folds().get(0);

    assertThat(first.threshold()).isNull();
    assertThat(first.correct()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void accuracy_onSeededScores_trainsAsWellAsAnyThreshold(long seed) {
    Scores scores = TestScores.random(seed, 120, 3, 0.1);

    FoldedAccuracy accuracy = TenfoldExact.accuracy(scores).orElseThrow();

    for (FoldAccuracy fold : accuracy.folds()) {
      double threshold = Objects.requireNonNull(fold.threshold());
      long best =
          IntStream.range(0, scores.size())
              .filter(i -> !scores.failed(i))
              .mapToLong(i -> correct(scores, fold.fold(), false, scores.similarity(i)))
              .max()
              .orElseThrow();
      assertThat(correct(scores, fold.fold(), false, threshold)).isEqualTo(best);
      assertThat(correct(scores, fold.fold(), true, threshold)).isEqualTo(fold.correct());
    }
  }

  private static long correct(Scores scores, int fold, boolean inside, double threshold) {
    return IntStream.range(0, scores.size())
        .filter(i -> (scores.fold(i) == fold) == inside)
        .filter(i -> (scores.similarity(i) >= threshold) == scores.genuine(i))
        .count();
  }
}
