package org.facerepro.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.facerepro.core.Require;
import org.facerepro.core.YamlForm;
import org.jspecify.annotations.Nullable;

/**
 * How gradients change weights. Without {@code kind} it is {@code sgd}.
 *
 * <p>Weight decay is a part of the weight added to its gradient. Normalisation, slopes and biases
 * have none, unless {@code decayAll} asks for it.
 */
@YamlForm(otherwise = OptimiserSpec.Sgd.class)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OptimiserSpec.Sgd.class, name = "sgd"),
  @JsonSubTypes.Type(value = OptimiserSpec.Adam.class, name = "adam")
})
public sealed interface OptimiserSpec {

  /** Returns the peak of the learning rate. */
  double learningRate();

  /** Returns the weight decay of convolutions, linear weights and class centres. */
  double weightDecay();

  /** Returns whether normalisation, slopes and biases decay too; null is no. */
  @Nullable Boolean decayAll();

  /**
   * Returns the weight decay of one weight; {@code main} tells it from normalisation and biases.
   */
  default double decay(boolean main) {
    return main || Boolean.TRUE.equals(decayAll()) ? weightDecay() : 0;
  }

  private static void requireRates(double learningRate, double weightDecay) {
    Require.between("learningRate", learningRate, 1e-8, 10);
    Require.between("weightDecay", weightDecay, 0, 1);
  }

  /**
   * Stochastic gradient descent with momentum.
   *
   * @param learningRate its peak
   * @param momentum part of the last step that is kept, 0 to below 1
   * @param nesterov whether the gradient is taken ahead of the step
   * @param weightDecay see {@link OptimiserSpec}
   * @param decayAll see {@link OptimiserSpec}
   */
  record Sgd(
      double learningRate,
      double momentum,
      boolean nesterov,
      double weightDecay,
      @Nullable Boolean decayAll)
      implements OptimiserSpec {
    public Sgd {
      requireRates(learningRate, weightDecay);
      Require.between("momentum", momentum, 0, 0.9999);
    }
  }

  /**
   * Adam (Kingma and Ba 2015).
   *
   * @param learningRate its peak
   * @param firstDecay part of the running mean of the gradient that is kept (beta 1), often 0.9
   * @param secondDecay part of the running mean of its square that is kept (beta 2), often 0.999
   * @param epsilon added to the root of that mean, often 1e-8
   * @param weightDecay see {@link OptimiserSpec}
   * @param decayAll see {@link OptimiserSpec}
   */
  record Adam(
      double learningRate,
      double firstDecay,
      double secondDecay,
      double epsilon,
      double weightDecay,
      @Nullable Boolean decayAll)
      implements OptimiserSpec {
    public Adam {
      requireRates(learningRate, weightDecay);
      Require.between("firstDecay", firstDecay, 0, 0.99999);
      Require.between("secondDecay", secondDecay, 0, 0.9999999);
      Require.between("epsilon", epsilon, 1e-16, 1);
    }
  }
}
