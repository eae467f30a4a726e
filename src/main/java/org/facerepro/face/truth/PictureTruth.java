package org.facerepro.face.truth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Json;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.scene.FaceParameters;
import org.facerepro.face.scene.RenderedView;

/**
 * Everything known of one picture of the built-in generator that is no map, ready to be written as
 * JSON.
 *
 * @param schema kind and version of the written form
 * @param parameters what the picture was drawn from: traits, all coefficients, pose, light
 * @param camera intrinsics and extrinsics
 * @param light soft light as spherical harmonics, and the key light
 * @param attributes 1 (yes), −1 (no) or 0 (undefined) by name
 * @param landmarks the points of each set, by the set's written name
 */
public record PictureTruth(
    String schema,
    FaceParameters parameters,
    CameraTruth camera,
    LightTruth light,
    Map<String, Integer> attributes,
    Map<String, List<Landmark>> landmarks) {
  /** Kind and version of the written form. */
  public static final String SCHEMA = "facerepro/picture-truth/v1";

  public PictureTruth {
    attributes = Map.copyOf(attributes);
    landmarks = Map.copyOf(landmarks);
  }

  /**
   * Gathers the truth of a picture.
   *
   * @param view the scene of the same picture
   */
  public static PictureTruth of(HeadTruth truth, FaceParameters parameters, RenderedView view) {
    Map<String, List<Landmark>> landmarks = new LinkedHashMap<>();
    for (LandmarkSet set : LandmarkSet.values()) {
      landmarks.put(set.label(), truth.landmarks(view, set, Visibility.EXACT));
    }
    return new PictureTruth(
        SCHEMA,
        parameters,
        HeadTruth.camera(view),
        LightTruth.of(view.lighting()),
        AttributeLabels.of(HeadFacts.of(parameters, view)).toMap(),
        landmarks);
  }

  /** Returns the truth as JSON with sorted keys. */
  public byte[] toJson() {
    return Json.pretty(this);
  }
}
