package org.facerepro.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;
import org.facerepro.data.FaceSet;
import org.facerepro.nn.Compute;
import org.facerepro.nn.EmbeddingNet;
import org.facerepro.nn.FaceNet;
import org.facerepro.nn.Inputs;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.WeightFormat;
import org.facerepro.nn.Weights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchStatisticsTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final String FIRST = "stem.norm.running";

  @TempDir Path folder;
  private FreshModel fresh = new FreshModel(Path.of(""));

  @BeforeEach
  void model() {
    fresh = new FreshModel(folder.resolve("model"));
    fresh.write();
  }

  private Safetensors renewed(int faces, int subjects, String name) {
    Path set = NoiseFaces.write(folder.resolve(name + "-faces"), faces, subjects);
    Path renewed = folder.resolve(name);
    try (FaceSet opened = FaceSet.open(set)) {
      BatchStatistics.renew(
          fresh.folder(), opened, new Seed(5), WeightFormat.FLOAT32, CPU, Progress.SILENT, renewed);
    }
    return Safetensors.read(renewed.resolve("model.safetensors"));
  }

  /** What the network yields, all its layers normalised by this very batch. */
  private NDList passed(FaceNet net, NDManager memory, ByteBuffer pixels, int pictures) {
    Weights.parameters(net).values().forEach(parameter -> parameter.freeze(true));
    Weights.load(net, memory, Weights.stored(fresh.weights(), ""));
    var input = Inputs.pictures(memory, pixels, pictures, net.spec().inputSize());
    return net.forward(new ParameterStore(memory, false), new NDList(input), true);
  }

  @Test
  void ofOneBatch_makeTheNetworkYieldWhatItYieldsNormalisedByThatBatch() {
    Safetensors renewed = renewed(100, 10, "one");
    try (FaceSet set = FaceSet.open(folder.resolve("one-faces"));
        NDManager memory = CPU.newManager();
        EmbeddingNet now = new EmbeddingNet(fresh.shape(), renewed, CPU);
        EmbeddingNet before = new EmbeddingNet(fresh.shape(), fresh.weights(), CPU)) {
      ByteBuffer pixels = new FaceBatches(set, fresh.crop(), new Seed(5)).fill(0);
      FaceNet net = new FaceNet(fresh.shape());
      float[] expected = passed(net, memory, pixels, 200).singletonOrThrow().toFloatArray();
      assertThat(distance(now.features(pixels, 200), expected)).isLessThan(0.01);
      assertThat(distance(before.features(pixels, 200), expected)).isGreaterThan(0.1);
    }
  }

  /** Returns the length of the difference, relative to that of what is expected. */
  private static double distance(float[] actual, float[] expected) {
    double difference = 0;
    double length = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow(actual[i] - expected[i], 2);
      length += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / length);
  }

  @Test
  void ofSeveralBatches_areThoseOfAllFacesTogetherWhereNothingWasNormalisedBefore() {
    Safetensors renewed = renewed(300, 10, "several");
    try (FaceSet set = FaceSet.open(folder.resolve("several-faces"));
        NDManager memory = CPU.newManager()) {
      FaceBatches batches = new FaceBatches(set, fresh.crop(), new Seed(5));
      assertThat(batches.count()).isEqualTo(2);
      ByteBuffer all = ByteBuffer.allocateDirect(2 * batches.fill(0).capacity());
      all.order(ByteOrder.nativeOrder()).put(batches.fill(0)).put(batches.fill(1));
      FaceNet net = new FaceNet(fresh.shape());
      passed(net, memory, all, 600);
      // Of running statistics that were 0 and 1 a batch makes a tenth of its own.
      float[] mean = running(net, "Mean");
      float[] variance = running(net, "Var");
      for (int i = 0; i < mean.length; i++) {
        assertThat(renewed.tensor(FIRST + "Mean").at(i)).isCloseTo(mean[i] * 10, within(1e-4f));
        float whole = (variance[i] - 0.9f) * 10;
        assertThat(renewed.tensor(FIRST + "Var").at(i)).isCloseTo(whole, within(1e-3f * whole));
      }
    }
  }

  private static float[] running(FaceNet net, String which) {
    Parameter running = Objects.requireNonNull(Weights.parameters(net).get(FIRST + which));
    return Weights.tensor(running.getArray()).toArray();
  }

  @Test
  void nothingButStatistics_changes() {
    Safetensors renewed = renewed(80, 10, "same");
    assertThat(learnt(renewed)).isEqualTo(learnt(fresh.weights()));
    assertThat(renewed.tensors().keySet()).isEqualTo(fresh.weights().tensors().keySet());
    assertThat(renewed.tensor(FIRST + "Mean")).isNotEqualTo(fresh.weights().tensor(FIRST + "Mean"));
  }

  private static Map<String, Tensor> learnt(Safetensors weights) {
    Map<String, Tensor> learnt = new TreeMap<>(weights.tensors());
    learnt.keySet().removeIf(name -> name.contains("running"));
    return learnt;
  }

  @Test
  void labels_doNotMatter() {
    assertThat(renewed(80, 1, "people").tensors()).isEqualTo(renewed(80, 80, "one-each").tensors());
  }

  @Test
  void equalFaces_giveEqualBytes() throws IOException {
    renewed(140, 10, "first");
    renewed(140, 10, "second");
    assertThat(folder.resolve("second/model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("first/model.safetensors"));
    assertThat(
            Files.readString(
                folder.resolve("second/model.safetensors"), StandardCharsets.ISO_8859_1))
        .contains("of 140 faces and their mirror images");
  }

  @Test
  void fewFaces_areRefused() {
    assertThatThrownBy(() -> renewed(63, 10, "few"))
        .isInstanceOf(StageFailedException.class)
        .hasMessage("statistics of 63 faces are mostly chance; at least 64 are needed");
    assertThat(folder.resolve("few")).doesNotExist();
  }
}
