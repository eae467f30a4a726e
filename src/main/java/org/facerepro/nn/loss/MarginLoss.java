package org.facerepro.nn.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Objects;
import org.facerepro.nn.Scalars;
import org.jspecify.annotations.Nullable;

/**
 * Softmax cross-entropy over scaled cosines with a margin on the true class.
 *
 * <p>The kinds are those of {@link LossSpec}. Value and gradient are finite at cosines of ±1 too.
 *
 * @param margin kind, margin and scale
 * @param smoothing part of the target shared evenly among all classes, 0 to 1
 * @param focal weight on the cross-entropy, or null
 */
public record MarginLoss(LossSpec.OverCosines margin, double smoothing, @Nullable Focal focal) {
  private static final double LENGTH_FLOOR = 1e-12;

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
   * @param qualities of the samples, {@code [n, 1]} ({@link FeatureNorms#qualities}); used by
   *     AdaFace, others take null
   */
  public NDArray of(NDArray cosines, NDArray labels, @Nullable NDArray qualities) {
    NDArray column = labels.expandDims(1);
    NDArray logProbabilities = logits(cosines, column, qualities).logSoftmax(1);
    NDArray own = logProbabilities.gather(column, 1);
    return focal == null ? mean(own, logProbabilities) : focal.mean(each(own, logProbabilities));
  }

  private NDArray mean(NDArray own, NDArray logProbabilities) {
    NDArray truth = own.mean().neg();
    if (smoothing == 0) {
      return truth;
    }
    return mixed(truth, logProbabilities.mean());
  }

  private NDArray each(NDArray own, NDArray logProbabilities) {
    NDArray truth = own.squeeze(1).neg();
    if (smoothing == 0) {
      return truth;
    }
    return mixed(truth, logProbabilities.mean(new int[] {1}));
  }

  private NDArray mixed(NDArray truth, NDArray all) {
    NDArray own = Scalars.times(truth, (float) (1 - smoothing));
    return own.sub(Scalars.times(all, (float) smoothing));
  }

  private NDArray logits(NDArray cosines, NDArray column, @Nullable NDArray qualities) {
    NDArray kept = margin instanceof LossSpec.AdaFace ? AngularMargin.adaCosines(cosines) : cosines;
    NDArray change = change(kept, column, qualities);
    return Scalars.times(change == null ? kept : kept.add(change), margin.scale());
  }

  /** Returns what the margin adds to the cosines, {@code [n, classes]}; null for nothing. */
  private @Nullable NDArray change(NDArray cosines, NDArray column, @Nullable NDArray qualities) {
    if (margin instanceof LossSpec.CosFace cos && cos.margin() > 0) {
      return Scalars.times(mask(cosines, column), -cos.margin());
    }
    if (margin instanceof LossSpec.ArcFace arc && arc.margin() > 0) {
      NDArray mask = mask(cosines, column);
      return mask.mul(AngularMargin.arcFace(cosines.gather(column, 1), arc.margin()));
    }
    if (margin instanceof LossSpec.Combined combined) {
      NDArray mask = mask(cosines, column);
      return mask.mul(AngularMargin.combined(cosines.gather(column, 1), combined));
    }
    if (margin instanceof LossSpec.AdaFace ada) {
      NDArray quality = Objects.requireNonNull(qualities, "AdaFace needs the samples' qualities");
      NDArray t = cosines.gather(column, 1);
      return mask(cosines, column).mul(AngularMargin.adaFace(t, quality, ada.margin()));
    }
    return null;
  }

  /** Returns 1 at the true class of each row, else 0. */
  private static NDArray mask(NDArray cosines, NDArray column) {
    NDArray mask = column.squeeze(1).oneHot((int) cosines.getShape().get(1), DataType.FLOAT32);
    return mask.toType(cosines.getDataType(), false);
  }
}
