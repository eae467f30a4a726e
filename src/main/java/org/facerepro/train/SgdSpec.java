package org.facerepro.train;

import org.facerepro.core.Require;

/**
 * Stochastic gradient descent with momentum.
 *
 * @param learningRate its peak
 * @param momentum part of the last step that is kept, 0 to below 1
 * @param nesterov whether the gradient is taken ahead of the step
 * @param weightDecay of convolutions, linear weights and class centres; normalisation, slopes and
 *     biases have none
 */
public record SgdSpec(double learningRate, double momentum, boolean nesterov, double weightDecay) {
  public SgdSpec {
    Require.between("learningRate", learningRate, 1e-8, 10);
    Require.between("momentum", momentum, 0, 0.9999);
    Require.between("weightDecay", weightDecay, 0, 1);
  }
}
