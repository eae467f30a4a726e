package org.facerepro.train;

import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.nn.NetSpec;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to use a trained network, and where it comes from: {@code model.json} beside
 * {@code model.safetensors}.
 *
 * @param schema {@link #SCHEMA}
 * @param network its shape; of an ensemble, that of each network in it
 * @param crop how a picture becomes input
 * @param training what it was trained on; absent for an ensemble and for weights that come from
 *     elsewhere
 * @param members what the networks of an ensemble were trained on, in the order of their features;
 *     absent for a single network
 */
public record ModelFacts(
    String schema,
    NetSpec network,
    CropRule crop,
    @Nullable Training training,
    @Nullable List<Training> members) {

  /** Name and version of this form. */
  public static final String SCHEMA = "facerepro/model/v1";

  /** File of these facts. */
  public static final String FILE = "model.json";

  /** File of the weights. */
  public static final String WEIGHTS_FILE = "model.safetensors";

  public ModelFacts {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    if (members != null) {
      members = List.copyOf(members);
      Require.that(members.size() > 1, "members", "at least two", members.size());
      Require.that(training == null, "training", "nothing beside members", "some");
    }
  }

  /** Says what a single network is. */
  public ModelFacts(String schema, NetSpec network, CropRule crop, @Nullable Training training) {
    this(schema, network, crop, training, null);
  }

  /** Returns what its networks were trained on; nothing of weights that come from elsewhere. */
  public List<Training> trainings() {
    if (members != null) {
      return members;
    }
    return training == null ? List.of() : List.of(training);
  }

  /** Returns how many networks there are. */
  public int networks() {
    return members == null ? 1 : members.size();
  }

  /** Returns the length {@code d} of an embedding. */
  public int dimension() {
    return networks() * network.embeddingSize();
  }

  /** Returns what the names of the tensors of a network begin with, counted from 0. */
  String prefix(int member) {
    return prefix(member, networks());
  }

  static String prefix(int member, int networks) {
    return networks == 1 ? "" : "member-" + (member + 1) + ".";
  }

  /**
   * How an aligned picture becomes input: resized by area averaging from {@code alignedSide} to
   * {@code resizedSide}, the centre of {@code inputSide} cut out, 8-bit values {@code v} mapped to
   * {@code (v / 255 - 0.5) / 0.5}, planes in the order r, g, b.
   *
   * @param alignment {@code arcface-112}: five points on the template of ArcFace
   */
  public record CropRule(String alignment, int alignedSide, int resizedSide, int inputSide) {

    static CropRule of(Crop crop, int inputSize) {
      return new CropRule(
          "arcface-112", Recogniser.ALIGNED_SIDE, crop.storedSide(inputSize), inputSize);
    }
  }

  /**
   * What a network was trained on.
   *
   * @param fingerprint SHA-256 over specification, seed and pictures
   */
  public record Training(
      String fingerprint, long seed, int subjects, int samples, int epochs, boolean whitened) {}
}
