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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch of blocks added to its input (He et al. 2016), which a shortcut may bring to the
 * branch's shape first; a rectifier may follow.
 */
final class Residual extends AbstractBlock {
  private final Block branch;
  private final @Nullable Block shortcut;
  private final @Nullable Block after;

  Residual(List<Named> branch, @Nullable Named shortcut, @Nullable Named after) {
    this.branch = addChildBlock("", new Chain(branch));
    this.shortcut = child(shortcut);
    this.after = child(after);
  }

  private @Nullable Block child(@Nullable Named named) {
    return named == null ? null : addChildBlock(named.name(), named.block());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    NDArray change = branch.forward(store, inputs, training).singletonOrThrow();
    NDList kept = shortcut == null ? inputs : shortcut.forward(store, inputs, training);
    NDList sum = new NDList(change.add(kept.singletonOrThrow()));
    return after == null ? sum : after.forward(store, sum, training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    branch.initialize(manager, type, inputShapes);
    if (shortcut != null) {
      shortcut.initialize(manager, type, inputShapes);
    }
    if (after != null) {
      after.initialize(manager, type, getOutputShapes(inputShapes));
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return branch.getOutputShapes(inputShapes);
  }
}
