package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Softmax cross-entropy over scaled cosines with a margin on the true class.
 *
 * <p>With {@code t} the cosine between a feature and the centre of its class: softmax and CosFace
 * use {@code t - m}; ArcFace uses {@code cos(arccos(t) + m)}, and {@code t - m sin m} once the
 * angle has no room for the margin ({@code t <= -cos m}), as its authors' code does. The square
 * root of {@code 1 - t²} is cut off at 1e-7, so that the gradient stays finite at {@code t = ±1}.
 */
public final class MarginLoss {
  private static final double SINE_FLOOR = 1e-7;
  private static final double LENGTH_FLOOR = 1e-12;

  private MarginLoss() {}

  /**
   * Returns the cosines between features and class centres.
   *
   * @param features {@code [n, d]}, any length
   * @param centres {@code [classes, d]}, any length
   * @return {@code [n, classes]}
   */
  public static NDArray cosines(NDArray features, NDArray centres) {
    NDArray directions = features.normalize(2, 1, LENGTH_FLOOR);
    return directions.matMul(centres.normalize(2, 1, LENGTH_FLOOR).transpose());
  }

  /**
   * Returns the mean loss of a batch, a single number.
   *
   * @param cosines {@code [n, classes]}
   * @param labels true classes, {@code [n]}, int64
   * @param smoothing part of the target shared evenly among all classes, 0 to 1
   */
  public static NDArray loss(NDArray cosines, NDArray labels, Margin margin, double smoothing) {
    NDArray column = labels.expandDims(1);
    NDArray logProbabilities = logits(cosines, column, margin).logSoftmax(1);
    NDArray truth = logProbabilities.gather(column, 1).mean().neg();
    if (smoothing == 0) {
      return truth;
    }
    return truth.mul((float) (1 - smoothing)).sub(logProbabilities.mean().mul((float) smoothing));
  }

  private static NDArray logits(NDArray cosines, NDArray column, Margin margin) {
    if (margin.margin() == 0) {
      return cosines.mul(margin.scale());
    }
    NDArray mask = column.squeeze(1).oneHot((int) cosines.getShape().get(1), DataType.FLOAT32);
    NDArray typed = mask.toType(cosines.getDataType(), false);
    NDArray change =
        margin.kind() == Margin.Kind.ARC_FACE
            ? typed.mul(angularChange(cosines.gather(column, 1), margin.margin()))
            : typed.mul(-margin.margin());
    return cosines.add(change).mul(margin.scale());
  }

  /** Returns what the margin adds to the true class's cosine, {@code [n, 1]}. */
  private static NDArray angularChange(NDArray t, double margin) {
    double cosine = StrictMath.cos(margin);
    double sine = StrictMath.sin(margin);
    NDArray opposite = t.square().neg().add(1).maximum(SINE_FLOOR).sqrt();
    NDArray turned = t.mul(cosine - 1).sub(opposite.mul(sine));
    NDArray hasRoom = t.gt(-cosine).toType(t.getDataType(), false);
    return turned.mul(hasRoom).sub(hasRoom.neg().add(1).mul(margin * sine));
  }
}
