package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Stochastic gradient descent with momentum: {@code g = gradient + decay · w; v = momentum · v + g;
 * w -= rate · (v, or g + momentum · v for Nesterov)}.
 */
record SgdRule(float momentum, boolean nesterov) implements UpdateRule {

  @Override
  public List<String> states() {
    return List.of("velocity");
  }

  @Override
  public void update(
      NDArray weight,
      NDArray gradient,
      List<NDArray> state,
      double decay,
      double rate,
      int number) {
    if (decay > 0) {
      gradient.addi(weight.mul((float) decay));
    }
    NDArray velocity = state.get(0).muli(momentum).addi(gradient);
    NDArray direction = nesterov ? velocity.mul(momentum).addi(gradient) : velocity;
    weight.subi(direction.mul((float) rate));
  }
}
