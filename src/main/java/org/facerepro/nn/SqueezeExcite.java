package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/**
 * Channels weighted by what all of them hold (Hu et al. 2018): {@code x · sigmoid(fc2(relu(fc1(mean
 * x))))}, shape kept; neither layer has a bias.
 */
final class SqueezeExcite extends AbstractBlock {
  private final Block squeeze;
  private final Block excite;

  SqueezeExcite(int channels, int reduction) {
    squeeze = addChildBlock("fc1", Conv.of(channels / reduction, 1, 1).block());
    excite = addChildBlock("fc2", Conv.of(channels, 1, 1).block());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    NDArray x = inputs.singletonOrThrow();
    NDArray means = Pool.globalAvgPool2d(x).expandDims(2).expandDims(3);
    NDArray few = squeeze.forward(store, new NDList(means), training).singletonOrThrow();
    NDList kept = new NDList(Activation.relu(few));
    NDArray all = excite.forward(store, kept, training).singletonOrThrow();
    return new NDList(x.mul(Activation.sigmoid(all)));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape input = inputShapes[0];
    Shape means = new Shape(input.get(0), input.get(1), 1, 1);
    squeeze.initialize(manager, type, means);
    excite.initialize(manager, type, squeeze.getOutputShapes(new Shape[] {means}));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }
}
