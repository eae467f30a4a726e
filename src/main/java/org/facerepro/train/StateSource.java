package org.facerepro.train;

import java.util.function.Supplier;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;

/** Where the state of a training starts: fresh, or from a checkpoint. */
@FunctionalInterface
interface StateSource {
  /** Nothing is stored yet. */
  StateSource FRESH = (name, fresh) -> fresh.get();

  /** Returns the stored tensor of this name, or what a training starts with. */
  Tensor get(String name, Supplier<Tensor> fresh);

  static StateSource stored(Safetensors saved) {
    return (name, fresh) -> saved.tensor(name);
  }
}
