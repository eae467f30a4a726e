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
    NDArray x = inputs.singletonOrThrow();
    if (isProduct(x.getShape())) {
      return new NDList(product(x, store.getValue(weight, x.getDevice(), training)));
    }
    if (arithmetic == null || geometry == null) {
      return super.forwardInternal(store, inputs, training, options);
    }
    NDArray own = store.getValue(weight, x.getDevice(), training);
    return new NDList(arithmetic.convolution(x, own, geometry));
  }

  /**
   * Returns whether to multiply matrices instead: the engine's kernel for the gradient of a filter
   * of one pixel writes beyond its memory where channels do not fill vectors.
   */
  private boolean isProduct(Shape input) {
    boolean partial = input.get(1) % VECTOR != 0 || form.filters() % VECTOR != 0;
    return partial && form.kernel() == 1 && form.groups() == 1 && !form.bias();
  }

  /** Weighs the channels of every {@code stride}-th pixel. */
  private NDArray product(NDArray x, NDArray weights) {
    int step = form.stride();
    NDArray some = step == 1 ? x : x.get(":, :, ::" + step + ", ::" + step);
    Shape of = some.getShape();
    NDArray columns = some.reshape(of.get(0), of.get(1), of.get(2) * of.get(3));
    NDArray rows = weights.reshape(form.filters(), of.get(1));
    return rows.matMul(columns).reshape(of.get(0), form.filters(), of.get(2), of.get(3));
  }
}
