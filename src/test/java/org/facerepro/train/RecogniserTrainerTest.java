package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.core.StageFailedException;
import org.facerepro.nn.Compute;
import org.facerepro.nn.Precision;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.loss.Focal;
import org.facerepro.nn.loss.LossSpec;
import org.facerepro.train.OptimiserSpec.Adam;
import org.facerepro.train.OptimiserSpec.Sgd;
import org.facerepro.train.Sampling.Balanced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecogniserTrainerTest {
  private static final Compute CPU = Compute.of("cpu");
  private static final FacePool TRAIN = FacePool.of(ToyFaces.make(6, 10, new Seed(1)));
  private static final PackedFaces DEV = ToyFaces.make(5, 6, new Seed(2));

  private final Path folder;

  RecogniserTrainerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private TrainReport train(TrainSpec spec, String name, Seed seed, Progress progress) {
    Path work = folder.resolve(name + "-work");
    return RecogniserTrainer.train(
        spec, TRAIN, DEV, null, seed, work, folder.resolve(name), CPU, progress);
  }

  private byte[] file(String name, String file) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve(file));
  }

  /** Stands for a killed process: breaks off once so many images were seen. */
  private static Progress dyingAfter(long images) {
    return onAdvance(
        new AtomicLong(),
        images,
        () -> {
          throw new IllegalStateException("killed");
        });
  }

  /** Counts the images learnt from, and does something each time from so many on. */
  private static Progress onAdvance(AtomicLong seen, long images, Runnable action) {
    return (name, total, unit) ->
        new Progress.Task() {
          @Override
          public void advance(long steps) {
            if (name.equals("train") && seen.addAndGet(steps) >= images) {
              action.run();
            }
          }

          @Override
          public void note(String text) {}

          @Override
          public void close() {}
        };
  }

  private static Progress noting(List<String> notes) {
    return (name, total, unit) ->
        new Progress.Task() {
          @Override
          public void advance(long steps) {}

          @Override
          public void note(String text) {
            notes.add(text);
          }

          @Override
          public void close() {}
        };
  }

  @Test
  void training_onToyFaces_tellsUnseenOnesApart() {
    TrainReport report = train(ToyFaces.spec(15, 0.1), "toy", new Seed(5), Progress.SILENT);
    EpochReport last = report.epochs().get(14);
    assertThat(last.trainAccuracy()).isGreaterThan(0.75);
    assertThat(last.dev())
        .isNotNull()
        .extracting(VerificationScore::auc, DOUBLE)
        .isGreaterThan(0.85);
    assertThat(report.unusedPerEpoch()).isZero();
  }

  @Test
  void training_inBfloat16_isAsGoodAsInFloat32_inTheMeanOfSeeds() {
    EpochReport[] exact = new EpochReport[3];
    EpochReport[] rounded = new EpochReport[3];
    for (int seed = 0; seed < exact.length; seed++) {
      ToySpec toy = new ToySpec().epochs(15);
      exact[seed] = last(train(toy.make(), "exact" + seed, new Seed(seed + 1), Progress.SILENT));
      TrainSpec half = toy.precision(Precision.BFLOAT16).make();
      rounded[seed] = last(train(half, "half" + seed, new Seed(seed + 1), Progress.SILENT));
    }
    // One seed's accuracy differs from another's by more than this.
    assertThat(mean(rounded, RecogniserTrainerTest::auc))
        .isCloseTo(mean(exact, RecogniserTrainerTest::auc), within(0.01));
    assertThat(mean(rounded, EpochReport::trainAccuracy))
        .isCloseTo(mean(exact, EpochReport::trainAccuracy), within(0.05));
  }

  private static EpochReport last(TrainReport report) {
    return report.epochs().get(report.epochs().size() - 1);
  }

  private static double mean(EpochReport[] reports, ToDoubleFunction<EpochReport> number) {
    return Stream.of(reports).mapToDouble(number).average().orElseThrow();
  }

  private static double auc(EpochReport report) {
    return Objects.requireNonNull(report.dev()).auc();
  }

  @Test
  void training_runTwice_writesTheSameBytes() throws IOException {
    train(ToyFaces.spec(3, 0.1), "first", new Seed(5), Progress.SILENT);
    train(ToyFaces.spec(3, 0.1), "second", new Seed(5), Progress.SILENT);
    for (String file : new String[] {"model.safetensors", "model.json", "train.json"}) {
      assertThat(file("second", file)).as(file).isEqualTo(file("first", file));
    }
  }

  @Test
  void training_killedAndRunAgain_endsWithTheSameBytesAsUndisturbed() throws IOException {
    TrainSpec spec = ToyFaces.spec(3, null);
    train(spec, "whole", new Seed(5), Progress.SILENT);
    assertThatThrownBy(() -> train(spec, "torn", new Seed(5), dyingAfter(90))).hasMessage("killed");
    assertThat(folder.resolve("torn").resolve("model.json")).doesNotExist();
    assertThat(folder.resolve("torn-work/curves.svg")).content().contains("epoch 1 of 3");
    assertThat(folder.resolve("torn-work/train.json")).content().contains("\"epoch\": 0");
    train(spec, "torn", new Seed(5), Progress.SILENT);
    assertThat(file("torn", "model.safetensors")).isEqualTo(file("whole", "model.safetensors"));
    assertThat(file("torn", "train.json")).isEqualTo(file("whole", "train.json"));
    assertThat(file("torn", "curves.svg")).isEqualTo(file("whole", "curves.svg"));
  }

  @Test
  void training_interrupted_endsAfterTheBatchItIsAt_andGoesOnFromItsCheckpoint()
      throws IOException {
    TrainSpec spec = ToyFaces.spec(3, null);
    train(spec, "whole", new Seed(5), Progress.SILENT);
    AtomicLong seen = new AtomicLong();
    Progress interrupting = onAdvance(seen, 84, () -> Thread.currentThread().interrupt());
    assertThatThrownBy(() -> train(spec, "cut", new Seed(5), interrupting))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("run it again to go on from its last complete epoch");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(seen).hasValue(84);
    assertThat(folder.resolve("cut-work").resolve(Checkpoint.FILE)).exists();
    train(spec, "cut", new Seed(5), Progress.SILENT);
    assertThat(file("cut", "model.safetensors")).isEqualTo(file("whole", "model.safetensors"));
  }

  @Test
  void training_interruptedInTheLastBatchOfAnEpoch_keepsThatEpoch() {
    TrainSpec spec = ToyFaces.spec(3, null);
    Progress interrupting =
        onAdvance(new AtomicLong(), 120, () -> Thread.currentThread().interrupt());
    assertThatThrownBy(
            () ->
                RecogniserTrainer.train(
                    spec, TRAIN, null, null, new Seed(5), folder, folder, CPU, interrupting))
        .isInstanceOf(StageFailedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Safetensors.read(folder.resolve(Checkpoint.FILE)).metadata().get("epochs"))
        .contains("\"epoch\":1");
  }

  @Test
  void training_thatIsComplete_writesItsModelAgain() throws IOException {
    TrainSpec spec = ToyFaces.spec(2, 0.1);
    train(spec, "a", new Seed(5), Progress.SILENT);
    byte[] before = file("a", "model.safetensors");
    Files.delete(folder.resolve("a").resolve("model.safetensors"));
    train(spec, "a", new Seed(5), dyingAfter(1));
    assertThat(file("a", "model.safetensors")).isEqualTo(before);
  }

  @Test
  void training_ofNoEpochs_writesTheNetworkThatItWasGiven() {
    train(ToyFaces.spec(3, null), "given", new Seed(5), Progress.SILENT);
    Safetensors given = Safetensors.read(folder.resolve("given/model.safetensors"));
    TrainSpec none = new ToySpec().epochs(0).make();
    Path out = folder.resolve("kept");
    Path work = folder.resolve("kept-work");
    TrainReport report =
        RecogniserTrainer.train(
            none, TRAIN, DEV, given, new Seed(6), work, out, CPU, Progress.SILENT);
    assertThat(report.epochs()).isEmpty();
    Map<String, Tensor> kept = Safetensors.read(out.resolve("model.safetensors")).tensors();
    assertThat(kept).isEqualTo(given.tensors());
  }

  @Test
  void training_withAnotherSeed_findsOtherWeights() {
    train(ToyFaces.spec(2, null), "a", new Seed(5), Progress.SILENT);
    train(ToyFaces.spec(2, null), "b", new Seed(6), Progress.SILENT);
    Safetensors a = Safetensors.read(folder.resolve("a/model.safetensors"));
    Safetensors b = Safetensors.read(folder.resolve("b/model.safetensors"));
    assertThat(a.tensors().keySet()).isEqualTo(b.tensors().keySet());
    assertThat(a).isNotEqualTo(b);
  }

  @Test
  void workFolder_ofAnotherTraining_isRefused() {
    train(ToyFaces.spec(2, null), "a", new Seed(5), Progress.SILENT);
    assertThatThrownBy(() -> train(ToyFaces.spec(3, null), "a", new Seed(5), Progress.SILENT))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("checkpoint.safetensors");
  }

  @Test
  void training_thatLearnsNothing_saysSoAfterEachEpochAndFailsAtTheEnd() {
    List<String> notes = new ArrayList<>();
    TrainSpec idle = new ToySpec().optimiser(new Sgd(1e-8, 0, false, 0, null)).epochs(2).make();
    assertThatThrownBy(() -> train(idle, "idle", new Seed(5), noting(notes)))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("after 2 epochs the network tells 6 subjects apart no better than")
        .hasMessageContaining("try a lower learningRate");
    assertThat(notes)
        .filteredOn(note -> note.contains("no better than chance"))
        .hasSize(2)
        .first(STRING)
        .startsWith("after 1 epochs");
    assertThat(folder.resolve("idle").resolve("model.json")).doesNotExist();
  }

  @Test
  void batch_largerThanTheSet_isRefused() {
    FacePool few = FacePool.of(ToyFaces.make(2, 4, new Seed(1)));
    assertThatThrownBy(
            () ->
                RecogniserTrainer.train(
                    ToyFaces.spec(2, null),
                    few,
                    null,
                    null,
                    new Seed(1),
                    folder,
                    folder,
                    CPU,
                    Progress.SILENT))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("batchSize");
  }

  @Test
  void pictures_ofAnotherSizeThanTheRecipeAsksFor_areRefused() {
    FacePool faces = FacePool.of(ToyFaces.make(16, 4, 6, new Seed(1)));
    assertThatThrownBy(
            () ->
                RecogniserTrainer.train(
                    ToyFaces.spec(2, null),
                    faces,
                    null,
                    null,
                    new Seed(1),
                    folder,
                    folder,
                    CPU,
                    Progress.SILENT))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("expected 18 pixels, which crop and inputSize ask for, got 16");
  }

  @Test
  void training_thatDiverges_failsWithAdvice() {
    TrainSpec wild =
        new ToySpec()
            .optimiser(new OptimiserSpec.Sgd(10, 0.999, false, 1, null))
            .constantRate()
            .plainTarget()
            .make();
    assertThatThrownBy(() -> train(wild, "wild", new Seed(5), Progress.SILENT))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("try a lower learningRate");
  }

  /** The body rests in the first epochs and explodes then. */
  private static TrainSpec explodingIn(int epoch) {
    return new ToySpec()
        .optimiser(new OptimiserSpec.Sgd(10, 0.999, false, 1, null))
        .updates(new UpdateSpec(null, null, epoch, 100.0, 0.0001, List.of(), null))
        .epochs(8)
        .constantRate()
        .plainTarget()
        .make();
  }

  @Test
  void training_thatExplodes_saysWhenAndKeepsTheLastGoodCheckpoint() throws IOException {
    TrainSpec wild = explodingIn(1);
    assertThatThrownBy(() -> train(wild, "wild", new Seed(5), Progress.SILENT))
        .isInstanceOf(StageFailedException.class)
        .hasMessageMatching(
            "train: (the loss is (NaN|-?Infinity) in epoch [1-7], step \\d+"
                + "|after epoch [1-7] '.+' holds (NaN|-?Infinity)); try .*");
    byte[] checkpoint = file("wild-work", "checkpoint.safetensors");
    Map<String, Tensor> tensors =
        Safetensors.read(folder.resolve("wild-work/checkpoint.safetensors")).tensors();
    assertThat(tensors.values())
        .allSatisfy(tensor -> assertThat(finite(tensor)).as("all finite").isTrue());
    assertThat(folder.resolve("wild-work/train.json")).content().contains("\"epoch\": 0");
    assertThatThrownBy(() -> train(wild, "wild", new Seed(5), Progress.SILENT))
        .hasMessageContaining("; try a lower learningRate");
    assertThat(file("wild-work", "checkpoint.safetensors")).isEqualTo(checkpoint);
    assertThat(folder.resolve("wild/model.json")).doesNotExist();
  }

  private static boolean finite(Tensor tensor) {
    for (float value : tensor.toArray()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  static Stream<Arguments> recipes() {
    return Stream.of(
        Arguments.of("softmax", new ToySpec().loss(new LossSpec.Softmax(16))),
        Arguments.of("cos-face", new ToySpec().loss(new LossSpec.CosFace(0.2, 16))),
        Arguments.of("sphere-face", new ToySpec().loss(new LossSpec.Combined(1.5, 0, 0, 16))),
        Arguments.of("ada-face", new ToySpec().loss(new LossSpec.AdaFace(0.3, 0.333, 0.01, 16))),
        Arguments.of(
            "focal", new ToySpec().focal(new Focal(2, Focal.Of.BATCH)).sampling(new Balanced())),
        Arguments.of(
            "triplet",
            new ToySpec()
                .plainTarget()
                .loss(new LossSpec.Triplet(0.2))
                .sampling(new Sampling.Grouped(4, 3))),
        Arguments.of("bfloat16", new ToySpec().precision(Precision.BFLOAT16)),
        Arguments.of(
            "adam", new ToySpec().optimiser(new Adam(0.005, 0.9, 0.999, 1e-8, 1e-4, null))),
        Arguments.of(
            "updates",
            new ToySpec().updates(new UpdateSpec(2, 5.0, 1, 0.9, 1.1, List.of("norm"), 0.9))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recipes")
  void everyRecipe_tellsUnseenFacesApart(String name, ToySpec spec) {
    TrainReport report = train(spec.epochs(15).make(), name, new Seed(5), Progress.SILENT);
    assertThat(report.epochs().get(14).dev())
        .isNotNull()
        .extracting(VerificationScore::auc, DOUBLE)
        .isGreaterThan(0.8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recipes")
  void everyRecipe_killedAndRunAgain_endsWithTheSameBytesAsUndisturbed(String name, ToySpec recipe)
      throws IOException {
    TrainSpec spec = recipe.epochs(3).make();
    train(spec, name, new Seed(5), Progress.SILENT);
    String torn = name + "-torn";
    assertThatThrownBy(() -> train(spec, torn, new Seed(5), dyingAfter(130))).hasMessage("killed");
    train(spec, torn, new Seed(5), Progress.SILENT);
    assertThat(file(torn, "model.safetensors")).isEqualTo(file(name, "model.safetensors"));
    assertThat(file(torn, "train.json")).isEqualTo(file(name, "train.json"));
  }

  @Test
  void bestEpoch_givesTheModel_andSaysSo() throws IOException {
    ToySpec recipe = new ToySpec().epochs(6).constantRate();
    TrainReport last = train(recipe.make(), "last", new Seed(5), Progress.SILENT);
    TrainSpec spec = recipe.keep(new Keep(1, true)).make();
    TrainReport report = train(spec, "best", new Seed(5), Progress.SILENT);
    assertThat(report.epochs()).isEqualTo(last.epochs());
    List<Double> accuracies =
        report.epochs().stream()
            .map(epoch -> Objects.requireNonNull(epoch.dev()).accuracy())
            .toList();
    assertThat(report.modelEpoch()).isEqualTo(accuracies.indexOf(Collections.max(accuracies)));
    assertThat(last.modelEpoch()).isNull();
    TrainSpec shorter = recipe.keep(new Keep(6, true)).make();
    assertThatThrownBy(() -> train(shorter, "torn", new Seed(5), dyingAfter(250)))
        .hasMessage("killed");
    train(shorter, "torn", new Seed(5), Progress.SILENT);
    assertThat(file("torn", "model.safetensors")).isEqualTo(file("best", "model.safetensors"));
  }

  @Test
  void bestEpoch_withoutDevFaces_isRefused() {
    TrainSpec spec = new ToySpec().keep(new Keep(1, true)).make();
    assertThatThrownBy(
            () ->
                RecogniserTrainer.train(
                    spec, TRAIN, null, null, new Seed(1), folder, folder, CPU, Progress.SILENT))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("dev faces");
  }

  @Test
  void lastCheckpoints_stay_andTheOneBeforeADamagedOneIsGoneOnFrom() throws IOException {
    TrainSpec spec = new ToySpec().epochs(4).keep(new Keep(2, false)).make();
    train(spec, "a", new Seed(5), Progress.SILENT);
    Path work = folder.resolve("a-work");
    assertThat(work.resolve("checkpoint-00001.safetensors")).doesNotExist();
    assertThat(work.resolve("checkpoint-00002.safetensors")).exists();
    byte[] model = file("a", "model.safetensors");
    for (String name : List.of("checkpoint.safetensors", "checkpoint-00003.safetensors")) {
      Files.writeString(work.resolve(name), "torn");
    }
    assertThatThrownBy(() -> train(spec, "a", new Seed(5), dyingAfter(60))).hasMessage("killed");
    train(spec, "a", new Seed(5), Progress.SILENT);
    assertThat(file("a", "model.safetensors")).isEqualTo(model);
  }

  @Test
  void training_fromAModel_startsWithItsWeights() {
    train(ToyFaces.spec(8, 0.1), "first", new Seed(5), Progress.SILENT);
    Safetensors first = Safetensors.read(folder.resolve("first/model.safetensors"));
    UpdateSpec resting = new UpdateSpec(null, null, 8, null, null, List.of(), null);
    TrainSpec spec = new ToySpec().epochs(8).updates(resting).make();
    Path work = folder.resolve("w");
    Path out = folder.resolve("o");
    RecogniserTrainer.train(spec, TRAIN, DEV, first, new Seed(6), work, out, CPU, Progress.SILENT);
    Safetensors second = Safetensors.read(out.resolve("model.safetensors"));
    assertThat(second.tensor("stem.conv.weight")).isEqualTo(first.tensor("stem.conv.weight"));
  }

  @Test
  void training_fromAModelOfAnotherShape_namesTheFirstTensorThatDiffers() {
    train(ToyFaces.spec(2, null), "first", new Seed(5), Progress.SILENT);
    Safetensors first = Safetensors.read(folder.resolve("first/model.safetensors"));
    Map<String, Tensor> tensors = new TreeMap<>(first.tensors());
    tensors.put("linear.weight", Tensor.takeOver(new float[6], 2, 3));
    tensors.remove("unit1.first.conv.weight");
    Safetensors other = new Safetensors(tensors, Map.of());
    assertThatThrownBy(
            () ->
                RecogniserTrainer.train(
                    ToyFaces.spec(2, null),
                    TRAIN,
                    DEV,
                    other,
                    new Seed(6),
                    folder,
                    folder,
                    CPU,
                    Progress.SILENT))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("tensor 'linear.weight' is [2, 3] there and [8, 256]");
  }

  @Test
  void training_onMixedSetsAndAPartOfTheLabels_learns() {
    PackedFaces some =
        ToyFaces.make(8, 10, new Seed(8))
            .part(new LabelFraction(LabelFraction.Of.SUBJECTS, 0.5, null));
    FacePool pool =
        FacePool.mixed(
            List.of(new FacePool.Source(TRAIN.faces(), 3), new FacePool.Source(some, 1)));
    TrainReport report =
        RecogniserTrainer.train(
            ToyFaces.spec(12, null),
            pool,
            DEV,
            null,
            new Seed(6),
            folder.resolve("w"),
            folder.resolve("o"),
            CPU,
            Progress.SILENT);
    assertThat(report.classes()).isEqualTo(10);
    assertThat(report.epochs().get(11).trainAccuracy()).isGreaterThan(0.5);
  }
}
