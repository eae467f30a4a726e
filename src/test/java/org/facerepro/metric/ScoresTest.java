package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void add_aGenuineComparisonOfTwoSubjects_isRefused() {
    assertThatThrownBy(() -> Scores.builder(1).add(0.5f, true, 0, "a", "b"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("genuine");
  }

  @Test
  void add_aFoldThatDoesNotExist_isRefused() {
    assertThatThrownBy(() -> Scores.builder(2).add(0.5f, true, 2, "a", "a"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("fold: expected a whole number from 0 to 1, got 2");
  }

  @Test
  void add_anInfiniteSimilarity_isRefused() {
    assertThatThrownBy(() -> Scores.builder(1).add(Float.POSITIVE_INFINITY, true, 0, "a", "a"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("similarity");
  }

  @Test
  void similarities_afterBuilding_areOutOfReach() {
    Scores scores = TestScores.of(new double[] {.5});

    scores.similarities()[0] = 0;

    assertThat(scores.similarity(0)).isEqualTo(.5f);
  }

  @Test
  void withoutFailures_keepsFoldsAndSubjectsOfTheRest() {
    Scores scores =
        Scores.builder(3)
            .add(Float.NaN, true, 0, "a", "a")
            .add(.25f, false, 2, "b", "c")
            .build()
            .withoutFailures();

    assertThat(scores.size()).isEqualTo(1);
    assertThat(scores.fold(0)).isEqualTo(2);
    assertThat(scores.foldCount()).isEqualTo(3);
    assertThat(scores.subjects()).containsExactly("b", "c");
  }

  @Test
  void counts_tellFailuresByClass() {
    Scores scores = TestScores.of(new double[] {.5, Double.NaN}, Double.NaN, Double.NaN, .1);

    assertThat(scores.counts()).isEqualTo(new ComparisonCounts(2, 3, 1, 2, 2, 1));
  }

  @Test
  void build_withManyComparisons_keepsAllInOrder() {
    Scores.Builder builder = Scores.builder(1);
    for (int i = 0; i < 5000; i++) {
      builder.add(i, false, 0, "a" + i, "b" + i);
    }

    assertThat(builder.build().similarity(4999)).isEqualTo(4999f);
  }
}
