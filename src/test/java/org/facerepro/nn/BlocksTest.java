package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {
  private static final Compute CPU = Compute.of("cpu");

  private static NDArray forward(Block block, NDArray x, boolean training) {
    ParameterStore store = new ParameterStore(x.getManager(), false);
    return block.forward(store, new NDList(x), training).singletonOrThrow();
  }

  private static NDArray ramp(NDManager manager, long... shape) {
    Shape of = new Shape(shape);
    return manager.arange(1f, of.size() + 1f).reshape(of);
  }

  @Test
  void branches_centreSmallMapsOnZeros_withTheOddOneBehind() {
    try (NDManager manager = CPU.newManager()) {
      NDArray x = ramp(manager, 1, 1, 4, 4);
      Branches branches =
          new Branches(List.of(new Named("all", Op.relu()), new Named("one", Op.maxPool(4, 4, 0))));
      NDArray y = forward(branches, x, false);
      assertThat(y.getShape()).isEqualTo(new Shape(1, 2, 4, 4));
      assertThat(branches.getOutputShapes(new Shape[] {x.getShape()})[0]).isEqualTo(y.getShape());
      assertThat(y.get("0, 1").toFloatArray())
          .containsExactly(0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }

  @Test
  void rootPool_isTheRootOfTheSumOfSquares_andHasNoGradientAtZero() {
    try (NDManager manager = CPU.newManager();
        GradientCollector collector = CPU.engine().newGradientCollector()) {
      float[] values = {3, 0, 0, 0, 0, 4, 0, 0};
      NDArray x = manager.create(values, new Shape(1, 1, 2, 4));
      x.setRequiresGradient(true);
      NDArray y = forward(Op.rootPool(2, 2), x, true);
      collector.backward(y.sum());
      assertThat(y.toFloatArray()[0]).isCloseTo(5, within(1e-6f));
      assertThat(y.toFloatArray()[1]).isCloseTo(0, within(1e-12f));
      float[] gradient = {0.6f, 0, 0, 0, 0, 0.8f, 0, 0};
      assertThat(x.getGradient().toFloatArray()).containsExactly(gradient, within(1e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 16, 2, 5", "3, 7, 1, 3", "16, 4, 2, 16", "4, 16, 1, 1"})
  void convolutionOfOnePixel_withChannelsThatFillNoVector_isTheClosedFormWithItsGradients(
      int channels, int filters, int stride, int batch) {
    int side = 6;
    int kept = (side + stride - 1) / stride;
    Block block = Conv.of(filters, 1, stride).block();
    try (NDManager manager = CPU.newManager();
        GradientCollector collector = CPU.engine().newGradientCollector()) {
      block.initialize(manager, DataType.FLOAT32, new Shape(batch, channels, side, side));
      NDArray weights = block.getParameters().valueAt(0).getArray();
      weights.setRequiresGradient(true);
      NDArray x = ramp(manager, batch, channels, side, side).mul(0.01f);
      x.setRequiresGradient(true);
      NDArray y = forward(block, x, true);
      collector.backward(y.sum());
      assertThat(y.getShape()).isEqualTo(new Shape(batch, filters, kept, kept));
      float[] in = x.toFloatArray();
      float[] w = weights.toFloatArray();
      double last = 0;
      double gradient = 0;
      int corner = (kept - 1) * stride;
      for (int c = 0; c < channels; c++) {
        int map = ((batch - 1) * channels + c) * side * side;
        last += w[(filters - 1) * channels + c] * in[map + corner * side + corner];
      }
      for (int n = 0; n < batch; n++) {
        for (int i = 0; i < kept * kept; i++) {
          int at = i / kept * stride * side + i % kept * stride;
          gradient += in[(n * channels + channels - 1) * side * side + at];
        }
      }
      float[] out = y.toFloatArray();
      assertThat((double) out[out.length - 1]).isCloseTo(last, within(1e-4 * (1 + Math.abs(last))));
      float[] slopes = weights.getGradient().toFloatArray();
      assertThat((double) slopes[channels - 1]).isCloseTo(gradient, within(1e-4 * gradient));
      assertThat(x.getGradient().get("0, 0, 0, 1").toFloatArray()[0] == 0).isEqualTo(stride == 2);
    }
  }

  private static float[] slopes(Block block, Runnable beforeGradient) {
    try (NDManager manager = CPU.newManager();
        GradientCollector collector = CPU.engine().newGradientCollector()) {
      NDArray x = ramp(manager, 1, 4, 4, 4);
      x.setRequiresGradient(true);
      NDArray sum = forward(block, x, true).sum();
      beforeGradient.run();
      collector.backward(sum);
      return x.getGradient().toFloatArray();
    }
  }

  @Test
  void gradients_afterAGarbageCollection_areTheSame() {
    for (Op op : List.of(Op.rootPool(2, 2), Op.responseNorm(3, 0.6, 0.75), Op.leakyRelu())) {
      assertThat(slopes(op, LostBuffers::free)).containsExactly(slopes(op, () -> {}));
    }
  }

  @Test
  void responseNorm_isTheClosedForm() {
    try (NDManager manager = CPU.newManager()) {
      NDArray x = ramp(manager, 1, 4, 1, 1);
      double[] energies = {1 + 4, 1 + 4 + 9, 4 + 9 + 16, 9 + 16};
      float[] y = forward(Op.responseNorm(3, 0.6, 0.75), x, false).toFloatArray();
      for (int c = 0; c < 4; c++) {
        double expected = (c + 1) * Math.pow(1 + 0.2 * energies[c], -0.75);
        assertThat((double) y[c]).isCloseTo(expected, within(1e-6));
      }
    }
  }

  @Test
  void maxPool_paddedWithNegativeValuesAlone_neverSeesAZero() {
    try (NDManager manager = CPU.newManager()) {
      NDArray x = manager.full(new Shape(1, 1, 2, 2), -7f);
      assertThat(forward(Op.maxPool(3, 1, 1), x, false).toFloatArray()).containsOnly(-7);
    }
  }

  @Test
  void chain_outsideTraining_freesWhatFlowedWithin_butNotItsInput() {
    try (NDManager manager = CPU.newManager()) {
      NDArray x = ramp(manager, 1, 2, 2, 2);
      int before = manager.getManagedArrays().size();
      Chain chain =
          new Chain(
              List.of(
                  new Named("a", Op.relu()),
                  new Named("b", new Chain(List.of(new Named("c", Op.leakyRelu())))),
                  new Named("d", Op.flatten())));
      NDArray y = forward(chain, x, false);
      assertThat(manager.getManagedArrays()).hasSize(before + 1);
      assertThat(y.toFloatArray()).containsExactly(x.toFloatArray());
    }
  }
}
