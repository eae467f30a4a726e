package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialTest {
  private static final Shape CONVOLUTION = new Shape(128, 32, 3, 3);
  private static final Shape GROUPED = new Shape(256, 2, 5, 5);
  private static final Shape LINEAR = new Shape(64, 1024);

  private static float[] draw(Initial initial, Parameter.Type type, Shape shape, Shape weight) {
    return initial.values(type, shape, weight, new Seed(5).rng());
  }

  private static double deviation(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @ParameterizedTest
  @CsvSource({
    // sqrt(2 / 288), 0.1, sqrt(2 / 1152), and 1 / sqrt(288) over sqrt(3)
    "HE, 0.08333",
    "IRESNET, 0.1",
    "MOBILE, 0.04167",
    "RESNET, 0.04167",
    "TORCH, 0.03402",
    "TORCH7, 0.03402"
  })
  void convolution_beginsWithTheDeviationOfTheOriginal(Initial initial, double expected) {
    float[] values = draw(initial, Parameter.Type.WEIGHT, CONVOLUTION, CONVOLUTION);
    assertThat(deviation(values) / expected).isCloseTo(1, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    // sqrt(2 / 1024), sqrt(2 / 64), and 1 / sqrt(1024) over sqrt(3)
    "HE, 0.04419",
    "MOBILE, 0.17678",
    "IRESNET, 0.01804",
    "RESNET, 0.01804",
    "TORCH, 0.01804"
  })
  void linearLayer_beginsWithTheDeviationOfTheOriginal(Initial initial, double expected) {
    float[] values = draw(initial, Parameter.Type.WEIGHT, LINEAR, LINEAR);
    assertThat(deviation(values) / expected).isCloseTo(1, within(0.01));
  }

  @Test
  void fanOut_ofAGroupedConvolution_countsAllItsFilters() {
    float[] values = draw(Initial.MOBILE, Parameter.Type.WEIGHT, GROUPED, GROUPED);
    assertThat(deviation(values) / Math.sqrt(2.0 / (256 * 25))).isCloseTo(1, within(0.02));
  }

  @Test
  void bias_isUniformWithinTheRangeOfItsLayersWeights() {
    float[] values = draw(Initial.TORCH, Parameter.Type.BIAS, new Shape(4096), LINEAR);
    assertThat(largest(values)).isBetween(0.99 / 32, 1.0 / 32);
    assertThat(draw(Initial.HE, Parameter.Type.BIAS, new Shape(3), LINEAR)).containsOnly(0);
  }

  @Test
  void scale_isOne_butUniformInTorch7() {
    Shape shape = new Shape(4096);
    assertThat(draw(Initial.IRESNET, Parameter.Type.GAMMA, shape, shape)).containsOnly(1);
    float[] drawn = draw(Initial.TORCH7, Parameter.Type.GAMMA, shape, shape);
    assertThat(deviation(drawn)).isCloseTo(Math.sqrt(1.0 / 3), within(0.01));
    assertThat(draw(Initial.TORCH7, Parameter.Type.RUNNING_VAR, shape, shape)).containsOnly(1);
  }
}
