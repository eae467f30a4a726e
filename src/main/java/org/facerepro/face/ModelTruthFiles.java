package org.facerepro.face;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.render.ViewPose;
import org.facerepro.face.truth.AttributeLabels;
import org.facerepro.face.truth.CameraTruth;
import org.facerepro.face.truth.FaceFact;
import org.facerepro.face.truth.FaceFacts;
import org.facerepro.face.truth.Landmark;
import org.facerepro.face.truth.LandmarkVertices;
import org.facerepro.face.truth.MeshRegions;
import org.facerepro.face.truth.ModelLandmarks;
import org.facerepro.face.truth.ModelScene;
import org.facerepro.face.truth.TruthEntries;
import org.facerepro.face.truth.TruthFiles;
import org.facerepro.face.truth.TruthKind;
import org.facerepro.face.truth.TruthMaps;
import org.facerepro.face.truth.TruthPart;
import org.facerepro.face.truth.Visibility;

/** Ground truth of pictures of a morphable model as files; immutable, thread-safe. */
public final class ModelTruthFiles {
  /** The set of all landmarks that a model names itself. */
  private static final String OWN = "model";

  private final MorphableModel model;
  private final List<TruthPart> parts;
  private final LandmarkVertices own;
  private final LandmarkVertices all;

  /**
   * Prepares what all pictures of a model have in common.
   *
   * @throws InvalidValueException if the model does not have a part asked for
   */
  public ModelTruthFiles(MorphableModel model, List<TruthPart> parts) {
    this.model = model;
    this.parts = List.copyOf(parts);
    this.own = LandmarkVertices.ofSingle(model.landmarks());
    this.all = ModelLandmarks.of(model);
    Set<TruthKind> known = EnumSet.complementOf(EnumSet.of(TruthKind.SEGMENTATION));
    if (model.regions().isEmpty()) {
      known.remove(TruthKind.REGIONS);
    }
    TruthFiles.require(parts, known);
    if (parts.contains(TruthPart.LANDMARKS) && model.landmarks().isEmpty()) {
      throw new InvalidValueException("truth", "a model that names landmarks", "landmarks");
    }
  }

  /**
   * Returns the files of a picture by ending; none if no part is asked for.
   *
   * @param scene of the same picture
   */
  public Map<String, byte[]> of(ModelFace face, ModelScene scene) {
    if (parts.isEmpty()) {
      return Map.of();
    }
    TruthMaps maps = new TruthMaps(scene.truth(face.picture().light()));
    return TruthFiles.of(parts, maps, entries(face, scene));
  }

  /** Returns the scene of a picture as ground truth sees it. */
  public ModelScene scene(ModelFace face) {
    return new ModelScene(model, face.picture().face(), camera(face.picture().pose()));
  }

  static CameraTruth camera(ViewPose pose) {
    return new CameraTruth(
        pose.focal(),
        pose.focal(),
        pose.principalX(),
        pose.principalY(),
        pose.width(),
        pose.height(),
        pose.rotation(),
        pose.translation());
  }

  private TruthEntries entries(ModelFace face, ModelScene scene) {
    ModelParameters drawn = face.parameters();
    return new TruthEntries(
        TruthEntries.SCHEMA,
        parts.contains(TruthPart.CAMERA) ? camera(face.picture().pose()) : null,
        parts.contains(TruthPart.LIGHT) ? drawn.light() : null,
        parts.contains(TruthPart.COEFFICIENTS)
            ? new TruthEntries.CoefficientsTruth(drawn.shape(), drawn.colour(), drawn.expression())
            : null,
        null,
        parts.contains(TruthPart.ATTRIBUTES) ? AttributeLabels.of(facts(drawn)).toMap() : null,
        parts.contains(TruthPart.LANDMARKS) ? landmarks(scene) : null);
  }

  private static FaceFacts facts(ModelParameters drawn) {
    Map<FaceFact, Double> facts = new EnumMap<>(FaceFact.class);
    facts.put(FaceFact.YAW, drawn.pose().yaw());
    facts.put(FaceFact.PITCH, drawn.pose().pitch());
    facts.put(FaceFact.ROLL, drawn.pose().roll());
    return FaceFacts.of(facts);
  }

  private Map<String, List<Landmark>> landmarks(ModelScene scene) {
    Map<String, List<Landmark>> sets = new LinkedHashMap<>();
    sets.put(OWN, scene.landmarks(own, Visibility.EXACT));
    for (LandmarkSet set : LandmarkSet.values()) {
      if (all.has(set)) {
        sets.put(set.label(), scene.landmarks(all.only(set), Visibility.EXACT));
      }
    }
    return sets;
  }

  /** Returns the legends of the maps of labels by the maps' names, as JSON. */
  public Map<String, byte[]> legends() {
    return parts.contains(TruthPart.REGIONS)
        ? Map.of(
            TruthKind.REGIONS.label(),
            MeshRegions.of(model.vertexCount(), model.regions()).legend().toJson())
        : Map.of();
  }
}
