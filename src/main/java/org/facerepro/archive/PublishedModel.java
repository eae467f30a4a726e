package org.facerepro.archive;

import java.util.List;
import java.util.Optional;
import org.facerepro.core.Require;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.WeightFormat;
import org.facerepro.train.ModelFacts;
import org.facerepro.train.ModelFacts.Training;
import org.jspecify.annotations.Nullable;

/**
 * The card of a network that an archive carries: everything that its users must know. It follows
 * from the other entries and is held against them.
 *
 * @param schema {@code facerepro/published-model/v1}
 * @param stage the train, renormalise or ensemble stage that yielded it
 * @param weights the entry with its weights
 * @param bytes length of that entry
 * @param sha256 of that entry
 * @param format what the weights are rounded to; all scores come from these very numbers
 * @param parameters weights, biases, scales and slopes, without running statistics and whitening
 * @param network its shape; of an ensemble, that of each network in it
 * @param input how an aligned face becomes input, see {@link ModelFacts.CropRule}
 * @param training how much it was trained; absent if the model does not say, as an ensemble
 * @param trainings the train stages of its networks, where another stage yields it
 * @param faces the sets it was trained on, watched by or normalised by
 * @param realFaces real faces seen in training: "none", or the sets
 * @param realData what the specification says of real faces in training
 * @param calibration real data that set numbers of the generator
 * @param choices real data by which choices were made
 * @param scores what it reached, by verify stage
 * @param intendedUse what it is for, and what not
 * @param licence its terms, those of the archive
 */
public record PublishedModel(
    String schema,
    String stage,
    String weights,
    long bytes,
    String sha256,
    WeightFormat format,
    long parameters,
    NetSpec network,
    ModelFacts.CropRule input,
    @Nullable Training training,
    @Nullable List<String> trainings,
    List<Faces> faces,
    String realFaces,
    String realData,
    String calibration,
    String choices,
    List<Score> scores,
    String intendedUse,
    String licence) {
  public static final String SCHEMA = "facerepro/published-model/v1";

  /** What {@link #realFaces} says if there are none. */
  public static final String NONE = "none";

  /** The {@link Faces#use} of faces that gave the statistics of normalisation after training. */
  public static final String NORMALISED = "normalised";

  public PublishedModel {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    trainings = trainings == null ? null : List.copyOf(trainings);
    faces = List.copyOf(faces);
    scores = List.copyOf(scores);
  }

  /**
   * A set of faces.
   *
   * @param stage the stage that yielded them
   * @param use {@code learnt}; {@code watched} without learning; or {@code normalised}: their
   *     statistics were given to its layers after training, without labels
   * @param name what they are called
   * @param licence terms of use
   * @param realData which pictures of real people went into them, in words
   * @param real whether they are pictures of real people
   */
  public record Faces(
      String stage, String use, String name, String licence, String realData, boolean real) {}

  /**
   * An accuracy.
   *
   * @param stage verify stage
   * @param protocol id
   * @param flip whether the mirror image's features were added
   * @param accuracy tenfold accuracy, 0 to 1
   * @param low lower end of its interval; absent if it has none
   * @param high upper end of its interval; absent if it has none
   */
  public record Score(
      String stage,
      String protocol,
      boolean flip,
      double accuracy,
      @Nullable Double low,
      @Nullable Double high) {}

  /** Returns the train stages that yielded it. */
  public List<String> trained() {
    return trainings == null ? List.of(stage) : trainings;
  }

  /** Returns the sets of real faces whose statistics it was given after training. */
  public List<String> realStatistics() {
    return faces.stream()
        .filter(each -> each.real() && each.use().equals(NORMALISED))
        .map(Faces::name)
        .toList();
  }

  /** Returns the first score on a protocol, by the order of the stages. */
  public Optional<Score> score(String protocol) {
    return scores.stream().filter(each -> each.protocol().equals(protocol)).findFirst();
  }
}
