package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A block without weights. */
final class Op extends AbstractBlock {
  private static final double SQUARES_FLOOR = 1e-30;

  private final UnaryOperator<NDArray> work;
  private final UnaryOperator<Shape> shape;

  private Op(UnaryOperator<NDArray> work, UnaryOperator<Shape> shape) {
    this.work = work;
    this.shape = shape;
  }

  /** {@code max(x, 0)}; any shape. */
  static Op relu() {
    return new Op(Activation::relu, UnaryOperator.identity());
  }

  /** Rectifier with the fixed slope {@link Rectifier#SLOPE}; any shape. */
  static Op leakyRelu() {
    return new Op(x -> Activation.leakyRelu(x, Rectifier.SLOPE), UnaryOperator.identity());
  }

  /** Maximum over squares of {@code kernel} pixels: {@code [n, c, h, w] -> [n, c, h', w']}. */
  static Op maxPool(int kernel, int stride, int padding) {
    return new Op(
        x -> Pool.maxPool2d(x, square(kernel), square(stride), square(padding), false),
        shape -> pooled(shape, kernel, stride, padding));
  }

  /**
   * Root of the sum of squares over squares of {@code kernel} pixels, unpadded: {@code [n, c, h, w]
   * -> [n, c, h', w']}. Where all pixels are 0 the gradient is 0, as in Torch 7.
   */
  static Op rootPool(int kernel, int stride) {
    return new Op(
        x -> Scalars.atLeast(squareSums(x, kernel, stride), SQUARES_FLOOR).sqrt(),
        shape -> pooled(shape, kernel, stride, 0));
  }

  private static NDArray squareSums(NDArray x, int kernel, int stride) {
    NDArray means =
        Pool.avgPool2d(x.square(), square(kernel), square(stride), square(0), false, true);
    return Scalars.times(means, kernel * kernel);
  }

  /**
   * Local response normalisation across channels: {@code x (1 + alpha / size · Σ x²)^-beta}, the
   * sum over the {@code size} channels around each (Krizhevsky et al. 2012); shape kept.
   */
  static Op responseNorm(int size, double alpha, double beta) {
    return new Op(
        x -> x.mul(Scalars.power(Scalars.times(energy(x, size), alpha).add(1), -beta)), s -> s);
  }

  /** Returns the mean of {@code x²} over neighbouring channels; beyond the ends lie zeros. */
  private static NDArray energy(NDArray x, int size) {
    Shape shape = x.getShape();
    NDArray columns = x.square().reshape(shape.get(0), 1, shape.get(1), -1);
    Shape kernel = new Shape(size, 1);
    Shape padding = new Shape(size / 2, 0);
    return Pool.avgPool2d(columns, kernel, square(1), padding, false, true).reshape(shape);
  }

  /** Mean of each map: {@code [n, c, h, w] -> [n, c]}. */
  static Op mean() {
    return new Op(Pool::globalAvgPool2d, shape -> shape.slice(0, 2));
  }

  /** All values of a picture in a row: {@code [n, c, h, w] -> [n, c h w]}. */
  static Op flatten() {
    return new Op(
        x -> x.reshape(x.getShape().get(0), -1),
        shape -> new Shape(shape.get(0), shape.slice(1).size()));
  }

  private static Shape square(int side) {
    return new Shape(side, side);
  }

  private static Shape pooled(Shape shape, int kernel, int stride, int padding) {
    long side = (shape.get(2) + 2L * padding - kernel) / stride + 1;
    return new Shape(shape.get(0), shape.get(1), side, side);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    return new NDList(work.apply(inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {shape.apply(inputShapes[0])};
  }
}
