package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A convolution by filters of one pixel as a product of matrices: on processors that hide the sizes
 * of their caches, as some virtual ones do, the engine's own kernels for it divide by zero or write
 * beyond their memory, which ends the process.
 */
final class Pointwise {
  private Pointwise() {}

  /** Returns whether a convolution is one. */
  static boolean is(Conv form) {
    return form.kernel() == 1 && form.groups() == 1 && form.padding() == 0;
  }

  /**
   * Weighs the channels of every {@code stride}-th pixel, {@code [n, c, h, w] -> [n, filters, h',
   * w']}.
   *
   * @param weight {@code [filters, c, 1, 1]}
   * @param bias {@code [filters]}, if any
   */
  static NDArray convolution(NDArray x, NDArray weight, @Nullable NDArray bias, Conv form) {
    int step = form.stride();
    NDArray some = step == 1 ? x : x.get(":, :, ::" + step + ", ::" + step);
    Shape of = some.getShape();
    NDArray columns = some.reshape(of.get(0), of.get(1), of.get(2) * of.get(3));
    NDArray rows = weight.reshape(form.filters(), of.get(1));
    NDArray sum = rows.matMul(columns).reshape(of.get(0), form.filters(), of.get(2), of.get(3));
    return bias == null ? sum : sum.add(bias.reshape(1, form.filters(), 1, 1));
  }
}
