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
    try (InputQueue queue = queue(workers)) {
      return epoch(queue, number);
    }
  }

  private static InputQueue queue(int workers) {
    return new InputQueue(FACES, ToyFaces.spec(3, null), new Seed(9), workers);
  }

  private static List<String> epoch(InputQueue queue, int number) {
    List<String> seen = new ArrayList<>();
    queue.forEachBatch(
        number,
        (batch, step) -> {
          ByteBuffer copy = ByteBuffer.allocate(batch.pixels().capacity());
          copy.put(batch.pixels().duplicate().rewind());
          seen.add(
              step + " " + List.of(batch.labels()[0], batch.labels()[11]) + copy.flip().hashCode());
        });
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
  void epochs_inTheirOrder_andAnyOther_holdWhatTheyHoldAlone() {
    try (InputQueue queue = queue(2)) {
      for (int number : new int[] {0, 1, 2, 1, 0}) {
        assertThat(epoch(queue, number)).as("epoch %d", number).isEqualTo(epoch(number, 1));
      }
    }
  }

  @Test
  void failureInAStep_reachesTheCaller() {
    try (InputQueue queue = queue(2)) {
      InputQueue.Step failing =
          (batch, step) -> {
            throw new IllegalStateException("broken step");
          };
      assertThatThrownBy(() -> queue.forEachBatch(0, failing)).hasMessage("broken step");
    }
  }
}
