package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchWeightsTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final NetSpec MOBILE = new NetSpec(Backbone.MOBILEFACENET, null, 32, 16);

  private static Safetensors fresh(NetSpec spec) {
    Map<String, Tensor> tensors = new TreeMap<>();
    try (NDManager manager = CPU.newManager()) {
      FaceNet net = new FaceNet(spec);
      Weights.load(net, manager, Weights.fresh(new Seed(3), spec));
      Weights.parameters(net)
          .forEach((name, parameter) -> tensors.put(name, Weights.tensor(parameter.getArray())));
    }
    return new Safetensors(tensors, Map.of("made", "here"));
  }

  private static Safetensors with(Safetensors weights, String name, Tensor tensor) {
    Map<String, Tensor> tensors = new TreeMap<>(weights.tensors());
    tensors.put(name, tensor);
    return new Safetensors(tensors, weights.metadata());
  }

  private static Safetensors imported(Safetensors theirs) {
    return TorchWeights.imported(theirs, MOBILE, "public.safetensors", CPU);
  }

  @ParameterizedTest
  @CsvSource({
    "IRESNET_18, layer3.1.bn1.running_mean",
    "IRESNET_18, layer2.0.downsample.0.weight",
    "IRESNET_18, features.bias",
    "IR_SE_50, body.3.shortcut_layer.1.running_var",
    "IR_SE_50, body.23.res_layer.5.fc2.weight",
    "IR_SE_50, output_layer.4.weight",
    "RESNET_50, layer4.2.conv3.weight",
    "RESNET_50, bn_o2.running_mean",
    "MOBILEFACENET, layers.3.layers.2.layers.1.layers.2.weight",
    "MOBILEFACENET, features.layers.0.layers.0.weight",
    "NN4_SMALL2, layer14.seq_list.0.4_conv.bias",
    "NN4_SMALL2, layer21.seq_list.1.3_bn.weight"
  })
  void export_usesTheNamesOfTheOriginal(Backbone backbone, String name) {
    Safetensors ours = fresh(new NetSpec(backbone, null, 96, 8));
    assertThat(TorchWeights.exported(ours).tensors()).containsKey(name);
  }

  @Test
  void import_ofAnExportedFile_givesTheSameWeights(@TempDir Path folder) {
    Safetensors ours = fresh(MOBILE);
    Path file = folder.resolve("exported.safetensors");
    TorchWeights.exported(ours).write(file);
    assertThat(imported(Safetensors.read(file))).isEqualTo(ours);
  }

  @Test
  void slopes_arePlainVectorsInPyTorch() {
    Tensor slope = TorchWeights.exported(fresh(MOBILE)).tensor("layers.0.layers.2.weight");
    assertThat(slope.shape()).containsExactly(64);
  }

  @Test
  void import_leavesCountersOut_andTheWrappersPrefix() {
    Safetensors ours = fresh(MOBILE);
    Map<String, Tensor> wrapped = new TreeMap<>();
    TorchWeights.exported(ours)
        .tensors()
        .forEach((name, tensor) -> wrapped.put("module." + name, tensor));
    wrapped.put("module.layers.0.layers.1.num_batches_tracked", Tensor.takeOver(new float[] {7}));
    assertThat(imported(new Safetensors(wrapped, ours.metadata()))).isEqualTo(ours);
  }

  @Test
  void import_withAnotherShape_namesTheFirstTensorAndBothShapes() {
    Safetensors theirs =
        TorchWeights.exported(fresh(new NetSpec(Backbone.MOBILEFACENET, null, 48, 16)));
    assertThatThrownBy(() -> imported(theirs))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("public.safetensors")
        .hasMessageContaining("'features.layers.0.layers.0.weight'")
        .hasMessageContaining("[512, 1, 3, 3]")
        .hasMessageContaining("[512, 1, 2, 2]");
  }

  @Test
  void import_ofAnotherNetwork_namesTheFirstMissingTensor() {
    Safetensors theirs =
        TorchWeights.exported(fresh(new NetSpec(Backbone.IRESNET_18, null, 32, 16)));
    assertThatThrownBy(() -> imported(theirs))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("no tensor 'layers.0.layers.0.weight' [64, 3, 3, 3]")
        .hasMessageContaining("the first 'bn1.bias'");
  }

  @Test
  void import_withATensorTooMany_namesIt() {
    Safetensors theirs =
        with(
            TorchWeights.exported(fresh(MOBILE)),
            "classifier.weight",
            Tensor.takeOver(new float[6], 2, 3));
    assertThatThrownBy(() -> imported(theirs))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("'classifier.weight' [2, 3]");
  }

  @Test
  void import_ofAnEmptyFile_saysWhatIsMissing() {
    assertThatThrownBy(() -> imported(new Safetensors(Map.of(), Map.of())))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("0 tensors");
  }
}
