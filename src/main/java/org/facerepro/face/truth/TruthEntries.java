package org.facerepro.face.truth;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one picture and is no map, as far as it was asked for, ready to be written as
 * JSON.
 *
 * @param schema kind and version of the written form
 * @param camera intrinsics and extrinsics
 * @param light a {@link LightTruth}, or nine harmonics of radiance in camera space, each red, green
 *     and blue
 * @param coefficients of shape, colour and expression by component
 * @param gaze where the irises lie; absent for models, whose eyes do not turn, and where
 *     coefficients are not written
 * @param attributes 1 (yes), −1 (no) or 0 (undefined) by name
 * @param landmarks the points of each set, by the set's written name
 */
public record TruthEntries(
    String schema,
    @Nullable CameraTruth camera,
    @Nullable Object light,
    @Nullable CoefficientsTruth coefficients,
    @Nullable GazeTruth gaze,
    @Nullable Map<String, Integer> attributes,
    @Nullable Map<String, List<Landmark>> landmarks) {
  /** Kind and version of the written form. */
  public static final String SCHEMA = "facerepro/truth/v1";

  /**
   * Coefficients by the names of their components, or of controls, whatever the head calls them.
   */
  public record CoefficientsTruth(
      Map<?, Double> shape, Map<?, Double> colour, Map<?, Double> expression) {}

  /**
   * Where both irises lie on their eyeballs, what the turn of the head adds included.
   *
   * @param across to the right of the picture of an upright head, mm
   * @param up upwards, mm
   */
  public record GazeTruth(double across, double up) {}
}
