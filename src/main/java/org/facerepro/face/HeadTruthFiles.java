package org.facerepro.face;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.paint.EyeShader;
import org.facerepro.face.person.Subject;
import org.facerepro.face.scene.FaceParameters;
import org.facerepro.face.scene.HeadModel;
import org.facerepro.face.scene.RenderedView;
import org.facerepro.face.truth.AttributeLabels;
import org.facerepro.face.truth.HeadFacts;
import org.facerepro.face.truth.HeadTruth;
import org.facerepro.face.truth.Landmark;
import org.facerepro.face.truth.LightTruth;
import org.facerepro.face.truth.TruthEntries;
import org.facerepro.face.truth.TruthFiles;
import org.facerepro.face.truth.TruthKind;
import org.facerepro.face.truth.TruthMaps;
import org.facerepro.face.truth.TruthPart;
import org.facerepro.face.truth.Visibility;

/** Ground truth of the built-in generator's pictures as files; immutable, thread-safe. */
public final class HeadTruthFiles {
  private final HeadTruth truth;
  private final List<TruthPart> parts;

  /** Prepares what all pictures of a head have in common. */
  public HeadTruthFiles(HeadModel model, List<TruthPart> parts) {
    this.truth = new HeadTruth(model);
    this.parts = List.copyOf(parts);
  }

  /** Returns the files of a picture by ending; reads the view before the next picture is drawn. */
  public Map<String, byte[]> of(FaceParameters parameters, RenderedView view) {
    return TruthFiles.of(parts, new TruthMaps(truth.scene(view)), entries(parameters, view));
  }

  private TruthEntries entries(FaceParameters parameters, RenderedView view) {
    return new TruthEntries(
        TruthEntries.SCHEMA,
        parts.contains(TruthPart.CAMERA) ? HeadTruth.camera(view) : null,
        parts.contains(TruthPart.LIGHT) ? LightTruth.of(view.lighting()) : null,
        parts.contains(TruthPart.COEFFICIENTS)
            ? new TruthEntries.CoefficientsTruth(
                parameters.shape(), parameters.colour(), parameters.expression())
            : null,
        parts.contains(TruthPart.COEFFICIENTS) ? gaze(view) : null,
        parts.contains(TruthPart.ATTRIBUTES)
            ? AttributeLabels.of(HeadFacts.of(parameters, view)).toMap()
            : null,
        parts.contains(TruthPart.LANDMARKS) ? landmarks(view) : null);
  }

  private static TruthEntries.GazeTruth gaze(RenderedView view) {
    EyeShader eyes = view.materials().eyes();
    return new TruthEntries.GazeTruth(
        Subject.rounded(eyes.gazeAcross()), Subject.rounded(eyes.gazeUp()));
  }

  private Map<String, List<Landmark>> landmarks(RenderedView view) {
    Map<String, List<Landmark>> sets = new LinkedHashMap<>();
    for (LandmarkSet set : LandmarkSet.values()) {
      sets.put(set.label(), truth.landmarks(view, set, Visibility.EXACT));
    }
    return sets;
  }

  /** Returns the legends of the maps of labels by the maps' names, as JSON. */
  public Map<String, byte[]> legends() {
    Map<String, byte[]> legends = new LinkedHashMap<>();
    if (parts.contains(TruthPart.REGIONS)) {
      legends.put(TruthKind.REGIONS.label(), truth.regions().legend().toJson());
    }
    if (parts.contains(TruthPart.SEGMENTATION)) {
      legends.put(TruthKind.SEGMENTATION.label(), TruthMaps.SEGMENTS.toJson());
    }
    return legends;
  }
}
