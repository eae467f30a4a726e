package org.facerepro.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.nn.Compute;
import org.facerepro.nn.LostBuffers;
import org.junit.jupiter.api.Test;

class TripletsTest {
  private static final Compute CPU = Compute.of("cpu");

  private static float[] onCircle(double... degrees) {
    float[] features = new float[2 * degrees.length];
    for (int i = 0; i < degrees.length; i++) {
      features[2 * i] = (float) Math.cos(Math.toRadians(degrees[i]));
      features[2 * i + 1] = (float) Math.sin(Math.toRadians(degrees[i]));
    }
    return features;
  }

  private static double squared(double degrees) {
    return 2 - 2 * Math.cos(Math.toRadians(degrees));
  }

  private record Evaluated(double loss, List<Float> gradient) {}

  private static Evaluated evaluate(float[] features, Triplets triplets) {
    return evaluate(features, triplets, () -> {});
  }

  private static Evaluated evaluate(float[] features, Triplets triplets, Runnable beforeGradient) {
    try (NDManager manager = CPU.newManager();
        GradientCollector collector = CPU.engine().newGradientCollector()) {
      NDArray x = manager.create(features, new Shape(features.length / 2, 2));
      x.setRequiresGradient(true);
      NDArray loss = triplets.loss(manager, x);
      beforeGradient.run();
      collector.backward(loss);
      List<Float> gradient = new ArrayList<>();
      for (float slope : x.getGradient().toFloatArray()) {
        gradient.add(slope);
      }
      return new Evaluated(loss.getFloat(), gradient);
    }
  }

  @Test
  void loss_ofOneTriplet_isThatOfTheFormula() {
    float[] features = onCircle(0, 40, 50);
    Triplets triplets = Triplets.choose(features, new long[] {7, 7, 3}, 0.3, new Seed(1).rng());
    assertThat(triplets.count()).isEqualTo(1);
    assertThat(evaluate(features, triplets).loss())
        .isCloseTo(squared(40) - squared(50) + 0.3, within(1e-6));
  }

  @Test
  void gradient_afterAGarbageCollection_isTheSame() {
    float[] features = onCircle(0, 40, 50);
    Triplets triplets = Triplets.choose(features, new long[] {7, 7, 3}, 0.3, new Seed(1).rng());
    assertThat(evaluate(features, triplets, LostBuffers::free))
        .isEqualTo(evaluate(features, triplets));
  }

  @Test
  void gradient_ofOneTriplet_pullsThePositiveAndPushesTheNegative() {
    float[] features = onCircle(0, 40, 50);
    Triplets triplets = Triplets.choose(features, new long[] {7, 7, 3}, 0.3, new Seed(1).rng());
    // d/dx of 2 a·n - 2 a·p + alpha
    float[] expected = {
      2 * (features[4] - features[2]), 2 * (features[5] - features[3]), -2, 0, 2, 0
    };
    List<Float> gradient = evaluate(features, triplets).gradient();
    assertThat(gradient).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(gradient.get(i)).isCloseTo(expected[i], within(1e-6f));
    }
  }

  @Test
  void pair_whoseNegativesAreAllBeyondTheMargin_yieldsNone() {
    Triplets triplets =
        Triplets.choose(onCircle(0, 10, 90), new long[] {0, 0, 1}, 0.2, new Seed(1).rng());
    assertThat(triplets.count()).isZero();
    assertThat(triplets.nearestIsOwn()).isEqualTo(2 / 3.0, within(1e-12));
  }

  @Test
  void choose_takesEveryPairOfASubject_onceEach() {
    Triplets triplets =
        Triplets.choose(
            onCircle(0, 1, 2, 3, 4, 5), new long[] {0, 1, 0, 1, 0, 1}, 0.2, new Seed(1).rng());
    assertThat(triplets.count()).isEqualTo(6);
  }

  @Test
  void negative_isDrawnAmongAllWithinTheMargin() {
    float[] features = onCircle(0, 30, 31, 32, 120);
    long[] labels = {0, 0, 1, 2, 3};
    Set<Double> losses = new HashSet<>();
    for (int seed = 0; seed < 40; seed++) {
      Rng rng = new Seed(seed).rng();
      losses.add(evaluate(features, Triplets.choose(features, labels, 0.2, rng)).loss());
    }
    assertThat(losses).hasSize(2);
  }
}
