package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.Weights;
import org.facerepro.nn.loss.FeatureNorms;
import org.facerepro.nn.loss.Focal;
import org.facerepro.nn.loss.LossSpec;
import org.facerepro.nn.loss.MarginLoss;
import org.jspecify.annotations.Nullable;

/** A learnt centre for each class, and the running lengths of features that AdaFace reads. */
final class CentresHead implements Head {
  static final String CENTRES = "centres";
  static final String LENGTHS = "feature-lengths";

  private final NDArray centres;
  private final double smoothing;
  private final @Nullable Focal focal;
  private FeatureNorms norms;

  CentresHead(NDArray centres, Tensor lengths, double smoothing, @Nullable Focal focal) {
    this.centres = centres;
    this.smoothing = smoothing;
    this.focal = focal;
    this.norms = new FeatureNorms(lengths.at(0), lengths.at(1));
    centres.setRequiresGradient(true);
  }

  /** Returns where the running lengths of features start. */
  static Tensor freshLengths() {
    return lengths(FeatureNorms.START);
  }

  private static Tensor lengths(FeatureNorms norms) {
    return Tensor.takeOver(new float[] {norms.mean(), norms.deviation()}, 2);
  }

  @Override
  public Measured measure(
      NDManager memory, NDArray features, long[] labels, LossSpec loss, Seed seed) {
    NDArray truth = memory.create(labels);
    NDArray cosines = MarginLoss.cosines(features, centres);
    NDArray qualities =
        loss instanceof LossSpec.AdaFace ada ? qualities(memory, features, ada) : null;
    NDArray value =
        new MarginLoss((LossSpec.OverCosines) loss, smoothing, focal).of(cosines, truth, qualities);
    long right = cosines.argMax(1).eq(truth).sum().getLong();
    return new Measured(value, (double) right / labels.length);
  }

  private NDArray qualities(NDManager memory, NDArray features, LossSpec.AdaFace ada) {
    float[] lengths = features.stopGradient().norm(new int[] {1}).toFloatArray();
    norms = norms.after(lengths, ada.averaging());
    float[] qualities = norms.qualities(lengths, ada.concentration());
    return memory.create(qualities, new Shape(qualities.length, 1));
  }

  @Override
  public Map<String, NDArray> learnt() {
    return Map.of(CENTRES, centres);
  }

  @Override
  public Map<String, Tensor> tensors() {
    return Map.of(CENTRES, Weights.tensor(centres), LENGTHS, lengths(norms));
  }
}
