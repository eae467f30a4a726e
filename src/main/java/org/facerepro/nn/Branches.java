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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blocks beside each other that see the same input; their maps are put together along the channels.
 * Maps smaller than the largest are centred on zeros, one more of which lies right and below where
 * the difference is odd.
 */
final class Branches extends AbstractBlock {
  private final List<Block> branches = new ArrayList<>();

  Branches(List<Named> branches) {
    for (Named branch : branches) {
      this.branches.add(addChildBlock(branch.name(), branch.block()));
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    NDList maps = new NDList();
    for (Block branch : branches) {
      maps.add(branch.forward(store, inputs, training).singletonOrThrow());
    }
    long side = maps.stream().mapToLong(map -> map.getShape().get(2)).max().orElseThrow();
    NDArray first = centred(maps.get(0), side);
    NDList others = new NDList();
    maps.subList(1, maps.size()).forEach(map -> others.add(centred(map, side)));
    return new NDList(first.getNDArrayInternal().concat(others, 1));
  }

  private static NDArray centred(NDArray maps, long side) {
    long missing = side - maps.getShape().get(2);
    if (missing == 0) {
      return maps;
    }
    long before = missing / 2;
    return maps.pad(new Shape(before, missing - before, before, missing - before), 0);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    for (Block branch : branches) {
      branch.initialize(manager, type, inputShapes);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    long channels = 0;
    long side = 0;
    for (Block branch : branches) {
      Shape shape = branch.getOutputShapes(inputShapes)[0];
      channels += shape.get(1);
      side = Math.max(side, shape.get(2));
    }
    return new Shape[] {new Shape(inputShapes[0].get(0), channels, side, side)};
  }
}
