package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facerepro.image.RgbImage;
import org.facerepro.nn.Compute;
import org.facerepro.nn.EmbeddingNet;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.WeightFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training whose model is rounded at its end. */
class RoundedModelTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final List<RgbImage> PICTURES = RecogniserTest.pictures(12, 112);

  @TempDir static Path shared;
  private static Path exact = Path.of("");

  private static ToySpec recipe() {
    return new ToySpec().whitening(0.1);
  }

  @BeforeAll
  static void train() {
    exact = RecogniserTest.model(recipe().make(), shared.resolve("exact"));
  }

  private static Path rounded(WeightFormat format, Path folder) {
    return RecogniserTest.model(recipe().weights(format).make(), folder);
  }

  private static float[][] embeddings(Path model) {
    try (Recogniser recogniser = Recogniser.open(model, CPU)) {
      return recogniser.embed(PICTURES, true);
    }
  }

  @ParameterizedTest
  @CsvSource({"FLOAT16, 1e-5", "BFLOAT16, 1e-3"})
  void embeddings_ofTheRoundedModel_areThoseOfTheTrainedOneWithinABound(
      WeightFormat format, double bound, @TempDir Path folder) {
    float[][] trained = embeddings(exact);
    float[][] published = embeddings(rounded(format, folder));
    for (int i = 0; i < trained.length; i++) {
      double cosine = 0;
      for (int k = 0; k < trained[i].length; k++) {
        cosine += (double) trained[i][k] * published[i][k];
      }
      assertThat(1 - cosine).as("picture %d", i).isBetween(-1e-6, bound);
      assertThat(published[i]).isNotEqualTo(trained[i]);
    }
  }

  @Test
  void fileOfTheRoundedModel_holdsNothingThatRoundingAgainChanges(@TempDir Path folder)
      throws IOException {
    Path file = rounded(WeightFormat.FLOAT16, folder).resolve(ModelFacts.WEIGHTS_FILE);
    byte[] bytes = Files.readAllBytes(file);
    Safetensors weights = Safetensors.read(file);
    assertThat(weights.tensors()).containsKey(EmbeddingNet.WHITENING);
    Safetensors same = new Safetensors(weights.tensors(), Map.of("schema", ModelFacts.SCHEMA));
    assertThat(same.toBytes(WeightFormat.FLOAT16)).isEqualTo(bytes);
    assertThat(bytes.length)
        .isLessThan((int) (0.7 * Files.size(exact.resolve(ModelFacts.WEIGHTS_FILE))));
  }

  @Test
  void modelWithoutRounding_keepsTheNumbersOfTheTraining(@TempDir Path folder) {
    Path plain = rounded(WeightFormat.FLOAT32, folder).resolve(ModelFacts.WEIGHTS_FILE);
    assertThat(plain).hasSameBinaryContentAs(exact.resolve(ModelFacts.WEIGHTS_FILE));
  }
}
