package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.facerepro.nn.Compute;
import org.facerepro.nn.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SgdTest {
  private static final Compute CPU = Compute.of("cpu");

  /** The loss {@code 3 w} has the gradient 3 everywhere. */
  private static float afterTwoSteps(SgdSpec spec, boolean decays) {
    try (NDManager manager = CPU.newManager()) {
      NDArray weight = manager.create(new float[] {2});
      weight.setRequiresGradient(true);
      Sgd sgd = new Sgd(spec);
      sgd.add(manager, "w", weight, decays, Tensor.takeOver(new float[1], 1));
      for (int i = 0; i < 2; i++) {
        try (GradientCollector collector = CPU.engine().newGradientCollector()) {
          collector.backward(weight.mul(3f).sum());
        }
        sgd.step(0.1);
      }
      return weight.toFloatArray()[0];
    }
  }

  private static double byHand(SgdSpec spec, double decay) {
    double weight = 2;
    double velocity = 0;
    for (int i = 0; i < 2; i++) {
      double gradient = 3 + decay * weight;
      velocity = spec.momentum() * velocity + gradient;
      weight -= 0.1 * (spec.nesterov() ? gradient + spec.momentum() * velocity : velocity);
    }
    return weight;
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void twoSteps_areThoseOfTheFormula(boolean nesterov, boolean decays) {
    SgdSpec spec = new SgdSpec(0.1, 0.9, nesterov, 0.01);
    assertThat((double) afterTwoSteps(spec, decays))
        .isCloseTo(byHand(spec, decays ? 0.01 : 0), within(1e-6));
  }
}
