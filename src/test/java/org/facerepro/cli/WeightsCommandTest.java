package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.facerepro.core.Json;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.TorchFixtures;
import org.facerepro.train.ModelFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsCommandTest {
  private static final int SIDE = 32;
  private static final String[] MOBILE = {
    "--backbone", "mobilefacenet", "--input-size", "32", "--embedding-size", "8"
  };

  private record Outcome(int code, String out, String err) {}

  private static Outcome execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  private static Outcome importFrom(Path file, Path folder) {
    String[] start = {"weights", "import", file.toString(), "--out", folder.toString()};
    String[] all = new String[start.length + MOBILE.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(MOBILE, 0, all, start.length, MOBILE.length);
    return execute(all);
  }

  @Test
  void import_ofWhatWasExported_givesTheSameWeights(@TempDir Path folder) {
    Path file = folder.resolve("there.safetensors");
    TorchFixtures.fresh(new NetSpec(Backbone.MOBILEFACENET, null, SIDE, 8)).write(file);
    assertThat(importFrom(file, folder.resolve("model")).code()).isZero();
    ModelFacts facts =
        Json.read(folder.resolve("model").resolve(ModelFacts.FILE), ModelFacts.class);
    assertThat(facts.training()).isNull();
    assertThat(facts.crop().resizedSide()).isEqualTo(SIDE);
    Path back = folder.resolve("back.safetensors");
    Outcome exported =
        execute("weights", "export", folder.resolve("model").toString(), "--out", back.toString());
    assertThat(exported.code()).isZero();
    assertThat(Safetensors.read(back).tensors()).isEqualTo(Safetensors.read(file).tensors());
  }

  @Test
  void import_ofAnotherNetwork_exits2AndNamesTheTensor(@TempDir Path folder) {
    Path file = folder.resolve("other.safetensors");
    new Safetensors(Map.of("fc.bias", Tensor.takeOver(new float[3], 3)), Map.of()).write(file);
    Outcome outcome = importFrom(file, folder.resolve("model"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("layers.0.layers.0.weight").contains("[64, 3, 3, 3]");
    assertThat(folder.resolve("model")).doesNotExist();
  }

  @Test
  void import_intoAFolderWithAModel_isRefused(@TempDir Path folder) {
    Path file = folder.resolve("there.safetensors");
    TorchFixtures.fresh(new NetSpec(Backbone.MOBILEFACENET, null, SIDE, 8)).write(file);
    importFrom(file, folder.resolve("model"));
    Outcome again = importFrom(file, folder.resolve("model"));
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("holds a model already");
  }

  @Test
  void import_withAnUnknownBackbone_namesTheKnownOnes() {
    Outcome outcome = execute("weights", "import", "f", "--backbone", "resnet-51", "--out", "m");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("resnet-50").contains("mobilefacenet-x2");
  }
}
