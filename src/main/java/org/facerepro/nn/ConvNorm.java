package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/** A convolution and its batch normalisation, which can be folded into one. */
final class ConvNorm extends AbstractBlock implements Foldable {
  private final Conv shape;
  private final Conv2d conv;
  private final BatchNorm norm;
  private @Nullable NDArray weight;
  private @Nullable NDArray bias;

  ConvNorm(Conv shape, String convName, String normName) {
    this.shape = shape;
    conv = addChildBlock(convName, shape.block());
    norm = addChildBlock(normName, Norm.block());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    if (weight == null) {
      return norm.forward(store, conv.forward(store, inputs, training), training);
    }
    NDArray x = inputs.singletonOrThrow();
    if (Pointwise.is(shape)) {
      return new NDList(Pointwise.convolution(x, weight, bias, shape));
    }
    return Conv2d.conv2d(
        x, weight, bias, shape.strides(), shape.paddings(), new Shape(1, 1), shape.groups());
  }

  @Override
  public void fold(NDManager manager) {
    Folding.Layer layer = Folding.Layer.of(conv).normalised(norm);
    weight = Weights.array(manager, layer.weight());
    bias = Weights.array(manager, layer.bias());
    conv.clear();
    norm.clear();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    conv.initialize(manager, type, inputShapes);
    norm.initialize(manager, type, conv.getOutputShapes(inputShapes));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return conv.getOutputShapes(inputShapes);
  }
}
