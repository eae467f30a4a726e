package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Adam: {@code g = gradient + decay · w; m = b1 · m + (1 - b1) · g; v = b2 · v + (1 - b2) · g²; w
 * -= rate / (1 - b1^t) · m / (sqrt(v / (1 - b2^t)) + epsilon)} at update {@code t}.
 */
record AdamRule(double firstDecay, double secondDecay, double epsilon) implements UpdateRule {

  @Override
  public List<String> states() {
    return List.of("first-moment", "second-moment");
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
    double meanBias = 1 - Math.pow(firstDecay, number);
    double squareBias = Math.sqrt(1 - Math.pow(secondDecay, number));
    NDArray squares = gradient.square().muli((float) (1 - secondDecay));
    NDArray mean = state.get(0).muli((float) firstDecay);
    mean.addi(gradient.muli((float) (1 - firstDecay)));
    NDArray square = state.get(1).muli((float) secondDecay).addi(squares);
    // Both sides of the fraction times the bias's root: one division of arrays instead of two.
    NDArray root = square.sqrt().addi((float) (epsilon * squareBias));
    weight.subi(mean.div(root).muli((float) (rate * squareBias / meanBias)));
  }
}
