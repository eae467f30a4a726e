package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.nn.NativeScope;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.Weights;

/**
 * Stochastic gradient descent with momentum whose state can be saved: {@code g = gradient + decay ·
 * w; v = momentum · v + g; w -= rate · (v, or g + momentum · v for Nesterov)}.
 */
final class Sgd {
  private final SgdSpec spec;
  private final Map<String, Slot> slots = new TreeMap<>();

  private record Slot(NDArray weight, NDArray velocity, double decay) {}

  Sgd(SgdSpec spec) {
    this.spec = spec;
  }

  /** Puts a weight under this optimiser's care. */
  void add(NDManager manager, String name, NDArray weight, boolean decays, Tensor velocity) {
    double decay = decays ? spec.weightDecay() : 0;
    slots.put(name, new Slot(weight, Weights.array(manager, velocity), decay));
  }

  /** Changes all weights by their gradients, and sets the gradients to 0. */
  void step(double learningRate) {
    NativeScope.run(() -> slots.values().forEach(slot -> update(slot, (float) learningRate)));
  }

  private void update(Slot slot, float rate) {
    float momentum = (float) spec.momentum();
    NDArray gradient = slot.weight().getGradient();
    if (slot.decay() > 0) {
      gradient.addi(slot.weight().mul((float) slot.decay()));
    }
    NDArray velocity = slot.velocity().muli(momentum).addi(gradient);
    NDArray direction = spec.nesterov() ? velocity.mul(momentum).addi(gradient) : velocity;
    slot.weight().subi(direction.mul(rate));
    gradient.muli(0f);
  }

  /** Returns the velocities by weight name. */
  Map<String, Tensor> state() {
    Map<String, Tensor> state = new TreeMap<>();
    slots.forEach((name, slot) -> state.put(name, Weights.tensor(slot.velocity())));
    return state;
  }
}
