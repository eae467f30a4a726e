package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** How one weight is changed by its gradient. */
interface UpdateRule {

  /** Returns the names of the arrays, shaped as the weight, that the rule keeps for each weight. */
  List<String> states();

  /**
   * Changes a weight and its state in place; the gradient may be overwritten.
   *
   * @param state in the order of {@link #states}
   * @param number of the update, counted from 1
   */
  void update(
      NDArray weight, NDArray gradient, List<NDArray> state, double decay, double rate, int number);

  static UpdateRule of(OptimiserSpec spec) {
    if (spec instanceof OptimiserSpec.Sgd sgd) {
      return new SgdRule((float) sgd.momentum(), sgd.nesterov());
    }
    OptimiserSpec.Adam adam = (OptimiserSpec.Adam) spec;
    return new AdamRule(adam.firstDecay(), adam.secondDecay(), adam.epsilon());
  }
}
