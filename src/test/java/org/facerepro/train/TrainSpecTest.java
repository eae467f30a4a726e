package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.facerepro.core.Json;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.facerepro.image.DigiFace;
import org.facerepro.image.RandAugment;
import org.facerepro.nn.loss.Focal;
import org.facerepro.nn.loss.LossSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainSpecTest {
  private static final String RECIPE =
      """
      network: {backbone: ir-nano, rectifier: prelu, inputSize: 32, embeddingSize: 16}
      epochs: 3
      batchSize: 12
      optimiser: {learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.0005}
      schedule: {kind: cosine, warmupEpochs: 0.5}
      loss: {kind: arc-face, margin: 0.1, scale: 16}
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
      """;

  private static TrainSpec read(String yaml) {
    return StrictYaml.parse(yaml, "recipe.yaml").as(TrainSpec.class);
  }

  /** Replaces the line of a key. */
  private static String with(String key, String value) {
    return RECIPE.replaceFirst("(?m)^" + key + ": .*$", key + ": " + value);
  }

  @Test
  void recipe_withoutItsOptionalParts_isThePlainOne() {
    TrainSpec spec = read(RECIPE);
    assertThat(spec.optimiser()).isEqualTo(new OptimiserSpec.Sgd(0.1, 0.9, true, 0.0005, null));
    assertThat(spec.updating()).isEqualTo(UpdateSpec.PLAIN);
    assertThat(spec.sampler()).isEqualTo(new Sampling.Shuffled());
    assertThat(spec.keeping()).isEqualTo(Keep.LAST);
    assertThat(spec.focal()).isNull();
  }

  @Test
  void recipe_withAllOfThem_readsThem() {
    TrainSpec spec =
        read(
            with(
                    "loss",
                    "{kind: ada-face, margin: 0.4, concentration: 0.333, averaging: 0.01, scale:"
                        + " 64}")
                + """
                focal: {gamma: 2, of: batch}
                updates:
                  accumulate: 4
                  clipNorm: 5
                  frozenBodyEpochs: 1
                  bodyRate: 0.01
                  headRate: 0.1
                  headLayers: [linear, norm]
                  averaging: 0.999
                sampling: {kind: balanced}
                keep: {last: 3, best: true}
                crop: whole
                """);
    assertThat(spec.loss()).isEqualTo(new LossSpec.AdaFace(0.4, 0.333, 0.01, 64));
    assertThat(spec.focal()).isEqualTo(new Focal(2, Focal.Of.BATCH));
    assertThat(spec.updates())
        .isEqualTo(new UpdateSpec(4, 5.0, 1, 0.01, 0.1, List.of("linear", "norm"), 0.999));
    assertThat(spec.sampling()).isEqualTo(new Sampling.Balanced());
    assertThat(spec.keep()).isEqualTo(new Keep(3, true));
    assertThat(spec.cropping()).isEqualTo(Crop.WHOLE);
    assertThat(spec.storedSide()).isEqualTo(spec.network().inputSize());
  }

  @Test
  void recipe_withoutACrop_isWrittenAsBeforeThereWasOne() {
    TrainSpec spec = read(RECIPE);
    assertThat(spec.cropping()).isEqualTo(Crop.CENTRE);
    assertThat(spec.storedSide()).isEqualTo(spec.network().inputSize() * 9 / 8);
    assertThat(Json.compact(spec)).doesNotContain("crop", "focal");
  }

  @Test
  void everyLoss_isReadByItsName() {
    Map<String, LossSpec> losses =
        Map.of(
            "{kind: softmax, scale: 30}", new LossSpec.Softmax(30),
            "{kind: cos-face, margin: 0.35, scale: 64}", new LossSpec.CosFace(0.35, 64),
            "{kind: arc-face, margin: 0.5, scale: 64}", new LossSpec.ArcFace(0.5, 64),
            "{kind: combined, m1: 1.35, m2: 0, m3: 0.1, scale: 64}",
                new LossSpec.Combined(1.35, 0, 0.1, 64));
    losses.forEach((yaml, loss) -> assertThat(read(with("loss", yaml)).loss()).isEqualTo(loss));
  }

  @Test
  void triplets_areReadWithTheirBatches() {
    String recipe =
        with("loss", "{kind: triplet, alpha: 0.2}")
            + "sampling: {kind: grouped, subjects: 4, images: 3}\n";
    assertThat(read(recipe).loss()).isEqualTo(new LossSpec.Triplet(0.2));
    assertThat(read(recipe).chance(1000)).isEqualTo(2 / 11.0);
  }

  @Test
  void everySchedule_andAdam_areReadByTheirNames() {
    Map<String, Schedule> schedules =
        Map.of(
            "{kind: step, warmupEpochs: 0, every: 10, decay: 0.1}", new Schedule.Step(0, 10, 0.1),
            "{kind: division, warmupEpochs: 0, divisor: 1.5, first: 15, every: 5}",
                new Schedule.Division(0, 1.5, 15, 5),
            "{kind: poly, warmupEpochs: 2, power: 2}", new Schedule.Poly(2, 2));
    schedules.forEach(
        (yaml, schedule) ->
            assertThat(read(with("schedule", yaml)).schedule()).isEqualTo(schedule));
    String adam =
        "{kind: adam, learningRate: 0.001, firstDecay: 0.9, secondDecay: 0.999, epsilon: 1e-8,"
            + " weightDecay: 0, decayAll: true}";
    assertThat(read(with("optimiser", adam)).optimiser())
        .isEqualTo(new OptimiserSpec.Adam(0.001, 0.9, 0.999, 1e-8, 0, true));
  }

  @Test
  void presetAugmentations_areReadByTheirNames() {
    String recipe = RECIPE.substring(0, RECIPE.indexOf("augmentation:"));
    assertThat(
            read(recipe + "augmentation: {kind: digi-face, flip: 0.5, strength: 1}").augmentation())
        .isEqualTo(new DigiFace(0.5, 1));
    String random =
        "augmentation: {kind: rand-augment, operations: 4, magnitude: 16, flip: 0.5, jitter: 2}";
    assertThat(read(recipe + random).augmentation()).isEqualTo(new RandAugment(4, 16, 0.5, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loss | {kind: arc-fase, margin: 0.1, scale: 16} | did you mean 'arc-face'?",
        "loss | {kind: softmax, margin: 0, scale: 16} | key 'margin' is unknown",
        "loss | {kind: triplet, alpha: 0.2} | sampling: expected grouped for triplets",
        "loss | {kind: triplet, alpha: 0.2}; updates: {frozenBodyEpochs: 1}; sampling: {kind:"
            + " grouped, subjects: 4, images: 3} | updates: expected headLayers",
        "optimiser | {learningRate: 0.1, momentum: 1, nesterov: true, weightDecay: 0} | momentum",
        "optimiser | {kind: adam, learningRate: 0.1} | misses key 'firstDecay'",
        "schedule | {kind: division, warmupEpochs: 0, divisor: 0, first: 1, every: 1} | divisor",
        "labelSmoothing | 0; focal: {gamma: -1, of: batch} | gamma",
        "labelSmoothing | 0; updates: {accumulate: 0} | accumulate",
        "labelSmoothing | 0; sampling: {kind: grouped, subjects: 2, images: 4} | batchSize",
        "labelSmoothing | 0; keep: {last: 0, best: false} | last",
      })
  void wrongValue_isNamedWithItsLine(String key, String value, String message) {
    assertThatThrownBy(() -> read(with(key, value.replace("; ", "\n"))))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("recipe.yaml:")
        .hasMessageContaining(message);
  }

  @Test
  void json_tellsChoicesOfEqualNumbersApart() {
    String arc = Json.compact(read(RECIPE));
    String cos = Json.compact(read(with("loss", "{kind: cos-face, margin: 0.1, scale: 16}")));
    assertThat(cos).isNotEqualTo(arc);
  }
}
