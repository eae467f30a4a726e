package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackboneTest {
  private static final Compute CPU = Compute.of("cpu");

  /** Returns the shapes by name of what can be learnt, or of all that is a weight. */
  private static Map<String, long[]> shapes(NetSpec spec, boolean learntOnly) {
    Map<String, long[]> shapes = new TreeMap<>();
    try (NDManager manager = CPU.newManager()) {
      FaceNet net = new FaceNet(spec);
      Weights.load(
          net,
          manager,
          (name, type, shape) ->
              Tensor.takeOver(new float[Math.toIntExact(shape.size())], shape.getShape()));
      Weights.parameters(net)
          .forEach(
              (name, parameter) -> {
                boolean isStatistic = name.contains(".running");
                if (learntOnly ? parameter.requiresGradient() : !isStatistic) {
                  shapes.put(name, parameter.getShape().getShape());
                }
              });
    }
    return shapes;
  }

  private static long count(Map<String, long[]> shapes) {
    return shapes.values().stream()
        .mapToLong(shape -> Arrays.stream(shape).reduce(1, (a, b) -> a * b))
        .sum();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "NN4,               96, 128,  6959088",
    "NN4_SMALL1,        96, 128,  5579520",
    "NN4_SMALL2,        96, 128,  3733968",
    "IRESNET_18,       112, 512, 24025600",
    "IRESNET_34,       112, 512, 34139328",
    "IRESNET_50,       112, 512, 43590848",
    "IRESNET_100,      112, 512, 65156160",
    "IR_SE_50,         112, 512, 43797696",
    "RESNET_50,        112, 512, 40290880",
    "MOBILEFACENET,    112, 128,  1003136",
    "MOBILEFACENET_X2, 112, 512,  2059520"
  })
  void parameters_areAsManyAsInTheOriginal(Backbone backbone, int side, int size, long expected) {
    assertThat(count(shapes(new NetSpec(backbone, null, side, size), false))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "IR_NANO, PRELU,       529824",
    "IR_TINY, PRELU,      1752064",
    "IR_TINY, LEAKY_RELU, 1751072",
    "IR_MINI, PRELU,      3303040"
  })
  void parameters_ofTheSmallNetworks(Backbone backbone, Rectifier rectifier, long expected) {
    NetSpec spec = new NetSpec(backbone, rectifier, 64, 128);
    assertThat(count(shapes(spec, false))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void everyLearntWeight_getsAFiniteGradient(Backbone backbone) {
    boolean isSmall = backbone.architecture().choosesRectifier();
    int side = backbone.architecture().sides().fit(32) ? 32 : 96;
    NetSpec spec = new NetSpec(backbone, isSmall ? Rectifier.PRELU : null, side, 8);
    NativeScope.run(
        () -> {
          try (NDManager manager = CPU.newManager();
              GradientCollector collector = CPU.engine().newGradientCollector()) {
            FaceNet net = new FaceNet(spec);
            Weights.load(net, manager, Weights.fresh(new Seed(1), spec));
            NDArray pictures = Inputs.pictures(manager, FormulaWeights.pictures(4, side), 4, side);
            ParameterStore store = new ParameterStore(manager, false);
            NDArray features = net.forward(store, new NDList(pictures), true).singletonOrThrow();
            collector.backward(features.get(":1").sum());
            Weights.parameters(net).forEach(BackboneTest::assertFiniteGradient);
          }
        });
  }

  private static void assertFiniteGradient(String name, Parameter parameter) {
    if (parameter.requiresGradient()) {
      NDArray gradient = parameter.getArray().getGradient();
      assertThat(gradient.square().sum().getFloat()).as(name).isFinite();
      assertThat(parameter.getType() != Parameter.Type.WEIGHT || gradient.neq(0).any().getBoolean())
          .as(name + " changes the features")
          .isTrue();
    }
  }

  @Test
  void featureScaleOfIResNet_isNotLearnt() {
    NetSpec spec = new NetSpec(Backbone.IRESNET_18, null, 32, 512);
    assertThat(shapes(spec, false)).containsKey("features.gamma");
    assertThat(shapes(spec, true)).doesNotContainKey("features.gamma").containsKey("bn2.gamma");
  }

  @ParameterizedTest
  @CsvSource({
    "IR_TINY, PRELU, 72, a multiple of 16 from 16 to 224 for ir-tiny",
    "NN4_SMALL2,   , 64, a multiple of 32 from 96 to 224 for nn4-small2",
    "IRESNET_50,   , 100, a multiple of 16 from 32 to 224 for iresnet-50"
  })
  void inputSize_thatDoesNotFit_isRefusedWithThoseThatDo(
      Backbone backbone, Rectifier rectifier, int side, String fitting) {
    assertThatThrownBy(() -> new NetSpec(backbone, rectifier, side, 128))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("inputSize")
        .hasMessageContaining(fitting);
  }

  @Test
  void rectifier_isForTheSmallNetworksAlone() {
    assertThatThrownBy(() -> new NetSpec(Backbone.NN4, Rectifier.PRELU, 96, 128))
        .hasMessageContaining("rectifier")
        .hasMessageContaining("nn4 has its own");
    assertThatThrownBy(() -> new NetSpec(Backbone.IR_MINI, null, 64, 128))
        .hasMessageContaining("rectifier")
        .hasMessageContaining("leaky-relu");
  }

  @Test
  void dropout_whereThereIsNoPlaceForIt_isRefused() {
    assertThatThrownBy(() -> new NetSpec(Backbone.NN4, null, 96, 128, 0.4))
        .hasMessageContaining("dropout")
        .hasMessageContaining("nn4 has no place");
    assertThat(new NetSpec(Backbone.IRESNET_50, null, 112, 512, 0.4).dropout()).isEqualTo(0.4);
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void recipe_namesEveryBackbone(Backbone backbone) {
    String name = backbone.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String rectifier = name.matches("ir-(nano|tiny|mini)") ? ", rectifier: prelu" : "";
    String yaml = "{backbone: %s%s, inputSize: 96, embeddingSize: 128}".formatted(name, rectifier);
    assertThat(StrictYaml.parse(yaml, "recipe").as(NetSpec.class).backbone()).isEqualTo(backbone);
  }

  @Test
  void recipe_withAnUnknownBackbone_isRefusedWithTheKnownOnes() {
    String yaml = "{backbone: iresnet-51, inputSize: 112, embeddingSize: 512}";
    assertThatThrownBy(() -> StrictYaml.parse(yaml, "recipe").as(NetSpec.class))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("iresnet-51")
        .hasMessageContaining("iresnet-50")
        .hasMessageContaining("mobilefacenet")
        .hasMessageContaining("nn4-small2");
  }
}
