package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.Compute;
import org.facerepro.nn.NetSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingMemoryTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final long MEBI = 1 << 20;
  private static final TrainingMemory GIVEN = new TrainingMemory(100 * MEBI, 10 * MEBI, 1);

  @Test
  void need_growsWithThePixels_andWithWhatTheOptimiserKeeps() {
    TrainingMemory small = TrainingMemory.of(new ToySpec().make(), 6, CPU);
    NetSpec wide = new NetSpec(Backbone.IR_NANO, new ToySpec().make().network().rectifier(), 32, 8);
    TrainingMemory large = TrainingMemory.of(new ToySpec().network(wide).make(), 6, CPU);
    TrainingMemory adam =
        TrainingMemory.of(
            new ToySpec().optimiser(new OptimiserSpec.Adam(0.1, 0.9, 0.99, 1e-8, 0, null)).make(),
            6,
            CPU);
    assertThat((double) large.picture() / small.picture()).isBetween(3.5, 4.1);
    assertThat(adam.picture()).isEqualTo(small.picture());
    assertThat(adam.fixed()).isGreaterThan(small.fixed());
  }

  @Test
  void training_thatFits_isNotHindered() {
    GIVEN.require(8, OptionalLong.of(180 * MEBI));
    GIVEN.require(4000, OptionalLong.empty());
    assertThat(GIVEN.need(8)).isEqualTo(180 * MEBI);
  }

  @Test
  void training_thatDoesNotFit_isToldTheBatchThatWould() {
    assertThatThrownBy(() -> GIVEN.require(64, OptionalLong.of(297 * MEBI)))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("a step of 64 pictures needs about 0.7 GiB")
        .hasMessageContaining("0.3 GiB are left")
        .hasMessageContaining("batchSize 18 would fit, with updates: {accumulate: 4}");
  }

  @Test
  void need_onSeveralDevices_isThatOfTheFullestOne() {
    TrainingMemory two = new TrainingMemory(100 * MEBI, 10 * MEBI, 2);
    assertThat(two.need(16)).isEqualTo(180 * MEBI);
    assertThat(two.need(15)).isEqualTo(180 * MEBI);
    assertThat(two.fitting(199 * MEBI)).isEqualTo(16);
    assertThatThrownBy(() -> two.require(64, OptionalLong.of(297 * MEBI)))
        .hasMessageContaining("needs about 0.4 GiB of memory on each of 2 devices")
        .hasMessageContaining("batchSize 36 would fit");
  }

  @Test
  void need_ofTwoReplicasInOneMemory_countsBoth() {
    TrainingMemory one = TrainingMemory.of(new ToySpec().make(), 6, CPU);
    Compute twice = Compute.on(List.of(Device.cpu(), Device.cpu()));
    TrainingMemory two = TrainingMemory.of(new ToySpec().make(), 6, twice);
    assertThat(two.devices()).isEqualTo(1);
    assertThat(two.picture()).isEqualTo(one.picture());
    assertThat(two.fixed()).isGreaterThan(one.fixed());
  }

  @Test
  void training_thatNoBatchMakesFit_isToldSo() {
    assertThatThrownBy(() -> GIVEN.require(64, OptionalLong.of(110 * MEBI)))
        .hasMessageContaining("not even batchSize 2 would fit");
  }

  @Test
  void engineWithoutMemory_isTranslated() {
    assertThatThrownBy(() -> GIVEN.guard(64, TrainingMemoryTest::takeAllMemory))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("found no memory for a step of 64 pictures")
        .hasMessageContaining("batchSize 32 would fit");
  }

  private static String takeAllMemory() {
    try (NDManager manager = CPU.newManager()) {
      return manager.zeros(new Shape(1L << 50)).toString();
    }
  }

  @Test
  void otherFailures_stayAsTheyAre() {
    IllegalStateException other = new IllegalStateException("something else");
    assertThatThrownBy(
            () ->
                GIVEN.guard(
                    64,
                    () -> {
                      throw other;
                    }))
        .isSameAs(other);
  }

  @Test
  void trainer_refusesABatchThatNoMachineHolds_beforeTheFirstStep(@TempDir Path folder) {
    NetSpec network = new NetSpec(Backbone.IRESNET_18, null, 224, 8);
    TrainSpec spec = new ToySpec().network(network).batchSize(TrainSpec.MAX_BATCH).make();
    byte[][] pictures = new byte[TrainSpec.MAX_BATCH][];
    Arrays.fill(pictures, new byte[3 * 252 * 252]);
    int[] labels = IntStream.range(0, pictures.length).map(i -> i % 2).toArray();
    FacePool pool = FacePool.of(PackedFaces.takeOver(252, pictures, labels));
    assertThatThrownBy(
            () ->
                RecogniserTrainer.train(
                    spec, pool, null, null, new Seed(1), folder, folder, CPU, Progress.SILENT))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("a step of 4096 pictures needs about");
  }
}
