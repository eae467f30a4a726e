package org.facerepro.experiment.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static final Neighbours.Rows TEST =
      Neighbours.Rows.of(List.of("t0", "t1"), List.of(new float[] {1, 0}, new float[] {0, 2}));

  @Test
  void between_countsPairsAboveWhatTheTestItselfReaches() {
    Neighbours.Rows training =
        Neighbours.Rows.of(List.of("a", "b"), List.of(new float[] {3, 0.03f}, new float[] {1, 1}));
    Neighbours found = Neighbours.between(training, TEST, new double[] {0.95, 0.1, Double.NaN});
    assertThat(found.threshold()).isEqualTo(0.95);
    assertThat(found.comparisons()).isEqualTo(3);
    assertThat(found.pairs()).isEqualTo(1);
    assertThat(found.examples().get(0).training()).isEqualTo("a");
    assertThat(found.examples().get(0).similarity()).isCloseTo(0.99995, within(1e-6));
  }

  @Test
  void between_asksForCloseEmbeddingsEvenWhereTheTestHasNone() {
    Neighbours.Rows training = Neighbours.Rows.of(List.of("a"), List.of(new float[] {0.8f, 0.6f}));
    Neighbours found = Neighbours.between(training, TEST, new double[] {0.1});
    assertThat(found.threshold()).isEqualTo(0.9);
    assertThat(found.pairs()).isZero();
  }

  @Test
  void between_anEmptyEmbedding_isNearToNothing() {
    Neighbours.Rows training = Neighbours.Rows.of(List.of("a"), List.of(new float[] {0, 0}));
    assertThat(Neighbours.between(training, TEST, new double[0]).pairs()).isZero();
  }
}
