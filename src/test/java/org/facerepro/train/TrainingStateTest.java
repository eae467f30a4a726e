package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.image.AugmentSpec;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.Compute;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Precision;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.loss.LossSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingStateTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final PackedFaces FACES = ToyFaces.make(6, 8, new Seed(1));
  private static final Seed SEED = new Seed(5);

  private static ToySpec plain() {
    return new ToySpec()
        .epochs(1)
        .constantRate()
        .plainTarget()
        .augmentation(AugmentSpec.NONE)
        .optimiser(new OptimiserSpec.Sgd(0.05, 0.9, false, 0, null));
  }

  private static UpdateSpec updates(
      @Nullable Integer accumulate, @Nullable Integer frozen, List<String> headLayers) {
    return new UpdateSpec(accumulate, null, frozen, null, null, headLayers, null);
  }

  /** Runs the steps of an epoch and returns the state after it. */
  private static Map<String, Tensor> epoch(TrainSpec spec, TrainingState state, int epoch) {
    state.enter(epoch);
    try (InputQueue input = new InputQueue(FacePool.of(FACES), spec, SEED, 1)) {
      input.forEachBatch(
          epoch,
          (batch, step) -> state.step(batch, StepPlan.of(spec, SEED, epoch, step, input.steps())));
    }
    return state.tensors();
  }

  private static TrainingState fresh(TrainSpec spec) {
    return TrainingState.fresh(spec, FACES.classes(), SEED, null, CPU);
  }

  private static Map<String, Tensor> afterOneEpoch(TrainSpec spec) {
    try (TrainingState state = fresh(spec)) {
      return epoch(spec, state, 0);
    }
  }

  private static Tensor tensor(Map<String, Tensor> tensors, String name) {
    return new Safetensors(tensors, Map.of()).tensor(name);
  }

  private static Map<String, Tensor> afterSteps(TrainSpec spec, double... shares) {
    Batch batch = new Batch(FACES, AugmentSpec.NONE, 16, 12).fillCentred(0, 12);
    for (int i = 0; i < 12; i++) {
      batch.labels()[i] = FACES.label(i);
    }
    try (TrainingState state = fresh(spec)) {
      for (int i = 0; i < shares.length; i++) {
        boolean last = i == shares.length - 1;
        state.step(batch, new StepPlan(spec.loss(), shares[i], last, 0.1, SEED));
      }
      return state.tensors();
    }
  }

  @Test
  void accumulation_ofOneBatchInThreeShares_isTheUpdateOfThatBatch() {
    TrainSpec spec = plain().make();
    Map<String, Tensor> once = afterSteps(spec, 1);
    Map<String, Tensor> shared = afterSteps(spec, 0.5, 0.25, 0.25);
    for (String name : List.of("centres", "network.linear.weight", "network.stem.conv.weight")) {
      assertThat(tensor(shared, name).toArray())
          .as(name)
          .containsExactly(tensor(once, name).toArray(), within(1e-5f));
    }
  }

  @Test
  void accumulation_ofTwoHalves_givesTheCentresTheGradientOfTheWholeBatch() {
    float[] features = new float[8 * 4];
    Rng rng = SEED.rng();
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) rng.nextGaussian();
    }
    long[] labels = {0, 1, 2, 0, 1, 2, 2, 1};
    float[] whole = centresGradient(features, labels, 8);
    assertThat(centresGradient(features, labels, 4)).containsExactly(whole, within(1e-6f));
  }

  private static float[] centresGradient(float[] features, long[] labels, int size) {
    try (NDManager manager = CPU.newManager()) {
      NDArray centres =
          manager.create(new float[] {1, 0, 0, 0, 1, 1, 0, 2, 3, 1, 4, 1}, new Shape(3, 4));
      Head head = new CentresHead(centres, CentresHead.freshLengths(), 0.1, null);
      for (int from = 0; from < labels.length; from += size) {
        float[] part = Arrays.copyOfRange(features, 4 * from, 4 * (from + size));
        long[] truth = Arrays.copyOfRange(labels, from, from + size);
        try (GradientCollector collector = CPU.engine().newGradientCollector()) {
          NDArray rows = manager.create(part, new Shape(size, 4));
          NDArray loss =
              head.measure(manager, rows, truth, new LossSpec.ArcFace(0.3, 8), SEED).loss();
          collector.backward(Objects.requireNonNull(loss).mul((float) size / labels.length));
        }
      }
      return centres.getGradient().toFloatArray();
    }
  }

  @Test
  void updates_countsOneForEachGroupOfBatches_andTheRestOfTheEpoch() {
    Map<String, Tensor> state =
        afterOneEpoch(plain().batchSize(8).updates(updates(4, null, List.of())).make());
    assertThat(tensor(state, "updates.BODY").at(0)).isEqualTo(2);
  }

  @Test
  void frozenBody_staysAsItWas_whileTheHeadLearns_untilItsEpochsAreOver() {
    TrainSpec spec = plain().epochs(2).updates(updates(null, 1, List.of("linear"))).make();
    try (TrainingState state = fresh(spec)) {
      Map<String, Tensor> start = state.tensors();
      Map<String, Tensor> frozen = epoch(spec, state, 0);
      List<String> moved = new ArrayList<>();
      start.forEach(
          (name, tensor) -> {
            if (!name.contains("running") && !tensor.equals(tensor(frozen, name))) {
              moved.add(name);
            }
          });
      assertThat(moved)
          .contains("centres", "network.linear.weight", "network.linear.bias")
          .allMatch(name -> name.contains("linear") || !name.startsWith("network"));
      Map<String, Tensor> free = epoch(spec, state, 1);
      assertThat(tensor(free, "network.stem.conv.weight"))
          .isNotEqualTo(tensor(start, "network.stem.conv.weight"));
    }
  }

  @Test
  void headLayer_thatTheNetworkLacks_isRefused() {
    TrainSpec spec = plain().updates(updates(null, 1, List.of("liner"))).make();
    assertThatThrownBy(() -> fresh(spec))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("headLayers")
        .hasMessageContaining("liner");
  }

  @Test
  void steps_ofEveryKind_leaveNoNativeArrayBehind() {
    UpdateSpec all = new UpdateSpec(2, 5.0, null, 0.9, null, List.of(), 0.9);
    OptimiserSpec adam = new OptimiserSpec.Adam(0.01, 0.9, 0.99, 1e-8, 1e-4, null);
    LossSpec ada = new LossSpec.AdaFace(0.4, 0.333, 0.5, 16);
    for (ToySpec kind :
        List.of(
            plain(),
            plain().precision(Precision.BFLOAT16),
            plain().updates(all),
            plain().optimiser(adam),
            plain().loss(ada))) {
      TrainSpec spec = kind.make();
      try (TrainingState state = fresh(spec);
          InputQueue input = new InputQueue(FacePool.of(FACES), spec, SEED, 1)) {
        int before = state.arrayCount();
        List<Integer> after = new ArrayList<>();
        input.forEachBatch(
            0,
            (batch, step) -> {
              state.step(batch, StepPlan.of(spec, SEED, 0, step, input.steps()));
              after.add(state.arrayCount());
            });
        state.tensors();
        after.add(state.arrayCount());
        assertThat(after).hasSize(5).containsOnly(before);
      }
    }
  }

  @Test
  void firstStep_inBfloat16_hasTheLossOfFloat32_withinAPercent() {
    Batch batch = new Batch(FACES, AugmentSpec.NONE, 16, 12).fillCentred(0, 12);
    List<Double> losses = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      TrainSpec spec = plain().precision(precision).make();
      try (TrainingState state = fresh(spec)) {
        losses.add(state.step(batch, new StepPlan(spec.loss(), 1, true, 0.1, SEED)).loss());
      }
    }
    assertThat(losses.get(1)).isNotEqualTo(losses.get(0));
    assertThat(losses.get(1)).isCloseTo(losses.get(0), withinPercentage(1));
  }

  @Test
  void step_thatFails_leavesNoNativeArrayBehind() {
    TrainSpec spec = plain().make();
    Batch batch = new Batch(FACES, AugmentSpec.NONE, 16, 12).fillCentred(0, 12);
    batch.labels()[3] = FACES.classes();
    try (TrainingState state = fresh(spec)) {
      int before = state.arrayCount();
      StepPlan plan = new StepPlan(spec.loss(), 1, true, 0.1, SEED);
      assertThatThrownBy(() -> state.step(batch, plan)).isInstanceOf(RuntimeException.class);
      assertThat(state.arrayCount()).isEqualTo(before);
    }
  }

  @Test
  void average_isWhatTheModelIsWrittenFrom() {
    UpdateSpec averaging = new UpdateSpec(null, null, null, null, null, List.of(), 0.9);
    TrainSpec spec = plain().updates(averaging).make();
    try (TrainingState state = fresh(spec)) {
      Map<String, Tensor> tensors = epoch(spec, state, 0);
      Tensor written = tensor(state.network(), "linear.weight");
      assertThat(written).isEqualTo(tensor(tensors, "average.linear.weight"));
      assertThat(written).isNotEqualTo(tensor(tensors, "network.linear.weight"));
    }
  }

  @Test
  void adaFace_keepsTheRunningLengthsOfFeatures_inItsState() {
    TrainSpec spec = plain().loss(new LossSpec.AdaFace(0.4, 0.333, 0.5, 16)).make();
    Tensor lengths = tensor(afterOneEpoch(spec), CentresHead.LENGTHS);
    // Features are normalised over the batch to a variance of 1 in each of 8 numbers.
    assertThat(lengths.at(0)).isCloseTo((float) Math.sqrt(8), within(2f));
    assertThat(lengths.at(1)).isLessThan(100 / 8f);
  }

  @Test
  void triplets_haveNoCentres_andTheirHeadLearnsNothing() {
    TrainSpec spec =
        plain().loss(new LossSpec.Triplet(0.2)).sampling(new Sampling.Grouped(6, 2)).make();
    Map<String, Tensor> state = afterOneEpoch(spec);
    assertThat(state).doesNotContainKey(CentresHead.CENTRES);
    assertThat(tensor(state, "velocity.network.linear.weight").toArray())
        .isNotEqualTo(new float[256 * 8]);
  }

  @Test
  void triplets_whenNoneIsWithinTheMargin_giveNothingToLearn() {
    try (NDManager manager = CPU.newManager()) {
      NDArray features = manager.create(new float[] {3, 0, 5, 0.1f, -2, 0}, new Shape(3, 2));
      Head.Measured measured =
          new TripletHead()
              .measure(manager, features, new long[] {0, 0, 1}, new LossSpec.Triplet(0.2), SEED);
      assertThat(measured.loss()).isNull();
      assertThat(measured.accuracy()).isCloseTo(2 / 3.0, within(1e-12));
    }
  }

  @Test
  void dropout_leavesOutTheSameAgain_inTheSameStep() {
    NetSpec network = new NetSpec(Backbone.IRESNET_18, null, 32, 8, 0.5);
    TrainSpec spec = plain().network(network).make();
    Batch batch = new Batch(ToyFaces.large(4, 36), AugmentSpec.NONE, 32, 4).fillCentred(0, 4);
    Set<Double> losses = new HashSet<>();
    for (long seed : new long[] {1, 2, 1}) {
      try (TrainingState state = TrainingState.fresh(spec, 4, SEED, null, CPU)) {
        StepPlan plan = new StepPlan(spec.loss(), 1, true, 0.1, new Seed(seed));
        losses.add(state.step(batch, plan).loss());
      }
    }
    assertThat(losses).hasSize(2);
  }
}
