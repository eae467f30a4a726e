package org.facerepro.nn;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/**
 * A square convolution without bias and its batch normalisation: {@code [n, c, h, w] -> [n, c', h',
 * w']}; running statistics keep 0.9 of the old at each step, epsilon is 1e-5.
 */
final class ConvNorm extends AbstractBlock {
  static final float MOMENTUM = 0.9f;
  static final float EPSILON = 1e-5f;

  private final Block conv;
  private final Block norm;

  ConvNorm(int filters, int kernel, int stride) {
    conv =
        addChildBlock(
            "conv",
            Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(kernel / 2, kernel / 2))
                .optBias(false)
                .build());
    norm = addChildBlock("norm", norm());
  }

  static BatchNorm norm() {
    return BatchNorm.builder().optMomentum(MOMENTUM).optEpsilon(EPSILON).build();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    return norm.forward(store, conv.forward(store, inputs, training), training);
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
