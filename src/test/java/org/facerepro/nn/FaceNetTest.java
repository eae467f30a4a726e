package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceNetTest {
  private static final Compute CPU = Compute.of("cpu");

  private static NetSpec nano(Rectifier rectifier) {
    return new NetSpec(Backbone.IR_NANO, rectifier, 16, 8);
  }

  private static Map<String, Tensor> freshWeights(NetSpec spec, Seed seed) {
    try (NDManager manager = CPU.newManager()) {
      FaceNet net = new FaceNet(spec);
      Weights.load(net, manager, Weights.fresh(seed));
      Map<String, Tensor> weights = new TreeMap<>();
      Weights.parameters(net)
          .forEach((name, parameter) -> weights.put(name, Weights.tensor(parameter.getArray())));
      return weights;
    }
  }

  /** Gives running statistics, slopes and biases values that matter. */
  private static Safetensors disturbed(NetSpec spec) {
    Rng rng = new Seed(8).rng();
    Map<String, Tensor> weights = new TreeMap<>();
    freshWeights(spec, new Seed(2))
        .forEach(
            (name, tensor) -> {
              float[] values = tensor.toArray();
              for (int i = 0; i < values.length; i++) {
                values[i] += (float) rng.uniform(-0.1, 0.1);
              }
              weights.put(name, Tensor.takeOver(values, tensor.shape()));
            });
    return new Safetensors(weights, Map.of());
  }

  private static ByteBuffer randomPixels(int count) {
    Rng rng = new Seed(4).rng();
    ByteBuffer pixels =
        ByteBuffer.allocateDirect(count * 3 * 16 * 16 * Float.BYTES).order(ByteOrder.nativeOrder());
    while (pixels.hasRemaining()) {
      pixels.putFloat((float) rng.uniform(-1, 1));
    }
    return pixels.rewind();
  }

  @Test
  void freshWeights_ofOneSeed_areAlwaysTheSame() {
    NetSpec spec = nano(Rectifier.PRELU);
    assertThat(freshWeights(spec, new Seed(1))).isEqualTo(freshWeights(spec, new Seed(1)));
    assertThat(freshWeights(spec, new Seed(1))).isNotEqualTo(freshWeights(spec, new Seed(2)));
  }

  @Test
  void freshWeights_haveReadableNamesAndTheVarianceOfHe() {
    Safetensors weights =
        new Safetensors(freshWeights(nano(Rectifier.PRELU), new Seed(1)), Map.of());
    assertThat(weights.tensors().keySet())
        .contains("stem.conv.weight", "unit1.inner.slope", "unit2.projection.norm.gamma");
    float[] values = weights.tensor("unit2.second.conv.weight").toArray();
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    assertThat(sum / values.length).isCloseTo(2.0 / (16 * 9), within(0.0015));
  }

  @ParameterizedTest
  @EnumSource(Rectifier.class)
  void foldedNetwork_givesTheFeaturesOfTheTrainedOne(Rectifier rectifier) {
    NetSpec spec = nano(rectifier);
    Safetensors weights = disturbed(spec);
    ByteBuffer pixels = randomPixels(3);
    try (NDManager manager = CPU.newManager();
        EmbeddingNet folded = new EmbeddingNet(spec, weights, CPU)) {
      FaceNet net = new FaceNet(spec);
      Weights.load(net, manager, Weights.stored(weights, ""));
      NDArray pictures = Inputs.pictures(manager, pixels, 3, 16);
      NDList features =
          net.forward(new ParameterStore(manager, false), new NDList(pictures), false);
      assertThat(folded.features(pixels, 3))
          .containsExactly(features.singletonOrThrow().toFloatArray(), within(2e-4f));
    }
  }

  @Test
  void whitening_multipliesTheFeatures() {
    NetSpec spec = nano(Rectifier.LEAKY_RELU);
    Safetensors plain = disturbed(spec);
    float[] swap = new float[64];
    for (int i = 0; i < 8; i++) {
      swap[i * 8 + (7 - i)] = 2;
    }
    Map<String, Tensor> tensors = new TreeMap<>(plain.tensors());
    tensors.put(EmbeddingNet.WHITENING, Tensor.takeOver(swap, 8, 8));
    Safetensors whitened = new Safetensors(tensors, Map.of());
    ByteBuffer pixels = randomPixels(1);
    try (EmbeddingNet first = new EmbeddingNet(spec, plain, CPU);
        EmbeddingNet second = new EmbeddingNet(spec, whitened, CPU)) {
      float[] before = first.features(pixels, 1);
      float[] after = second.features(pixels, 1);
      for (int i = 0; i < 8; i++) {
        assertThat(after[i]).isCloseTo(2 * before[7 - i], within(1e-4f));
      }
    }
  }

  @Test
  void weights_ofAnotherNetwork_areRefused() {
    Safetensors weights = disturbed(nano(Rectifier.PRELU));
    NetSpec other = new NetSpec(Backbone.IR_NANO, Rectifier.PRELU, 16, 9);
    try (NDManager manager = CPU.newManager()) {
      assertThatThrownBy(
              () -> Weights.load(new FaceNet(other), manager, Weights.stored(weights, "")))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("linear");
    }
  }

  @Test
  void multiplyAdds_ofTheTinyNetwork_areSixtyFiveMillion() {
    try (NDManager manager = CPU.newManager()) {
      FaceNet net = new FaceNet(new NetSpec(Backbone.IR_TINY, Rectifier.PRELU, 64, 128));
      Weights.load(net, manager, Weights.fresh(new Seed(1)));
      assertThat(net.multiplyAdds() / 1_000_000).isEqualTo(64);
    }
  }

  @Test
  void inputSize_thatTheStridesDoNotDivide_isRefused() {
    assertThatThrownBy(() -> new NetSpec(Backbone.IR_TINY, Rectifier.PRELU, 72, 128))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("inputSize");
  }

  @Test
  void pRelu_scalesNegativeValuesByTheSlopeOfTheirChannel_andLearnsIt() {
    try (NDManager manager = CPU.newManager();
        GradientCollector collector = CPU.engine().newGradientCollector()) {
      NDArray x = manager.create(new float[] {2, -2, 3, -4}, new Shape(1, 2, 1, 2));
      NDArray slope = manager.create(new float[] {0.5f, 2}, new Shape(1, 2, 1, 1));
      x.setRequiresGradient(true);
      slope.setRequiresGradient(true);
      NDArray y = PRelu.apply(x, slope);
      collector.backward(y.sum());
      assertThat(y.toFloatArray()).containsExactly(2, -1, 3, -8);
      assertThat(x.getGradient().toFloatArray()).containsExactly(1, 0.5f, 1, 2);
      assertThat(slope.getGradient().toFloatArray()).containsExactly(-2, -4);
    }
  }
}
