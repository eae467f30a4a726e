package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.facerepro.nn.Compute;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.junit.jupiter.api.Test;

class WeightAverageTest {
  private static final Compute CPU = Compute.of("cpu");

  private static double byHand(double kept, int updates) {
    double average = 1;
    for (int n = 1; n <= updates; n++) {
      double decay = Math.min(kept, (1.0 + n) / (10.0 + n));
      average = decay * average + (1 - decay) * (1 + n);
    }
    return average;
  }

  private static float averaged(double kept, int updates, int restoredAfter) {
    try (NDManager manager = CPU.newManager()) {
      NDArray weight = manager.create(new float[] {1});
      Map<String, NDArray> weights = Map.of("w", weight);
      WeightAverage average = new WeightAverage(kept, weights, manager, StateSource.FRESH);
      for (int n = 0; n < updates; n++) {
        if (n == restoredAfter) {
          Map<String, Tensor> saved = average.state();
          StateSource source = StateSource.stored(new Safetensors(saved, Map.of()));
          average = new WeightAverage(kept, weights, manager, source);
        }
        weight.addi(1);
        average.update();
      }
      Tensor result = average.tensors().get("w");
      return result == null ? Float.NaN : result.at(0);
    }
  }

  @Test
  void average_overARisingWeight_isThatOfTheFormula() {
    assertThat((double) averaged(0.9, 30, -1)).isCloseTo(byHand(0.9, 30), within(1e-4));
    assertThat((double) averaged(0.3, 30, -1)).isCloseTo(byHand(0.3, 30), within(1e-4));
  }

  @Test
  void average_savedAndRestored_goesOnAsIfNothingHadHappened() {
    assertThat(averaged(0.9, 30, 12)).isEqualTo(averaged(0.9, 30, -1));
  }
}
