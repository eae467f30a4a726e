package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.SpecException;
import org.facerepro.core.StageFailedException;
import org.facerepro.image.RgbImage;
import org.facerepro.nn.Compute;
import org.facerepro.nn.WeightFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small networks, one trained longer than the other, side by side. */
class EnsembleTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final List<RgbImage> PICTURES = RecogniserTest.pictures(40, 112);

  @TempDir static Path shared;
  private static Path first = Path.of("");
  private static Path second = Path.of("");
  private static Path both = Path.of("");

  @BeforeAll
  static void train() {
    first = RecogniserTest.model(ToyFaces.spec(2, 0.1), shared.resolve("first"));
    second = RecogniserTest.model(ToyFaces.spec(3, 0.1), shared.resolve("second"));
    both = shared.resolve("both");
    Ensemble.join(List.of(first, second), WeightFormat.FLOAT32, both);
  }

  private static float[][] embeddings(Path model) {
    try (Recogniser recogniser = Recogniser.open(model, CPU)) {
      return recogniser.embed(PICTURES, true);
    }
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Test
  void cosine_ofTwoEmbeddings_isTheMeanOfThatOfTheNetworks() {
    float[][] one = embeddings(first);
    float[][] other = embeddings(second);
    float[][] joined = embeddings(both);
    for (int i = 1; i < PICTURES.size(); i++) {
      double mean = (cosine(one[0], one[i]) + cosine(other[0], other[i])) / 2;
      assertThat(cosine(joined[0], joined[i])).as("picture %d", i).isCloseTo(mean, within(1e-6));
    }
    assertThat(cosine(one[0], one[1])).isNotCloseTo(cosine(other[0], other[1]), within(1e-4));
  }

  @Test
  void embedding_isAsLongAsThoseOfTheNetworksTogether() {
    try (Recogniser recogniser = Recogniser.open(both, CPU)) {
      int each = recogniser.facts().network().embeddingSize();
      assertThat(recogniser.facts().dimension()).isEqualTo(2 * each);
      assertThat(recogniser.features(PICTURES.subList(0, 1), false)[0]).hasSize(2 * each);
    }
  }

  @Test
  void ensemble_saysWhatEachNetworkWasTrainedOn() {
    try (Recogniser recogniser = Recogniser.open(both, CPU);
        Recogniser alone = Recogniser.open(first, CPU)) {
      assertThat(recogniser.facts().training()).isNull();
      assertThat(recogniser.facts().members())
          .hasSize(2)
          .first()
          .isEqualTo(alone.facts().training());
    }
  }

  @Test
  void weights_inAShorterFormat_takeLessRoom(@TempDir Path folder) throws IOException {
    Ensemble.join(List.of(first, second), WeightFormat.FLOAT16, folder);
    assertThat(Files.size(folder.resolve(ModelFacts.WEIGHTS_FILE)))
        .isLessThan((long) (0.7 * Files.size(both.resolve(ModelFacts.WEIGHTS_FILE))));
  }

  @Test
  void networks_ofOtherCrops_areNotJoined(@TempDir Path folder) {
    Path whole =
        RecogniserTest.model(new ToySpec().crop(Crop.WHOLE).make(), folder.resolve("whole"));
    Path joined = folder.resolve("joined");
    assertThatThrownBy(() -> Ensemble.join(List.of(first, whole), WeightFormat.FLOAT32, joined))
        .isInstanceOf(StageFailedException.class)
        .hasMessageStartingWith("an ensemble joins single networks of one shape and one crop");
    assertThat(joined).doesNotExist();
  }

  @Test
  void size_isKnownBeforeTheNetworksAreTrained(@TempDir Path folder) throws IOException {
    Ensemble.join(List.of(first, second), WeightFormat.FLOAT16, folder);
    List<TrainSpec> recipes = List.of(ToyFaces.spec(2, 0.1), ToyFaces.spec(3, 0.1));
    assertThat(ModelSize.bytes(recipes, WeightFormat.FLOAT16, CPU))
        .isEqualTo(Files.size(folder.resolve(ModelFacts.WEIGHTS_FILE)));
  }

  @Test
  void ensemble_isNotExportedUnderNamesThatNobodyKnows(@TempDir Path folder) {
    Path file = folder.resolve("weights.safetensors");
    assertThatThrownBy(() -> TorchModels.exportTo(file, both))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("export one of its networks");
    assertThat(file).doesNotExist();
  }

  @Test
  void ensemble_ofEnsembles_isRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> Ensemble.join(List.of(both, both), WeightFormat.FLOAT32, folder))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("single networks");
  }
}
