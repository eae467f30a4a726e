package org.facerepro.nn;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * A square convolution {@code [n, c, h, w] -> [n, filters, h', w']}.
 *
 * @param padding zeros on each side
 * @param groups parts into which the channels fall; a filter sees one part only
 */
record Conv(int filters, int kernel, int stride, int padding, int groups, boolean bias) {

  /** A convolution without bias, padded by half its kernel. */
  static Conv of(int filters, int kernel, int stride) {
    return new Conv(filters, kernel, stride, kernel / 2, 1, false);
  }

  Conv withGroups(int count) {
    return new Conv(filters, kernel, stride, padding, count, bias);
  }

  Conv withPadding(int zeros) {
    return new Conv(filters, kernel, stride, zeros, groups, bias);
  }

  Conv withBias() {
    return new Conv(filters, kernel, stride, padding, groups, true);
  }

  Conv2d block() {
    return new SquareConv(
        this,
        Conv2d.builder()
            .setFilters(filters)
            .setKernelShape(square(kernel))
            .optStride(square(stride))
            .optPadding(square(padding))
            .optGroups(groups)
            .optBias(bias));
  }

  Shape strides() {
    return square(stride);
  }

  Shape paddings() {
    return square(padding);
  }

  private static Shape square(int side) {
    return new Shape(side, side);
  }
}
