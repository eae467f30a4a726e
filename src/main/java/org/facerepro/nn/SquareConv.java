package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/** A square convolution whose arithmetic may be another than the engine's own. */
final class SquareConv extends Conv2d {
  private final Conv form;
  private @Nullable Bfloat16 arithmetic;
  private @Nullable NDArray geometry;

  SquareConv(Conv form, Conv2d.Builder builder) {
    super(builder);
    this.form = form;
  }

  /**
   * Computes in another arithmetic from now on, unless channels are in groups or there is a bias.
   */
  void compute(Bfloat16 in) {
    if (form.groups() == 1 && !form.bias() && form.stride() == 1) {
      arithmetic = in;
      geometry = in.geometry(form);
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    if (arithmetic == null || geometry == null) {
      return super.forwardInternal(store, inputs, training, options);
    }
    NDArray x = inputs.singletonOrThrow();
    NDArray own = store.getValue(weight, x.getDevice(), training);
    return new NDList(arithmetic.convolution(x, own, geometry));
  }
}
