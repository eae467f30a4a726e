package org.facerepro.nn;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;
import java.util.Arrays;
import java.util.List;

/** Folds what is linear behind a layer into the layer's weights, in float64. */
final class Folding {
  private Folding() {}

  /** Weights whose first axis is the output, and a bias per output. */
  record Layer(Tensor weight, Tensor bias) {

    /** Returns the weights of a convolution or a linear layer. */
    static Layer of(Block block) {
      List<Parameter> parameters = block.getDirectParameters().values();
      Tensor weight = Weights.tensor(parameters.get(0).getArray());
      int outputs = (int) weight.shape()[0];
      return new Layer(
          weight,
          parameters.size() > 1
              ? Weights.tensor(parameters.get(1).getArray())
              : Tensor.takeOver(new float[outputs], outputs));
    }

    /** Returns this layer with the normalisation that follows it. */
    Layer normalised(BatchNorm norm) {
      Tensor gamma = value(norm, "gamma");
      Tensor beta = value(norm, "beta");
      Tensor mean = value(norm, "runningMean");
      Tensor variance = value(norm, "runningVar");
      int outputs = bias.size();
      int inputs = weight.size() / outputs;
      float[] values = weight.toArray();
      float[] offsets = new float[outputs];
      for (int o = 0; o < outputs; o++) {
        double factor = gamma.at(o) / Math.sqrt((double) variance.at(o) + Norm.EPSILON);
        for (int i = o * inputs; i < (o + 1) * inputs; i++) {
          values[i] = (float) (values[i] * factor);
        }
        offsets[o] = (float) (beta.at(o) + ((double) bias.at(o) - mean.at(o)) * factor);
      }
      return new Layer(Tensor.takeOver(values, weight.shape()), Tensor.takeOver(offsets, outputs));
    }

    /** Returns this layer with a matrix {@code [r, outputs]} behind it. */
    Layer multiplied(Tensor matrix) {
      return new Layer(product(matrix, weight), product(matrix, bias));
    }
  }

  private static Tensor value(BatchNorm norm, String name) {
    return Weights.tensor(norm.getDirectParameters().get(name).getArray());
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
