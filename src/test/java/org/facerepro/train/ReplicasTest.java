package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.image.AugmentSpec;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.Compute;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Precision;
import org.facerepro.nn.Rectifier;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.loss.LossSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicasTest {
  private static final Seed SEED = new Seed(5);
  private static final int SUBJECTS = 6;
  private static final PackedFaces FACES = ToyFaces.make(36, SUBJECTS, 8, new Seed(1));
  private static final Compute ONE = Compute.of("cpu");
  private static final Compute TWO = onCpu(2);
  private static final Compute THREE = onCpu(3);
  private static final UpdateSpec CLIPPED =
      new UpdateSpec(null, 0.5, null, 0.9, null, List.of("linear"), 0.9);

  private static Compute onCpu(int replicas) {
    return Compute.on(Collections.nCopies(replicas, Device.cpu()));
  }

  private static ToySpec plain() {
    return new ToySpec()
        .network(new NetSpec(Backbone.IR_NANO, Rectifier.PRELU, 32, 8))
        .epochs(1)
        .constantRate()
        .plainTarget()
        .augmentation(AugmentSpec.NONE)
        .optimiser(new OptimiserSpec.Sgd(0.05, 0.9, false, 5e-4, null));
  }

  private static TrainingState fresh(TrainSpec spec, Compute compute) {
    return TrainingState.fresh(spec, SUBJECTS, SEED, null, compute);
  }

  private static Batch batch(int... pictures) {
    Batch batch = new Batch(FACES, AugmentSpec.NONE, 32, pictures.length);
    return batch.fillVaried(EpochOrder.of(pictures, FACES.size()), 0, SEED);
  }

  private static Batch range(int from, int to) {
    return batch(IntStream.range(from, to).toArray());
  }

  private static StepPlan plan(TrainSpec spec, double share, boolean updates) {
    return new StepPlan(spec.loss(), share, updates, 0.05, SEED);
  }

  private static double learn(TrainingState state, TrainSpec spec, Batch batch) {
    return state.step(batch, plan(spec, 1, true)).loss();
  }

  /** Learns from batches of one update; returns their loss as one batch. */
  private static double learnTogether(TrainingState state, TrainSpec spec, Batch... batches) {
    double sum = 0;
    int pictures = 0;
    for (Batch batch : batches) {
      pictures += batch.size();
    }
    for (int i = 0; i < batches.length; i++) {
      double share = (double) batches[i].size() / pictures;
      boolean last = i == batches.length - 1;
      sum += share * state.step(batches[i], plan(spec, share, last)).loss();
    }
    return sum;
  }

  /** What learns, and how it does: all but running statistics, which see one device's part. */
  private static Map<String, Tensor> learnt(TrainingState state) {
    Map<String, Tensor> tensors = new HashMap<>(state.tensors());
    tensors.keySet().removeIf(name -> name.contains("running"));
    return tensors;
  }

  private static Tensor tensor(TrainingState state, String name) {
    return new Safetensors(state.tensors(), Map.of()).tensor(name);
  }

  /** Tells tensors apart that differ by more than 1e-5 of their largest value, or of 1. */
  private static void assertSame(TrainingState actual, TrainingState expected) {
    Map<String, Tensor> tensors = learnt(expected);
    assertThat(learnt(actual)).containsOnlyKeys(tensors.keySet());
    tensors.forEach(
        (name, tensor) -> {
          float largest = 1;
          for (float value : tensor.toArray()) {
            largest = Math.max(largest, Math.abs(value));
          }
          assertThat(furthest(tensor(actual, name).toArray(), tensor.toArray()))
              .as(name)
              .isLessThanOrEqualTo(1e-5f * largest);
        });
  }

  private static float furthest(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    float furthest = 0;
    for (int i = 0; i < actual.length; i++) {
      furthest = Math.max(furthest, Math.abs(actual[i] - expected[i]));
    }
    return furthest;
  }

  @Test
  void starts_cutABatchInItsOrder_andGiveTheFirstPartsWhatIsLeftOver() {
    assertThat(Replicas.starts(12, 3)).containsExactly(0, 4, 8, 12);
    assertThat(Replicas.starts(11, 3)).containsExactly(0, 4, 8, 11);
    assertThat(Replicas.starts(7, 1)).containsExactly(0, 7);
  }

  @Test
  void equalParts_giveGradientsAndWeightsOfOneDevice() {
    for (ToySpec recipe : List.of(plain(), plain().updates(CLIPPED))) {
      TrainSpec spec = recipe.make();
      try (TrainingState one = fresh(spec, ONE);
          TrainingState three = fresh(spec, THREE)) {
        for (int i = 0; i < 4; i++) {
          Batch batch = batch(0, 1, 2, 9, 0, 1, 2, 9, 0, 1, 2, 9);
          assertThat(learn(three, spec, batch)).isCloseTo(learn(one, spec, batch), within(1e-5));
          assertSame(three, one);
        }
      }
    }
  }

  @Test
  void parts_giveGradientsAndWeightsOfOneDevice_thatTakesThemOneAfterTheOther() {
    TrainSpec spec = plain().make();
    try (TrainingState one = fresh(spec, ONE);
        TrainingState two = fresh(spec, TWO)) {
      for (int from = 0; from < 36; from += 12) {
        double loss = learnTogether(one, spec, range(from, from + 6), range(from + 6, from + 12));
        assertThat(learn(two, spec, range(from, from + 12))).isCloseTo(loss, within(1e-5));
        assertSame(two, one);
      }
    }
  }

  @Test
  void partsOfUnequalLength_countByTheirPictures() {
    NetSpec tiny = new NetSpec(Backbone.IR_TINY, Rectifier.PRELU, 32, 8);
    TrainSpec spec = plain().network(tiny).batchSize(11).make();
    try (TrainingState one = fresh(spec, ONE);
        TrainingState three = fresh(spec, THREE)) {
      learnTogether(one, spec, range(0, 4), range(4, 8), range(8, 11));
      learn(three, spec, range(0, 11));
      assertSame(three, one);
    }
  }

  @Test
  void frozenBody_staysAsItWas_onAllDevices_untilItsEpochsAreOver() {
    UpdateSpec frozen = new UpdateSpec(null, null, 1, null, null, List.of("linear"), null);
    TrainSpec spec = plain().epochs(2).updates(frozen).make();
    try (TrainingState one = fresh(spec, ONE);
        TrainingState two = fresh(spec, TWO)) {
      for (int epoch = 0; epoch < 2; epoch++) {
        one.enter(epoch);
        two.enter(epoch);
        learnTogether(one, spec, range(0, 6), range(6, 12));
        learn(two, spec, range(0, 12));
        assertSame(two, one);
      }
    }
  }

  @Test
  void runningStatistics_areThoseOfTheFirstPart() {
    TrainSpec spec = plain().make();
    String name = "network.stem.norm.runningMean";
    try (TrainingState one = fresh(spec, ONE);
        TrainingState two = fresh(spec, TWO)) {
      learn(one, spec, range(0, 6));
      learn(two, spec, range(0, 12));
      assertThat(tensor(two, name).toArray())
          .containsExactly(tensor(one, name).toArray(), within(1e-6f));
    }
  }

  @Test
  void triplets_areChosenAcrossDevices() {
    TrainSpec spec =
        plain().loss(new LossSpec.Triplet(0.2)).sampling(new Sampling.Grouped(6, 2)).make();
    try (TrainingState one = fresh(spec, ONE);
        TrainingState two = fresh(spec, TWO)) {
      // Each half has one picture of each subject, and so no pair.
      assertThat(learnTogether(one, spec, range(0, 6), range(6, 12))).isZero();
      assertThat(learn(two, spec, range(0, 12))).isPositive();
    }
  }

  @Test
  void batch_withTooFewPicturesForTheDevices_isRefused() {
    TrainSpec spec = plain().batchSize(5).make();
    assertThatThrownBy(() -> fresh(spec, THREE))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("batchSize")
        .hasMessageContaining("at least 6, as each of 3 devices takes 2 pictures or more");
  }

  @Test
  void steps_ofEveryKind_leaveNoNativeArrayBehind() {
    for (ToySpec kind :
        List.of(plain(), plain().precision(Precision.BFLOAT16), plain().updates(CLIPPED))) {
      TrainSpec spec = kind.make();
      try (TrainingState state = fresh(spec, TWO)) {
        int before = state.arrayCount();
        List<Integer> after = new ArrayList<>();
        for (int from = 0; from < 36; from += 12) {
          learn(state, spec, range(from, from + 12));
          after.add(state.arrayCount());
        }
        assertThat(after).containsOnly(before);
      }
    }
  }

  @Test
  void dropout_leavesOutTheSameAgain_inTheSameStep() {
    NetSpec network = new NetSpec(Backbone.IRESNET_18, null, 32, 8, 0.5);
    TrainSpec spec = plain().network(network).batchSize(4).make();
    List<Double> losses = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (TrainingState state = fresh(spec, TWO)) {
        losses.add(learn(state, spec, range(0, 4)));
      }
    }
    assertThat(losses.get(1)).isEqualTo(losses.get(0));
  }

  private static void train(Path folder, Progress progress) {
    ToySpec recipe = new ToySpec().network(new NetSpec(Backbone.IR_NANO, Rectifier.PRELU, 32, 8));
    Path work = folder.resolve("work");
    RecogniserTrainer.train(
        recipe.make(), FacePool.of(FACES), null, null, SEED, work, folder, TWO, progress);
  }

  /** Stands for a killed process: breaks off once so many images were seen. */
  private static Progress dyingAfter(long images) {
    AtomicLong seen = new AtomicLong();
    return (name, total, unit) ->
        new Progress.Task() {
          @Override
          public void advance(long steps) {
            if (seen.addAndGet(steps) >= images) {
              throw new IllegalStateException("killed");
            }
          }

          @Override
          public void note(String text) {}

          @Override
          public void close() {}
        };
  }

  @Test
  void training_runTwice_orKilledAndRunAgain_writesTheSameBytes(@TempDir Path folder)
      throws IOException {
    train(folder.resolve("whole"), Progress.SILENT);
    train(folder.resolve("again"), Progress.SILENT);
    Path torn = folder.resolve("torn");
    assertThatThrownBy(() -> train(torn, dyingAfter(72))).hasMessage("killed");
    train(torn, Progress.SILENT);
    byte[] model = Files.readAllBytes(folder.resolve("whole/model.safetensors"));
    assertThat(folder.resolve("again/model.safetensors")).hasBinaryContent(model);
    assertThat(folder.resolve("torn/model.safetensors")).hasBinaryContent(model);
  }
}
