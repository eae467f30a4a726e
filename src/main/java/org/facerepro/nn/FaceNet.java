package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A face network under training: pictures {@code [n, 3, s, s]} in [-1, 1] to features {@code [n,
 * d]}, not yet of unit length: stem, residual units, flatten, linear layer, batch normalisation.
 *
 * <p>On a CPU it runs a third quicker when the pictures lie channels-last in memory.
 */
public final class FaceNet extends AbstractBlock {
  private final NetSpec spec;
  private final List<Block> convolutional = new ArrayList<>();
  private final Block linear;
  private final Block norm;

  public FaceNet(NetSpec spec) {
    this.spec = spec;
    convolutional.add(addChildBlock("stem", new ConvNorm(spec.stemWidth(), 3, 2)));
    convolutional.add(
        addChildBlock("rectifier", ResidualUnit.rectifier(spec.rectifier(), spec.stemWidth())));
    for (NetSpec.Unit unit : spec.units()) {
      String name = "unit" + (convolutional.size() - 1);
      convolutional.add(addChildBlock(name, new ResidualUnit(unit, spec.rectifier())));
    }
    linear = addChildBlock("linear", Linear.builder().setUnits(spec.embeddingSize()).build());
    norm = addChildBlock("norm", ConvNorm.norm());
  }

  /** Returns the shape that this network was built from. */
  public NetSpec spec() {
    return spec;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    NDList flow = inputs;
    for (Block block : convolutional) {
      flow = block.forward(store, flow, training);
    }
    NDArray maps = flow.singletonOrThrow();
    NDArray flat = maps.reshape(maps.getShape().get(0), spec.flattened());
    return norm.forward(store, linear.forward(store, new NDList(flat), training), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape[] shapes = inputShapes;
    for (Block block : convolutional) {
      block.initialize(manager, type, shapes);
      shapes = block.getOutputShapes(shapes);
    }
    linear.initialize(manager, type, new Shape(inputShapes[0].get(0), spec.flattened()));
    norm.initialize(manager, type, getOutputShapes(inputShapes));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), spec.embeddingSize())};
  }
}
