package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.loss.LossSpec;
import org.jspecify.annotations.Nullable;

/** What a network's features are measured by in training, with what of it is learnt. */
interface Head {

  /**
   * What a batch came to.
   *
   * @param loss a single number on the device; null if there is nothing to learn from the batch
   * @param accuracy share of pictures that are told right
   */
  record Measured(@Nullable NDArray loss, double accuracy) {}

  /** Makes a head in the memory of a training, fresh or stored. */
  @FunctionalInterface
  interface Maker {
    Head make(NDManager manager, StateSource source);
  }

  /**
   * Measures features.
   *
   * @param memory for arrays that last as long as the step
   * @param features {@code [n, d]}, of any length
   * @param labels class of each
   * @param loss of this epoch
   * @param seed of this step
   */
  Measured measure(NDManager memory, NDArray features, long[] labels, LossSpec loss, Seed seed);

  /** Returns the arrays that gradients change, by name. */
  Map<String, NDArray> learnt();

  /** Copies all that the head needs to go on from here. */
  Map<String, Tensor> tensors();
}
