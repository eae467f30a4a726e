package org.facerepro.nn;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import org.facerepro.core.Rng;

/**
 * How the weights of a network begin, as in its authors' code. With {@code n} inputs of an output
 * (fan-in), scales and running variances begin with 1, slopes with {@link Rectifier#SLOPE} and all
 * that is not named with 0.
 */
enum Initial {
  /** Normal of variance {@code 2 / n} (He et al. 2015). */
  HE(Law.HE_IN, Law.HE_IN, false, false),
  /** Convolutions normal of deviation 0.1; linear layer as PyTorch's. */
  IRESNET(Law.TENTH, Law.UNIFORM, true, false),
  /** Normal of variance {@code 2 / m}, m outputs fed by an input (fan-out). */
  MOBILE(Law.HE_OUT, Law.HE_OUT, false, false),
  /** Convolutions as {@link #MOBILE}; linear layer as PyTorch's. */
  RESNET(Law.HE_OUT, Law.UNIFORM, true, false),
  /** PyTorch's own: weights and biases uniform within {@code ±1/√n}. */
  TORCH(Law.UNIFORM, Law.UNIFORM, true, false),
  /** Torch 7's own: as {@link #TORCH}, and scales uniform in 0 to 1. */
  TORCH7(Law.UNIFORM, Law.UNIFORM, true, true);

  private final Law convolution;
  private final Law linear;
  private final boolean drawsBias;
  private final boolean drawsScale;

  Initial(Law convolution, Law linear, boolean drawsBias, boolean drawsScale) {
    this.convolution = convolution;
    this.linear = linear;
    this.drawsBias = drawsBias;
    this.drawsScale = drawsScale;
  }

  /** A distribution of weights around 0. */
  private enum Law {
    HE_IN,
    HE_OUT,
    TENTH,
    UNIFORM;

    void fill(float[] values, Shape weight, Rng rng) {
      double fanIn = (double) weight.size() / weight.get(0);
      switch (this) {
        case HE_IN -> normal(values, StrictMath.sqrt(2 / fanIn), rng);
        case HE_OUT -> {
          double fanOut = (double) weight.size() / weight.get(1);
          normal(values, StrictMath.sqrt(2 / fanOut), rng);
        }
        case TENTH -> normal(values, 0.1, rng);
        case UNIFORM ->
            uniform(values, -1 / StrictMath.sqrt(fanIn), 1 / StrictMath.sqrt(fanIn), rng);
      }
    }
  }

  /**
   * Returns the first values of a weight.
   *
   * @param shape its shape
   * @param weight the shape of the weight that it belongs to: its own, or of its layer
   */
  float[] values(Parameter.Type type, Shape shape, Shape weight, Rng rng) {
    float[] values = new float[Math.toIntExact(shape.size())];
    switch (type) {
      case WEIGHT -> (weight.dimension() > 2 ? convolution : linear).fill(values, weight, rng);
      case BIAS -> {
        if (drawsBias) {
          Law.UNIFORM.fill(values, weight, rng);
        }
      }
      case GAMMA -> {
        Arrays.fill(values, 1);
        if (drawsScale) {
          uniform(values, 0, 1, rng);
        }
      }
      case RUNNING_VAR -> Arrays.fill(values, 1);
      case OTHER -> Arrays.fill(values, Rectifier.SLOPE);
      default -> Arrays.fill(values, 0);
    }
    return values;
  }

  private static void normal(float[] values, double deviation, Rng rng) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rng.gaussian(0, deviation);
    }
  }

  private static void uniform(float[] values, double low, double high, Rng rng) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rng.uniform(low, high);
    }
  }
}
