package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/** A square convolution whose arithmetic may be another than the engine's own. */
final class SquareConv extends Conv2d {
  /** Floats in the widest vectors of a processor. */
  private static final int VECTOR = 16;

  private final Conv form;
  private @Nullable Bfloat16 arithmetic;
  private @Nullable NDArray geometry;

  SquareConv(Conv form, Conv2d.Builder builder) {
    super(builder);
    this.form = form;
  }

  /**
   * Computes in another arithmetic from now on, unless channels are in groups or fill no vector, or
   * there is a bias.
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
    NDArray x = inputs.singletonOrThrow();
    if (arithmetic != null && geometry != null && fillsVectors(x.getShape())) {
      NDArray own = store.getValue(weight, x.getDevice(), training);
      return new NDList(arithmetic.convolution(x, own, geometry));
    }
    if (Pointwise.is(form)) {
      NDArray own = store.getValue(weight, x.getDevice(), training);
      NDArray shift = form.bias() ? store.getValue(bias, x.getDevice(), training) : null;
      return new NDList(Pointwise.convolution(x, own, shift, form));
    }
    return super.forwardInternal(store, inputs, training, options);
  }

  /**
   * Returns whether channels fill vectors. Where they do not, the engine's bfloat16 kernels are
   * wrong on some processors.
   */
  private boolean fillsVectors(Shape input) {
    return input.get(1) % VECTOR == 0 && form.filters() % VECTOR == 0;
  }
}
