package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Progress;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.image.AugmentSpec;
import org.facerepro.image.Resize;
import org.facerepro.image.RgbImage;
import org.facerepro.nn.Compute;
import org.facerepro.nn.EmbeddingNet;
import org.facerepro.nn.Safetensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecogniserTest {
  private static final Compute CPU = Compute.of("cpu");

  private static Path model(Path folder) {
    return model(ToyFaces.spec(2, 0.1), folder);
  }

  static Path model(TrainSpec spec, Path folder) {
    Path model = folder.resolve("model");
    RecogniserTrainer.train(
        spec,
        FacePool.of(ToyFaces.make(spec.storedSide(), 4, 6, new Seed(1))),
        null,
        null,
        new Seed(3),
        folder.resolve("work"),
        model,
        CPU,
        Progress.SILENT);
    return model;
  }

  static List<RgbImage> pictures(int count, int side) {
    List<RgbImage> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Rng rng = new Seed(7).child(i).rng();
      byte[] samples = new byte[3 * side * side];
      for (int at = 0; at < samples.length; at++) {
        samples[at] = (byte) rng.nextInt(256);
      }
      pictures.add(RgbImage.takeOver(side, side, samples));
    }
    return pictures;
  }

  private static RgbImage mirror(RgbImage picture) {
    byte[] samples = new byte[3 * picture.width() * picture.height()];
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        for (int c = 0; c < 3; c++) {
          samples[at++] = (byte) picture.sample(picture.width() - 1 - x, y, c);
        }
      }
    }
    return RgbImage.takeOver(picture.width(), picture.height(), samples);
  }

  @Test
  void embedding_ofAPicture_doesNotDependOnTheOthers(@TempDir Path folder) {
    List<RgbImage> pictures = pictures(2 * Embedder.WINDOW + 5, 112);
    try (Recogniser recogniser = Recogniser.open(model(folder), CPU)) {
      float[][] together = recogniser.embed(pictures, true);
      for (int i :
          new int[] {0, 3, Embedder.WINDOW - 1, Embedder.WINDOW, 2 * Embedder.WINDOW + 4}) {
        assertThat(recogniser.embed(List.of(pictures.get(i)), true)[0])
            .as("picture %d", i)
            .containsExactly(together[i]);
      }
    }
  }

  @Test
  void embedding_hasUnitLength(@TempDir Path folder) {
    try (Recogniser recogniser = Recogniser.open(model(folder), CPU)) {
      double sum = 0;
      for (float value : recogniser.embed(pictures(1, 112), false)[0]) {
        sum += (double) value * value;
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
      assertThat(recogniser.facts().training())
          .isNotNull()
          .extracting(ModelFacts.Training::whitened)
          .isEqualTo(true);
    }
  }

  @Test
  void flipSum_ofAMirroredPicture_isThatOfThePicture(@TempDir Path folder) {
    RgbImage picture = pictures(1, 112).get(0);
    try (Recogniser recogniser = Recogniser.open(model(folder), CPU)) {
      float[][] both = recogniser.embed(List.of(picture, mirror(picture)), true);
      assertThat(both[1]).containsExactly(both[0], within(1e-4f));
      float[][] plain = recogniser.embed(List.of(picture, mirror(picture)), false);
      assertThat(plain[1]).isNotEqualTo(plain[0]);
    }
  }

  @ParameterizedTest
  @EnumSource(Crop.class)
  void model_seesOfAPictureWhatItsTrainingSaw(Crop crop, @TempDir Path folder) {
    RgbImage picture = pictures(1, 112).get(0);
    try (Recogniser recogniser =
        Recogniser.open(
            model(new ToySpec().epochs(2).augmentation(AugmentSpec.NONE).crop(crop).make(), folder),
            CPU)) {
      float[][] both = recogniser.embed(List.of(picture, framed(picture, 5)), false);
      boolean seesTheFrame = !Arrays.equals(both[0], both[1]);
      assertThat(seesTheFrame).isEqualTo(crop == Crop.WHOLE);
      assertThat(recogniser.facts().crop().resizedSide()).isEqualTo(crop == Crop.WHOLE ? 16 : 18);
    }
  }

  @Test
  void model_ofTheWholeCrop_embedsAsItsTrainingDoes(@TempDir Path folder) {
    TrainSpec spec = new ToySpec().epochs(2).augmentation(AugmentSpec.NONE).crop(Crop.WHOLE).make();
    List<RgbImage> pictures = pictures(3, 112);
    byte[][] held = new byte[3][];
    Arrays.setAll(held, i -> Resize.area(pictures.get(i), 16, 16).toBytes());
    PackedFaces faces = PackedFaces.takeOver(spec.storedSide(), held, new int[] {0, 1, 2});
    Path model = model(spec, folder);
    Safetensors weights = Safetensors.read(model.resolve(ModelFacts.WEIGHTS_FILE));
    try (Recogniser recogniser = Recogniser.open(model, CPU);
        EmbeddingNet net = new EmbeddingNet(spec.network(), weights, CPU)) {
      assertThat(recogniser.embed(pictures, false)).isDeepEqualTo(Embedder.embed(net, faces));
    }
  }

  private static RgbImage framed(RgbImage picture, int width) {
    byte[] samples = picture.toBytes();
    int side = picture.width();
    for (int i = 0; i < samples.length; i++) {
      int x = i / 3 % side;
      int y = i / 3 / side;
      if (Math.min(Math.min(x, y), Math.min(side - 1 - x, side - 1 - y)) < width) {
        samples[i] = (byte) (255 - samples[i]);
      }
    }
    return RgbImage.takeOver(side, side, samples);
  }

  @Test
  void picture_ofAnotherSize_isRefused(@TempDir Path folder) {
    try (Recogniser recogniser = Recogniser.open(model(folder), CPU)) {
      assertThatThrownBy(() -> recogniser.embed(pictures(1, 100), false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("112");
    }
  }

  @Test
  void model_thatIsNotThere_isReported(@TempDir Path folder) {
    assertThatThrownBy(() -> Recogniser.open(folder, CPU))
        .isInstanceOf(DataUnavailableException.class);
  }

  @Test
  void model_thatIsTruncated_isReported(@TempDir Path folder) throws IOException {
    Path weights = model(folder).resolve(ModelFacts.WEIGHTS_FILE);
    byte[] content = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(content, content.length - 4));
    assertThatThrownBy(() -> Recogniser.open(folder.resolve("model"), CPU))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("model.safetensors");
  }
}
