package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Bfloat16Test {
  private static final Compute CPU = Compute.of("cpu");
  private static final int CHANNELS = 16;

  /** The largest error of one rounding to eight bits. */
  private static final double ROUNDING = 1.0 / (1 << 8);

  /** What a convolution gives, and the gradient of the sum of its squares for its weight. */
  private record Result(Tensor output, Tensor gradient) {}

  private static Result run(Conv form, boolean bfloat16) {
    try (NDManager manager = CPU.newManager()) {
      SquareConv conv = (SquareConv) form.block();
      Shape shape = new Shape(2, CHANNELS, 6, 6);
      conv.setInitializer(
          (memory, s, type) -> memory.arange((int) s.size()).sin().toType(type, false).reshape(s),
          Parameter.Type.WEIGHT);
      conv.initialize(manager, DataType.FLOAT32, shape);
      if (bfloat16) {
        conv.compute(Bfloat16.load(manager));
      }
      NDArray x = manager.arange(2 * CHANNELS * 36).cos().toType(DataType.FLOAT32, false);
      NDArray weight = conv.getParameters().valueAt(0).getArray();
      try (GradientCollector collector = CPU.engine().newGradientCollector()) {
        ParameterStore store = new ParameterStore(manager, false);
        NDArray y = conv.forward(store, new NDList(x.reshape(shape)), true).singletonOrThrow();
        collector.backward(y.square().mean());
        assertThat(weight.getGradient().getDataType()).isEqualTo(DataType.FLOAT32);
        return new Result(flat(y), flat(weight.getGradient()));
      }
    }
  }

  private static Tensor flat(NDArray array) {
    return Tensor.takeOver(array.toFloatArray(), array.size());
  }

  static List<Conv> forms() {
    return List.of(Conv.of(32, 3, 1), Conv.of(16, 1, 1), Conv.of(16, 3, 1).withPadding(0));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void convolution_isThatOfFloat32_roundedToEightBits_andSoIsItsGradient(Conv form) {
    Result exact = run(form, false);
    Result rounded = run(form, true);
    // Rounded are input, weight and output.
    assertThat(distance(rounded.output(), exact.output())).isBetween(1e-5, 3 * ROUNDING);
    // Rounded are output, its gradient, input and the weight's gradient.
    assertThat(distance(rounded.gradient(), exact.gradient())).isBetween(1e-5, 4 * ROUNDING);
  }

  /** The length of the difference in parts of the length of the second. */
  private static double distance(Tensor a, Tensor b) {
    double difference = 0;
    double length = 0;
    for (int i = 0; i < b.size(); i++) {
      difference += Math.pow(a.at(i) - b.at(i), 2);
      length += Math.pow(b.at(i), 2);
    }
    return Math.sqrt(difference / length);
  }

  @Test
  void convolution_withStrideGroupsBiasOrChannelsThatFillNoVector_staysFloat32() {
    for (Conv form :
        List.of(
            Conv.of(16, 3, 2),
            Conv.of(16, 3, 1).withGroups(CHANNELS),
            Conv.of(16, 1, 1).withBias(),
            Conv.of(4, 3, 1),
            Conv.of(24, 3, 1))) {
      assertThat(run(form, true).output()).as("%s", form).isEqualTo(run(form, false).output());
    }
  }

  @Test
  void convolutions_leaveNoNativeArrayBehind() {
    try (NDManager manager = CPU.newManager()) {
      Bfloat16 arithmetic = Bfloat16.load(manager);
      NDArray geometry = arithmetic.geometry(Conv.of(4, 3, 1));
      NDArray x = manager.ones(new Shape(2, 4, 6, 6));
      NDArray weight = manager.ones(new Shape(4, 4, 3, 3));
      List<Integer> alive = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        NativeScope.run(() -> arithmetic.convolution(x, weight, geometry));
        alive.add(manager.getManagedArrays().size());
      }
      assertThat(alive).containsOnly(3);
    }
  }
}
