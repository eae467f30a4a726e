package org.facerepro.nn;

import java.util.Arrays;

/** Folds what is linear behind a layer into the layer's weights, in float64. */
record Folding(Safetensors weights) {

  /** Weights whose first axis is the output, and a bias per output. */
  record Layer(Tensor weight, Tensor bias) {}

  Layer convolution(String name) {
    Tensor weight = weights.tensor(name + ".conv.weight");
    return normalised(weight, new double[(int) weight.shape()[0]], name + ".norm");
  }

  /** Returns the linear layer with its normalisation and, if there is one, the whitening. */
  Layer linear() {
    Tensor bias = weights.tensor("linear.bias");
    double[] offsets = new double[bias.size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = bias.at(i);
    }
    Layer layer = normalised(weights.tensor("linear.weight"), offsets, "norm");
    Tensor whitening = weights.tensors().get(EmbeddingNet.WHITENING);
    return whitening == null
        ? layer
        : new Layer(product(whitening, layer.weight()), product(whitening, layer.bias()));
  }

  private Layer normalised(Tensor weight, double[] offsets, String norm) {
    Tensor gamma = weights.tensor(norm + ".gamma");
    Tensor beta = weights.tensor(norm + ".beta");
    Tensor mean = weights.tensor(norm + ".runningMean");
    Tensor variance = weights.tensor(norm + ".runningVar");
    int outputs = offsets.length;
    int inputs = weight.size() / outputs;
    float[] values = weight.toArray();
    float[] bias = new float[outputs];
    for (int o = 0; o < outputs; o++) {
      double factor = gamma.at(o) / Math.sqrt((double) variance.at(o) + ConvNorm.EPSILON);
      for (int i = o * inputs; i < (o + 1) * inputs; i++) {
        values[i] = (float) (values[i] * factor);
      }
      bias[o] = (float) (beta.at(o) + (offsets[o] - mean.at(o)) * factor);
    }
    return new Layer(Tensor.takeOver(values, weight.shape()), Tensor.takeOver(bias, outputs));
  }

  /** Returns {@code left [r, k] x right [k, …]}. */
  private static Tensor product(Tensor left, Tensor right) {
    int inner = (int) right.shape()[0];
    int columns = right.size() / inner;
    int rows = left.size() / inner;
    float[] result = new float[rows * columns];
    double[] sums = new double[columns];
    for (int r = 0; r < rows; r++) {
      Arrays.fill(sums, 0);
      for (int k = 0; k < inner; k++) {
        double factor = left.at(r * inner + k);
        for (int c = 0; c < columns; c++) {
          sums[c] += factor * right.at(k * columns + c);
        }
      }
      for (int c = 0; c < columns; c++) {
        result[r * columns + c] = (float) sums[c];
      }
    }
    long[] shape = right.shape();
    shape[0] = rows;
    return Tensor.takeOver(result, shape);
  }
}
