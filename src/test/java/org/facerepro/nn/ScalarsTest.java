package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarsTest {
  private static final Compute CPU = Compute.of("cpu");

  static Stream<Arguments> work() {
    return Stream.of(
        work("times a double", x -> Scalars.times(x, 20.0), 20, 20),
        work("times a float", x -> Scalars.times(x, 20f), 20, 20),
        work("times an int", x -> Scalars.times(x, 4), 4, 4),
        work("over", x -> Scalars.over(x, 4.0), 0.25f, 0.25f),
        work("remainder", x -> Scalars.remainder(x, 2.0), 1, 1),
        work("power", x -> Scalars.power(x, 2.0), 6, 0.5f),
        work("at least", x -> Scalars.atLeast(x, 1f), 1, 0));
  }

  private static Arguments work(
      String name, UnaryOperator<NDArray> work, float atThree, float atAQuarter) {
    return Arguments.of(Named.of(name, work), new float[] {atThree, atAQuarter});
  }

  @ParameterizedTest
  @MethodSource("work")
  void gradient_afterAGarbageCollection_isThatOfTheNumber(
      UnaryOperator<NDArray> work, float[] expected) {
    try (NDManager manager = CPU.newManager();
        GradientCollector collector = CPU.engine().newGradientCollector()) {
      NDArray x = manager.create(new float[] {3, 0.25f});
      x.setRequiresGradient(true);
      NDArray sum = work.apply(x).sum();
      LostBuffers.free();
      collector.backward(sum);
      assertThat(x.getGradient().toFloatArray()).containsExactly(expected);
    }
  }

  @Test
  void number_inAnArrayOfFloats_leavesThemFloats() {
    try (NDManager manager = CPU.newManager()) {
      NDArray x = manager.create(new float[] {3, 0.25f});
      assertThat(Scalars.times(x, 0.5).toFloatArray()).containsExactly(1.5f, 0.125f);
      assertThat(Scalars.over(x, 0.5).toFloatArray()).containsExactly(6, 0.5f);
      assertThat(Scalars.remainder(x, 2.0).toFloatArray()).containsExactly(1, 0.25f);
      assertThat(Scalars.power(x, 2.0).toFloatArray()).containsExactly(9, 0.0625f);
      assertThat(Scalars.atLeast(x, 1.0).toFloatArray()).containsExactly(3, 1);
    }
  }
}
