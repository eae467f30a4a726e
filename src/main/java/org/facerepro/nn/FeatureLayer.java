package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/** The last layer of a face network, {@code [n, k] -> [n, d]}: linear, then normalised or not. */
final class FeatureLayer extends AbstractBlock {
  private final Linear linear;
  private final @Nullable BatchNorm norm;
  private @Nullable NDArray weight;
  private @Nullable NDArray bias;

  /** A linear layer alone, with a bias. */
  FeatureLayer(String name, int size) {
    linear = addChildBlock(name, Linear.builder().setUnits(size).build());
    norm = null;
  }

  FeatureLayer(Named linear, String normName, BatchNorm norm) {
    this.linear = (Linear) addChildBlock(linear.name(), linear.block());
    this.norm = addChildBlock(normName, norm);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    if (weight != null) {
      return Linear.linear(inputs.singletonOrThrow(), weight, bias);
    }
    NDList features = linear.forward(store, inputs, training);
    return norm == null ? features : norm.forward(store, features, training);
  }

  /**
   * Folds the normalisation, and what may follow, into the linear layer.
   *
   * @param whitening {@code [d, d]}, multiplies the features
   */
  void fold(NDManager manager, @Nullable Tensor whitening) {
    Folding.Layer layer = Folding.Layer.of(linear);
    if (norm != null) {
      layer = layer.normalised(norm);
      norm.clear();
    }
    if (whitening != null) {
      layer = layer.multiplied(whitening);
    }
    weight = Weights.array(manager, layer.weight());
    bias = Weights.array(manager, layer.bias());
    linear.clear();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    linear.initialize(manager, type, inputShapes);
    if (norm != null) {
      norm.initialize(manager, type, getOutputShapes(inputShapes));
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return linear.getOutputShapes(inputShapes);
  }
}
