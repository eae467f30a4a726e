package org.facerepro.experiment;

import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * Which trained network an experiment gives away with its archive, and what its users must know.
 *
 * @param model the train, renormalise or ensemble stage that yields it
 * @param intendedUse what it is for, and what not
 * @param calibration which real data set numbers of the generator, such as statistics over a whole
 *     collection; "none" if none did
 * @param choices which real data recipes and parameters were chosen by; "none" if none
 */
public record Publication(String model, String intendedUse, String calibration, String choices) {
  /** The most bytes of a file of weights in an archive. */
  public static final long MOST_BYTES = 8_000_000;

  public Publication {
    Require.text("model", model);
    Require.text("intendedUse", intendedUse);
    Require.text("calibration", calibration);
    Require.text("choices", choices);
  }

  /**
   * Refuses a model that is too large for an archive.
   *
   * @throws InvalidValueException if it is, with what to do
   */
  public static void requireSmall(String stage, long bytes) {
    Require.that(
        bytes <= MOST_BYTES,
        "publishes",
        "weights of at most %d bytes; round them with weights: float16 in the recipe, or take a smaller backbone, inputSize or embeddingSize"
            .formatted(MOST_BYTES),
        "%d bytes of '%s'".formatted(bytes, stage));
  }

  void check(Map<String, Stage> stages) {
    Require.that(
        stages.get(model) instanceof Stage.Network,
        "publishes/model",
        "the name of a train, renormalise or ensemble stage",
        "'" + model + "'");
  }
}
