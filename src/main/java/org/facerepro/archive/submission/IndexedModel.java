package org.facerepro.archive.submission;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facerepro.archive.PublishedModel;
import org.facerepro.archive.RunTimes;
import org.facerepro.core.EnumNames;
import org.jspecify.annotations.Nullable;

/**
 * What the index says of the network in an archive.
 *
 * @param stage the train or ensemble stage that yielded it
 * @param network name of its backbone, and how many there are side by side
 * @param inputSize side of its input in pixels
 * @param parameters weights, biases, scales and slopes
 * @param bytes of the weights
 * @param sha256 of the weights
 * @param realFaces real faces seen in training, or "none"
 * @param realStatistics real faces whose statistics normalise its layers, given after training;
 *     absent if none
 * @param scores what it reached
 * @param trainingSeconds how long its training took, of an ensemble that of all members; absent
 *     where that is not told
 * @param runSeconds how long all stages together took; absent where that is not told
 */
public record IndexedModel(
    String stage,
    String network,
    int inputSize,
    long parameters,
    long bytes,
    String sha256,
    String realFaces,
    @Nullable String realStatistics,
    List<PublishedModel.Score> scores,
    @Nullable Double trainingSeconds,
    @Nullable Double runSeconds) {
  public IndexedModel {
    scores = List.copyOf(scores);
  }

  static IndexedModel of(PublishedModel card, Path archive) {
    Optional<RunTimes> times = RunTimes.beside(archive);
    return new IndexedModel(
        card.stage(),
        network(card),
        card.network().inputSize(),
        card.parameters(),
        card.bytes(),
        card.sha256(),
        card.realFaces(),
        card.realStatistics().isEmpty() ? null : String.join(", ", card.realStatistics()),
        card.scores(),
        times.flatMap(each -> training(each, card)).orElse(null),
        times.map(IndexedModel::all).orElse(null));
  }

  private static String network(PublishedModel card) {
    String backbone = EnumNames.of(card.network().backbone());
    int networks = card.trained().size();
    return networks == 1 ? backbone : networks + " × " + backbone;
  }

  private static Optional<Double> training(RunTimes times, PublishedModel card) {
    List<Double> seconds = card.trained().stream().map(times.seconds()::get).toList();
    return seconds.contains(null)
        ? Optional.empty()
        : Optional.of(seconds.stream().mapToDouble(Double::doubleValue).sum());
  }

  private static double all(RunTimes times) {
    return times.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Returns whether its training saw no real face. */
  boolean sawNoRealFace() {
    return realFaces.equals(PublishedModel.NONE);
  }

  /** Returns the first score on a protocol. */
  Optional<PublishedModel.Score> score(String protocol) {
    return scores.stream().filter(each -> each.protocol().equals(protocol)).findFirst();
  }
}
