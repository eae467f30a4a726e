package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import org.facerepro.nn.Compute;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimiserTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final double RATE = 0.1;

  /** Learns {@code sum(factor · w²)}, whose gradient is {@code 2 · factor · w}. */
  private static void learn(NDArray weight, Optimiser optimiser, int steps) {
    for (int i = 0; i < steps; i++) {
      try (GradientCollector collector = CPU.engine().newGradientCollector()) {
        collector.backward(weight.square().mul(1.5f).sum());
      }
      optimiser.step(RATE);
    }
  }

  private static NDArray weight(NDManager manager, float... values) {
    NDArray weight = manager.create(values);
    weight.setRequiresGradient(true);
    return weight;
  }

  private static float learnt(OptimiserSpec spec, UpdateSpec updates, boolean main, int steps) {
    try (NDManager manager = CPU.newManager()) {
      NDArray weight = weight(manager, 2);
      Optimiser optimiser = new Optimiser(spec, updates, StateSource.FRESH);
      optimiser.add(manager, "w", weight, main, Optimiser.Part.BODY);
      learn(weight, optimiser, steps);
      return weight.toFloatArray()[0];
    }
  }

  private static double sgdByHand(OptimiserSpec.Sgd spec, double decay) {
    double weight = 2;
    double velocity = 0;
    for (int i = 0; i < 5; i++) {
      double gradient = 3 * weight + decay * weight;
      velocity = spec.momentum() * velocity + gradient;
      weight -= RATE * (spec.nesterov() ? gradient + spec.momentum() * velocity : velocity);
    }
    return weight;
  }

  @ParameterizedTest
  @CsvSource({
    "true,true,",
    "true,false,",
    "false,true,",
    "false,false,",
    "true,false,true",
    "true,true,false"
  })
  void sgd_afterFiveSteps_isWhereTheFormulaSays(
      boolean nesterov, boolean main, @Nullable Boolean decayAll) {
    OptimiserSpec.Sgd spec = new OptimiserSpec.Sgd(RATE, 0.9, nesterov, 0.01, decayAll);
    boolean decays = main || Boolean.TRUE.equals(decayAll);
    assertThat((double) learnt(spec, UpdateSpec.PLAIN, main, 5))
        .isCloseTo(sgdByHand(spec, decays ? 0.01 : 0), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0.9,0.999,0", "0.5,0.9,0.1", "0,0.99,0"})
  void adam_afterFiveSteps_isWhereTheFormulaSays(double first, double second, double decay) {
    OptimiserSpec.Adam spec = new OptimiserSpec.Adam(RATE, first, second, 1e-3, decay, null);
    double weight = 2;
    double mean = 0;
    double square = 0;
    for (int t = 1; t <= 5; t++) {
      double gradient = 3 * weight + decay * weight;
      mean = first * mean + (1 - first) * gradient;
      square = second * square + (1 - second) * gradient * gradient;
      double unbiased = mean / (1 - Math.pow(first, t));
      weight -= RATE * unbiased / (Math.sqrt(square / (1 - Math.pow(second, t))) + 1e-3);
    }
    assertThat((double) learnt(spec, UpdateSpec.PLAIN, true, 5)).isCloseTo(weight, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"0.5", "100"})
  void clip_limitsTheLengthOfAllGradientsTogether(double longest) {
    UpdateSpec updates = new UpdateSpec(null, longest, null, null, null, List.of(), null);
    OptimiserSpec plain = new OptimiserSpec.Sgd(RATE, 0, false, 0, null);
    try (NDManager manager = CPU.newManager()) {
      NDArray a = weight(manager, 1, 2);
      NDArray b = weight(manager, -2);
      Optimiser optimiser = new Optimiser(plain, updates, StateSource.FRESH);
      optimiser.add(manager, "a", a, true, Optimiser.Part.BODY);
      optimiser.add(manager, "b", b, true, Optimiser.Part.HEAD);
      try (GradientCollector collector = CPU.engine().newGradientCollector()) {
        collector.backward(a.square().sum().add(b.square().sum()));
      }
      optimiser.step(RATE);
      double factor = Math.min(1, longest / 6);
      assertThat(a.toFloatArray())
          .containsExactly(
              new float[] {(float) (1 - 0.2 * factor), (float) (2 - 0.4 * factor)}, within(1e-6f));
      assertThat(b.toFloatArray()[0]).isCloseTo((float) (-2 + 0.4 * factor), within(1e-6f));
    }
  }

  @Test
  void rates_ofHeadAndBody_areTheirOwnFactors() {
    UpdateSpec updates = new UpdateSpec(null, null, null, 0.5, 0.1, List.of(), null);
    OptimiserSpec plain = new OptimiserSpec.Sgd(RATE, 0, false, 0, null);
    try (NDManager manager = CPU.newManager()) {
      NDArray a = weight(manager, 1);
      NDArray b = weight(manager, 1);
      Optimiser optimiser = new Optimiser(plain, updates, StateSource.FRESH);
      optimiser.add(manager, "a", a, true, Optimiser.Part.BODY);
      optimiser.add(manager, "b", b, true, Optimiser.Part.HEAD);
      try (GradientCollector collector = CPU.engine().newGradientCollector()) {
        collector.backward(a.add(b).sum());
      }
      optimiser.step(RATE);
      assertThat(a.toFloatArray()[0]).isCloseTo(1 - 0.05f, within(1e-6f));
      assertThat(b.toFloatArray()[0]).isCloseTo(1 - 0.01f, within(1e-6f));
    }
  }

  @Test
  void state_savedAndRestored_goesOnAsIfNothingHadHappened() {
    OptimiserSpec spec = new OptimiserSpec.Adam(RATE, 0.9, 0.99, 1e-8, 0.01, null);
    float undisturbed = learnt(spec, UpdateSpec.PLAIN, true, 6);
    try (NDManager manager = CPU.newManager()) {
      NDArray weight = weight(manager, 2);
      Optimiser before = new Optimiser(spec, UpdateSpec.PLAIN, StateSource.FRESH);
      before.add(manager, "w", weight, true, Optimiser.Part.BODY);
      learn(weight, before, 3);
      Map<String, Tensor> saved = before.state();
      Optimiser after =
          new Optimiser(
              spec, UpdateSpec.PLAIN, StateSource.stored(new Safetensors(saved, Map.of())));
      after.add(manager, "w", weight, true, Optimiser.Part.BODY);
      learn(weight, after, 3);
      assertThat(weight.toFloatArray()[0]).isEqualTo(undisturbed);
    }
  }
}
