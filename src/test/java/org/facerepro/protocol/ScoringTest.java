package org.facerepro.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.facerepro.data.Embeddings;
import org.facerepro.metric.Scores;
import org.junit.jupiter.api.Test;

class ScoringTest {
  private static final ComparisonList LIST =
      new ComparisonList(
          List.of(
              new Comparison(2, "a1", "a2", "a", "a", true, 0),
              new Comparison(3, "a1", "b1", "a", "b", false, 1)),
          2,
          List.of());

  @Test
  void score_ofEmbeddings_isTheirCosineAsFloat() {
    Embeddings embeddings =
        Embeddings.takeOver(List.of("a1", "a2", "b1"), 2, new float[] {1, 0, 1, 1, 0, 5});

    Scores scores = Scoring.score(LIST, embeddings, Set.of());

    assertThat(scores.similarities()).containsExactly((float) Math.sqrt(0.5), 0);
    assertThat(scores.genuine(0)).isTrue();
    assertThat(scores.fold(1)).isEqualTo(1);
    assertThat(scores.subjects()).containsExactly("a", "b");
  }

  @Test
  void score_withAnImageThatFailed_isNotANumberInItsFold() {
    Embeddings embeddings = Embeddings.takeOver(List.of("a1", "a2"), 1, new float[] {1, 1});

    Scores scores = Scoring.score(LIST, embeddings, Set.of("b1"));

    assertThat(scores.failed(1)).isTrue();
    assertThat(scores.counts().failedImpostor()).isEqualTo(1);
    assertThat(scores.counts().failedGenuine()).isZero();
  }

  @Test
  void score_withAnImageThatIsNeither_namesIt() {
    Embeddings embeddings = Embeddings.takeOver(List.of("a1", "a2"), 1, new float[] {1, 1});

    assertThatThrownBy(() -> Scoring.score(LIST, embeddings, Set.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("b1");
  }
}
