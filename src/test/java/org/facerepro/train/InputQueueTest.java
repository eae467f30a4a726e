package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class InputQueueTest {
  private static final FacePool FACES = FacePool.of(ToyFaces.make(5, 10, new Seed(1)));

  private static List<String> epoch(int number, int workers) {
    List<String> seen = new ArrayList<>();
    try (InputQueue queue = new InputQueue(FACES, ToyFaces.spec(2, null), new Seed(9), workers)) {
      queue.forEachBatch(
          number,
          (batch, step) -> {
            ByteBuffer copy = ByteBuffer.allocate(batch.pixels().capacity());
            copy.put(batch.pixels().duplicate().rewind());
            seen.add(
                step
                    + " "
                    + List.of(batch.labels()[0], batch.labels()[11])
                    + copy.flip().hashCode());
          });
    }
    return seen;
  }

  @Test
  void batches_areTheSameForAnyNumberOfWorkers() {
    assertThat(epoch(0, 4)).hasSize(4).isEqualTo(epoch(0, 1));
  }

  @Test
  void batches_differFromEpochToEpoch() {
    assertThat(epoch(1, 1)).doesNotContainAnyElementsOf(epoch(0, 1));
  }

  @Test
  void failureInAStep_reachesTheCaller() {
    try (InputQueue queue = new InputQueue(FACES, ToyFaces.spec(2, null), new Seed(9), 2)) {
      InputQueue.Step failing =
          (batch, step) -> {
            throw new IllegalStateException("broken step");
          };
      assertThatThrownBy(() -> queue.forEachBatch(0, failing)).hasMessage("broken step");
    }
  }
}
