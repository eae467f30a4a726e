package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MannWhitneyTest {

  @Test
  void auc_ofTheWorkedExample_countsTheTieHalf() {
    assertThat(MannWhitney.auc(TestScores.of(new double[] {.9, .5}, .5, .1))).hasValue(.875);
  }

  @Test
  void auc_withoutImpostors_hasNoValue() {
    assertThat(MannWhitney.auc(TestScores.of(new double[] {.9}))).isEmpty();
  }

  @Test
  void auc_withFailedComparisons_ranksThemLowestAndTied() {
    Scores scores = TestScores.of(new double[] {.9, Double.NaN}, -.5, Double.NaN);

    assertThat(MannWhitney.auc(scores)).hasValue((1 + 1 + 0 + .5) / 4);
  }

  @ParameterizedTest
  @CsvSource({
    "scores-small, auc",
    "scores-ties-2dp, auc",
    "scores-allties, auc",
    "scores-inverted, auc",
    "scores-nan, auc_without_failures"
  })
  void auc_onParityScores_isTheFractionStored(String set, String key) {
    Scores scores = ParityFixtures.scores(set).withoutFailures();

    assertThat(MannWhitney.auc(scores))
        .hasValue(ParityFixtures.expected(set).at("/exact/" + key + "/value").doubleValue());
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void auc_onSeededScores_isTheShareOfCouplesWon(long seed) {
    Scores scores = TestScores.random(seed, 120, 2, 0.1);
    long twiceWins = 0;
    long couples = 0;
    for (int g = 0; g < scores.size(); g++) {
      for (int i = 0; i < scores.size(); i++) {
        if (scores.genuine(g) && !scores.genuine(i)) {
          couples++;
          twiceWins += 1 + Integer.signum(Float.compare(ranked(scores, g), ranked(scores, i)));
        }
      }
    }

    assertThat(MannWhitney.auc(scores)).hasValue((double) twiceWins / (2 * couples));
  }

  private static float ranked(Scores scores, int i) {
    return scores.failed(i) ? Float.NEGATIVE_INFINITY : scores.similarity(i) + 0f;
  }
}
