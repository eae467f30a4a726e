package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.nn.NativeScope;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.Weights;

/** Changes the weights in its care by their gradients, with a state that can be saved. */
final class Optimiser {
  private static final String UPDATES = "updates.";

  private final OptimiserSpec spec;
  private final UpdateSpec updates;
  private final UpdateRule rule;
  private final StateSource source;
  private final Map<String, Slot> slots = new TreeMap<>();
  private int bodyUpdates;
  private int headUpdates;
  private boolean bodyFrozen;

  /** The two sides of a training whose rates may differ. */
  enum Part {
    BODY,
    HEAD
  }

  private record Slot(NDArray weight, List<NDArray> state, double decay, Part part) {}

  Optimiser(OptimiserSpec spec, UpdateSpec updates, StateSource source) {
    this.spec = spec;
    this.updates = updates;
    this.rule = UpdateRule.of(spec);
    this.source = source;
    this.bodyUpdates = count(Part.BODY);
    this.headUpdates = count(Part.HEAD);
  }

  private int count(Part part) {
    return (int) source.get(UPDATES + part, () -> Tensor.takeOver(new float[1], 1)).at(0);
  }

  private int updates(Part part) {
    return part == Part.BODY ? bodyUpdates : headUpdates;
  }

  /**
   * Puts a weight under this optimiser's care.
   *
   * @param main whether it is a weight that decays, not a normalisation, slope or bias
   */
  void add(NDManager manager, String name, NDArray weight, boolean main, Part part) {
    long[] shape = weight.getShape().getShape();
    List<NDArray> state = new ArrayList<>();
    for (String kind : rule.states()) {
      float[] zeros = new float[Math.toIntExact(weight.size())];
      Tensor start = source.get(kind + "." + name, () -> Tensor.takeOver(zeros, shape));
      state.add(Weights.array(manager, start));
    }
    slots.put(name, new Slot(weight, List.copyOf(state), spec.decay(main), part));
  }

  /** Sets whether the body's weights stay as they are; they need no gradient then. */
  void freezeBody(boolean frozen) {
    bodyFrozen = frozen;
  }

  /** Changes all weights by their gradients, and sets the gradients to 0. */
  void step(double learningRate) {
    NativeScope.run(() -> changeAll(learningRate));
  }

  private void changeAll(double learningRate) {
    List<Slot> moving = new ArrayList<>(slots.values());
    moving.removeIf(slot -> bodyFrozen && slot.part() == Part.BODY);
    List<NDArray> gradients = moving.stream().map(slot -> slot.weight().getGradient()).toList();
    if (updates.clipNorm() != null) {
      clip(gradients, updates.clipNorm());
    }
    headUpdates++;
    bodyUpdates += bodyFrozen ? 0 : 1;
    for (int i = 0; i < gradients.size(); i++) {
      Slot slot = moving.get(i);
      double rate = learningRate * updates.rateFactor(slot.part());
      NDArray gradient = gradients.get(i);
      rule.update(slot.weight(), gradient, slot.state(), slot.decay(), rate, updates(slot.part()));
      gradient.muli(0f);
    }
  }

  /**
   * Scales gradients so that the length of all of them as one vector is {@code longest} at most.
   */
  private static void clip(List<NDArray> gradients, double longest) {
    NDList lengths = new NDList();
    gradients.forEach(gradient -> lengths.add(gradient.norm()));
    double length = NDArrays.stack(lengths).norm().getFloat();
    if (length > longest) {
      gradients.forEach(gradient -> gradient.muli((float) (longest / length)));
    }
  }

  /** Copies the state, by name. */
  Map<String, Tensor> state() {
    Map<String, Tensor> state = new TreeMap<>();
    for (Part part : Part.values()) {
      float[] count = {updates(part)};
      state.put(UPDATES + part, Tensor.takeOver(count, 1));
    }
    List<String> kinds = rule.states();
    slots.forEach(
        (name, slot) -> {
          for (int i = 0; i < kinds.size(); i++) {
            state.put(kinds.get(i) + "." + name, Weights.tensor(slot.state().get(i)));
          }
        });
    return state;
  }
}
