package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Json;
import org.facerepro.data.Npy;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;
import org.facerepro.train.TrainReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPipelineTest {
  private static final String RECIPE =
      """
      network: {backbone: ir-nano, rectifier: prelu, inputSize: 32, embeddingSize: 16}
      epochs: 8
      batchSize: 8
      optimiser: {learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.0005}
      schedule: {kind: cosine, warmupEpochs: 0.5}
      loss: {kind: softmax, scale: 16}
      marginStartEpoch: 0
      labelSmoothing: 0
      augmentation:
        flip: 0.5
        jitter: 1
        scale: 0
        rotation: 0
        colour: {brightness: 0, contrast: 0, gamma: 0, saturation: 0, grey: 0}
        degradation:
          lowResolution: 0
          lowestResolution: 1
          blur: 0
          blurDeviation: 0
          noise: 0
          noiseDeviation: 0
          cutOut: 0
          cutOutSide: 0
      crop: whole
      """;

  @TempDir private Path folder;
  private Path recipe = Path.of("");

  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void writeFaces() throws IOException {
    people("faces", 0, 6);
    people("dev", 6, 9);
    recipe = Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
  }

  /** People of one colour each. */
  private void people(String name, int from, int to) throws IOException {
    for (int person = from; person < to; person++) {
      Path pictures = Files.createDirectories(folder.resolve(name).resolve("P" + person));
      for (int picture = 0; picture < 4; picture++) {
        byte[] samples = new byte[RgbImage.CHANNELS * 40 * 40];
        for (int i = 0; i < samples.length; i++) {
          samples[i] = (byte) ((person >> (i % 3) & 1) * 150 + 8 * person + 3 * picture);
        }
        Files.write(
            pictures.resolve(picture + ".png"), ImageCodec.png(RgbImage.takeOver(40, 40, samples)));
      }
    }
  }

  private Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  private Outcome train(String out, String... more) {
    List<String> all = new ArrayList<>(List.of("train", "--faces", place("faces")));
    all.addAll(List.of("--recipe", recipe.toString(), "--out", place(out), "--device", "cpu"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void trainThenEmbed_ofOnesOwnFaces_givesAModelAndARowPerPicture() throws IOException {
    Outcome trained = train("model", "--dev", place("dev"));
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("24 pictures of 6 people, epoch 8: loss");
    assertThat(folder.resolve("model/curves.svg")).content().contains("dev faces");
    Outcome embedded =
        run(
            "embed",
            "--model",
            place("model"),
            "--faces",
            place("dev"),
            "--out",
            place("dev.npy"),
            "--flip",
            "none",
            "--device",
            "cpu");
    assertThat(embedded.code()).as(embedded.err()).isZero();
    assertThat(embedded.out()).contains("12 embeddings of 16 numbers");
    assertThat(Npy.read(folder.resolve("dev.npy")).shape()).containsExactly(12, 16);
    assertThat(Files.readAllLines(folder.resolve("dev.txt"))).hasSize(12).contains("P7/2.png");
  }

  @Test
  void train_twiceWithOneSeed_writesTheSameModelAndWithAnotherNot() throws IOException {
    train("a", "--seed", "3");
    train("b", "--seed", "3");
    train("c", "--seed", "4");
    byte[] first = Files.readAllBytes(folder.resolve("a/model.safetensors"));
    assertThat(folder.resolve("b/model.safetensors")).hasBinaryContent(first);
    assertThat(Files.readAllBytes(folder.resolve("c/model.safetensors"))).isNotEqualTo(first);
  }

  @Test
  void train_fromAModel_writesItsReportAsJson() {
    train("a");
    Outcome outcome =
        train("b", "--initial", place("a"), "--json", place("b.json"), "--minimum-images", "4");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    TrainReport report = Json.read(folder.resolve("b.json"), TrainReport.class);
    assertThat(report.classes()).isEqualTo(6);
  }

  @Test
  void train_watchedByFacesThatAreLearntFrom_saysSo() throws IOException {
    Files.createDirectories(folder.resolve("dev/P0"));
    Files.copy(folder.resolve("faces/P0/0.png"), folder.resolve("dev/P0/0.png"));
    Outcome outcome = train("model", "--dev", place("dev"));
    assertThat(outcome.code()).isNotZero();
    assertThat(outcome.err()).contains("1 dev pictures are also learnt from");
  }

  @Test
  void train_onAnEmptyFolder_exits2AndNamesIt() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Outcome outcome =
        run(
            "train",
            "--faces",
            place("empty"),
            "--recipe",
            recipe.toString(),
            "--out",
            place("model"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("empty holds no pictures");
  }

  @Test
  void train_onABrokenPicture_namesIt() throws IOException {
    Files.write(folder.resolve("faces/P2/3.png"), new byte[] {1, 2});
    Outcome outcome = train("model");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("1 pictures are broken", "P2/3.png: ");
  }

  @Test
  void train_onAPictureThatIsNotSquare_saysItsSize() throws IOException {
    byte[] wide = ImageCodec.png(RgbImage.takeOver(40, 20, new byte[3 * 40 * 20]));
    Files.write(folder.resolve("faces/P2/3.png"), wide);
    assertThat(train("model").err()).contains("P2/3.png: it is 40 x 20, an aligned face is square");
  }

  @Test
  void train_onAnUnknownDevice_saysWhichThereAre() {
    Outcome outcome =
        run(
            "train",
            "--faces",
            place("faces"),
            "--recipe",
            recipe.toString(),
            "--out",
            place("model"),
            "--device",
            "tpu");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("auto, cpu, cpu:THREADS, gpu:N or gpu:N,M", "tpu");
  }

  @Test
  void train_byARecipeThatIsWrong_exits2AndNamesTheLine() throws IOException {
    Files.writeString(recipe, RECIPE.replace("epochs: 8", "epochs: many"));
    Outcome outcome = train("model");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("recipe.yaml:2");
  }
}
