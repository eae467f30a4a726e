package org.facerepro.adapt;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.util.Map;
import org.facerepro.nn.FaceNet;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.Weights;

/** Mean and variance of the values that one layer normalises, pooled over batches. */
final class PooledStatistics {
  private static final String MEAN = "runningMean";
  private static final String VARIANCE = "runningVar";

  /** The part of a batch that enters running statistics, as all networks here have it. */
  private static final float TAKEN = 1 - 0.9f;

  private final String meanName;
  private final String varianceName;
  private final NDArray runningMean;
  private final NDArray runningVariance;
  private final double[] sum;
  private final double[] squares;
  private double weight;

  private PooledStatistics(String meanName, String varianceName, NDArray mean, NDArray variance) {
    this.meanName = meanName;
    this.varianceName = varianceName;
    this.runningMean = mean;
    this.runningVariance = variance;
    this.sum = new double[Math.toIntExact(mean.size())];
    this.squares = new double[sum.length];
  }

  /** Prepares to watch the layer whose running mean has this name. */
  static PooledStatistics of(FaceNet net, String meanName) {
    Map<String, Parameter> parameters = Weights.parameters(net);
    String layer = meanName.substring(0, meanName.length() - MEAN.length());
    String varianceName = layer + VARIANCE;
    return new PooledStatistics(
        meanName, varianceName, array(parameters, meanName), array(parameters, varianceName));
  }

  private static NDArray array(Map<String, Parameter> parameters, String name) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      throw new IllegalStateException("a layer without " + name);
    }
    return parameter.getArray();
  }

  /** Forgets the running statistics, so that they hold the next batch alone. */
  void reset() {
    runningMean.set(new float[sum.length]);
    runningVariance.set(new float[sum.length]);
  }

  /** Takes the batch in that just passed. */
  void add(int pictures) {
    float[] mean = runningMean.toFloatArray();
    float[] variance = runningVariance.toFloatArray();
    for (int i = 0; i < sum.length; i++) {
      double m = mean[i] / TAKEN;
      sum[i] += pictures * m;
      squares[i] += pictures * (variance[i] / TAKEN + m * m);
    }
    weight += pictures;
  }

  /** Returns both statistics by the names of their tensors. */
  Map<String, Tensor> tensors() {
    float[] mean = new float[sum.length];
    float[] variance = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      double m = sum[i] / weight;
      mean[i] = (float) m;
      variance[i] = (float) Math.max(0, squares[i] / weight - m * m);
    }
    return Map.of(
        meanName, Tensor.takeOver(mean, sum.length),
        varianceName, Tensor.takeOver(variance, sum.length));
  }
}
