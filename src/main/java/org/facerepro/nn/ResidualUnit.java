package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/**
 * Two normalised 3×3 convolutions around a rectifier, added to the input (projected by a normalised
 * 1×1 convolution where the shape changes), then rectified (He et al. 2016).
 */
final class ResidualUnit extends AbstractBlock {
  private final Block first;
  private final Block inner;
  private final Block second;
  private final Block outer;
  private final @Nullable Block projection;

  ResidualUnit(NetSpec.Unit unit, Rectifier rectifier) {
    first = addChildBlock("first", new ConvNorm(unit.out(), 3, unit.stride()));
    inner = addChildBlock("inner", rectifier(rectifier, unit.out()));
    second = addChildBlock("second", new ConvNorm(unit.out(), 3, 1));
    outer = addChildBlock("outer", rectifier(rectifier, unit.out()));
    projection =
        unit.hasProjection()
            ? addChildBlock("projection", new ConvNorm(unit.out(), 1, unit.stride()))
            : null;
  }

  static Block rectifier(Rectifier rectifier, int channels) {
    return rectifier == Rectifier.PRELU ? new PRelu(channels) : new LeakyRelu();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    NDList inside = inner.forward(store, first.forward(store, inputs, training), training);
    NDArray branch = second.forward(store, inside, training).singletonOrThrow();
    NDList shortcut = projection == null ? inputs : projection.forward(store, inputs, training);
    return outer.forward(store, new NDList(branch.add(shortcut.singletonOrThrow())), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    first.initialize(manager, type, inputShapes);
    Shape[] shapes = first.getOutputShapes(inputShapes);
    inner.initialize(manager, type, shapes);
    second.initialize(manager, type, shapes);
    outer.initialize(manager, type, shapes);
    if (projection != null) {
      projection.initialize(manager, type, inputShapes);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return first.getOutputShapes(inputShapes);
  }
}
