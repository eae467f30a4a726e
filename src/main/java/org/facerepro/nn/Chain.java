package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
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
 * Blocks one after the other. Outside training it frees what flows from one to the next as soon as
 * it can, so that a deep network needs the memory of its largest block only.
 */
final class Chain extends AbstractBlock {
  private final List<Block> links = new ArrayList<>();

  Chain(List<Named> links) {
    for (Named link : links) {
      this.links.add(addChildBlock(link.name(), link.block()));
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    NDList flow = inputs;
    boolean isOurs = false;
    for (Block link : links) {
      NDList next = training ? link.forward(store, flow, true) : quietly(link, store, flow);
      if (isOurs && !training) {
        free(flow.singletonOrThrow(), next.singletonOrThrow());
      }
      flow = next;
      isOurs = true;
    }
    return flow;
  }

  /** Frees all that a block makes on its way but the output. */
  private static NDList quietly(Block link, ParameterStore store, NDList input) {
    NDList output;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      output = link.forward(store, input, false);
      NDScope.unregister(output);
    }
    output.forEach(NDScope::register);
    return output;
  }

  private static void free(NDArray spent, NDArray next) {
    if (!spent.getUid().equals(next.getUid())) {
      spent.close();
    }
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape[] shapes = inputShapes;
    for (Block link : links) {
      link.initialize(manager, type, shapes);
      shapes = link.getOutputShapes(shapes);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape[] shapes = inputShapes;
    for (Block link : links) {
      shapes = link.getOutputShapes(shapes);
    }
    return shapes;
  }
}
