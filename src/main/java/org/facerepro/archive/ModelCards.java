package org.facerepro.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Publication;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Stage;
import org.facerepro.metric.MetricReport;
import org.facerepro.nn.EmbeddingNet;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.WeightFormat;
import org.facerepro.train.ModelFacts;
import org.jspecify.annotations.Nullable;

/**
 * Makes the card of a published network.
 *
 * @param spec specification at the scale of the run
 * @param result the run
 * @param data what the pictures are, by stage
 * @param licence terms of the archive
 */
record ModelCards(
    ExperimentSpec spec, RunResult result, Map<String, DataCard> data, String licence) {
  private static final String ACCURACY = "accuracy";
  private static final String RUNNING = ".running";

  /**
   * Makes the card.
   *
   * @param facts content of {@code model.json}
   * @param weights content of {@code model.safetensors}
   * @throws org.facerepro.core.InvalidValueException if it is too large for an archive
   * @throws CorruptDataException if the weights are none, or not in the format of the recipe
   */
  PublishedModel of(Publication publishes, byte[] facts, byte[] weights) {
    String stage = publishes.model();
    Publication.requireSmall(stage, weights.length);
    String kind = spec.stage(stage).kind();
    String entry = StageEntries.name(kind, stage, ModelFacts.WEIGHTS_FILE);
    WeightFormat format = spec.weightFormat(stage);
    Safetensors tensors = Safetensors.parse(weights, entry);
    if (tensors.toBytes(format).length != weights.length) {
      throw new CorruptDataException(entry + " is not in the format that the recipe says");
    }
    ModelFacts model =
        Json.read(facts, ModelFacts.class, StageEntries.name(kind, stage, ModelFacts.FILE));
    List<PublishedModel.Faces> faces = faces(stage);
    return new PublishedModel(
        PublishedModel.SCHEMA,
        stage,
        entry,
        weights.length,
        Sha256.of(weights).hex(),
        format,
        parameters(tensors),
        model.network(),
        model.crop(),
        model.training(),
        trainings(stage),
        faces,
        realFaces(faces),
        result.realData(),
        publishes.calibration(),
        publishes.choices(),
        scores(stage),
        publishes.intendedUse(),
        licence);
  }

  private @Nullable List<String> trainings(String stage) {
    List<String> trained = spec.trained(stage);
    return trained.equals(List.of(stage)) ? null : trained;
  }

  private static long parameters(Safetensors tensors) {
    return tensors.tensors().entrySet().stream()
        .filter(each -> !each.getKey().contains(RUNNING))
        .filter(each -> !each.getKey().endsWith(EmbeddingNet.WHITENING))
        .mapToLong(each -> each.getValue().size())
        .sum();
  }

  /** Networks that a training starts from have seen faces, too. */
  private List<PublishedModel.Faces> faces(String stage) {
    Set<PublishedModel.Faces> faces = new LinkedHashSet<>();
    for (Stage.Train train : spec.trainings(stage)) {
      for (Map.Entry<String, Stage.Input> input : train.inputs().entrySet()) {
        String name = input.getValue().stage();
        if (!(spec.stage(name) instanceof Stage.Train)) {
          faces.add(faces(name, input.getKey().equals("dev") ? "watched" : "learnt"));
        }
      }
    }
    spec.statistics(stage).forEach(name -> faces.add(faces(name, PublishedModel.NORMALISED)));
    return new ArrayList<>(faces);
  }

  private PublishedModel.Faces faces(String stage, String use) {
    DataCard card = data.get(stage);
    if (card == null) {
      throw new CorruptDataException(StageEntries.card(stage) + " is missing");
    }
    boolean real = spec.stage(stage) instanceof Stage.Collect;
    return new PublishedModel.Faces(stage, use, card.name(), card.licence(), card.realData(), real);
  }

  private static String realFaces(List<PublishedModel.Faces> faces) {
    List<String> real =
        faces.stream()
            .filter(PublishedModel.Faces::real)
            .filter(each -> !each.use().equals(PublishedModel.NORMALISED))
            .map(each -> "%s (%s)".formatted(each.name(), each.use()))
            .toList();
    return real.isEmpty() ? PublishedModel.NONE : String.join(", ", real);
  }

  /** In the order of the stages; that of reports is lost where they are stored. */
  private List<PublishedModel.Score> scores(String model) {
    List<PublishedModel.Score> scores = new ArrayList<>();
    for (RunResult.StageRecord stage : result.stages()) {
      MetricReport report = result.reports().get(stage.name());
      if (report != null
          && spec.stage(stage.name()) instanceof Stage.Verify verify
          && spec.stage(verify.embeddings()) instanceof Stage.Embed embed
          && embed.model().equals(model)) {
        report
            .value(ACCURACY)
            .ifPresent(value -> scores.add(score(stage.name(), embed, report, value)));
      }
    }
    return scores;
  }

  private static PublishedModel.Score score(
      String stage, Stage.Embed embed, MetricReport report, double accuracy) {
    return new PublishedModel.Score(
        stage,
        embed.protocol(),
        embed.flip(),
        accuracy,
        orNull(report.value(ACCURACY + ".interval.low")),
        orNull(report.value(ACCURACY + ".interval.high")));
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
