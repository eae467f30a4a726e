package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.nn.NativeScope;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.Weights;

/**
 * Exponential running average of weights, {@code a = d · a + (1 - d) · w}, with {@code d =
 * min(kept, (1 + n) / (10 + n))} at update {@code n}, so that the random start is soon forgotten.
 */
final class WeightAverage {
  private static final String AVERAGE = "average.";
  private static final String COUNT = "averaged";

  private final double kept;
  private final Map<String, NDArray> weights;
  private final Map<String, NDArray> averages = new TreeMap<>();
  private int count;

  WeightAverage(double kept, Map<String, NDArray> weights, NDManager manager, StateSource source) {
    this.kept = kept;
    this.weights = weights;
    this.count = (int) source.get(COUNT, () -> Tensor.takeOver(new float[1], 1)).at(0);
    weights.forEach(
        (name, weight) -> {
          Tensor start = source.get(AVERAGE + name, () -> Weights.tensor(weight));
          averages.put(name, Weights.array(manager, start));
        });
  }

  /** Takes the present weights in. */
  void update() {
    count++;
    float decay = (float) Math.min(kept, (1.0 + count) / (10.0 + count));
    NativeScope.run(
        () ->
            averages.forEach(
                (name, average) -> average.muli(decay).addi(weight(name).mul(1 - decay))));
  }

  private NDArray weight(String name) {
    NDArray weight = weights.get(name);
    if (weight == null) {
      throw new IllegalStateException("no weight " + name);
    }
    return weight;
  }

  /** Copies the averages, by the names of the weights. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new TreeMap<>();
    averages.forEach((name, average) -> tensors.put(name, Weights.tensor(average)));
    return tensors;
  }

  /** Copies the state, by name. */
  Map<String, Tensor> state() {
    Map<String, Tensor> state = new TreeMap<>();
    tensors().forEach((name, tensor) -> state.put(AVERAGE + name, tensor));
    state.put(COUNT, Tensor.takeOver(new float[] {count}, 1));
    return state;
  }
}
