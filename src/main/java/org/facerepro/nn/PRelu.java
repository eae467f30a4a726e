package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/**
 * Parametric rectifier with a slope per channel: {@code [n, c, h, w] -> [n, c, h, w]}, {@code
 * max(x, 0) + slope_c min(x, 0)}.
 *
 * <p>The engine's own block shares one slope between all channels.
 */
final class PRelu extends AbstractBlock {
  private final Parameter slope;

  PRelu(int channels) {
    slope =
        addParameter(Parameter.builder().setName("slope").setType(Parameter.Type.OTHER).build());
    slope.setShape(new Shape(1, channels, 1, 1));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    NDArray x = inputs.singletonOrThrow();
    return new NDList(apply(x, store.getValue(slope, x.getDevice(), training)));
  }

  /** Uses {@code s x + (1 - s) max(x, 0)}, the form whose gradient the engine has quickest. */
  static NDArray apply(NDArray x, NDArray slope) {
    return x.mul(slope).addi(Activation.relu(x).mul(slope.neg().addi(1)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }
}
