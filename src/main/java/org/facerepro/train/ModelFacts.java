package org.facerepro.train;

import org.facerepro.core.Require;
import org.facerepro.nn.NetSpec;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to use a trained network, and where it comes from: {@code model.json} beside
 * {@code model.safetensors}.
 *
 * @param schema {@link #SCHEMA}
 * @param network its shape
 * @param crop how a picture becomes input
 * @param training what it was trained on; absent for weights that come from elsewhere
 */
public record ModelFacts(
    String schema, NetSpec network, CropRule crop, @Nullable Training training) {

  /** Name and version of this form. */
  public static final String SCHEMA = "facerepro/model/v1";

  /** File of these facts. */
  public static final String FILE = "model.json";

  /** File of the weights. */
  public static final String WEIGHTS_FILE = "model.safetensors";

  public ModelFacts {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
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
