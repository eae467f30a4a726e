package org.facerepro.experiment.generation;

import java.nio.file.Path;
import org.facerepro.core.Seed;
import org.facerepro.face.Casting;
import org.facerepro.face.ComponentFaces;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.ModelFaces;
import org.facerepro.face.model.ModelCard;
import org.facerepro.face.model.ModelFiles;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.scene.BuiltInModel;
import org.facerepro.face.scene.HeadModel;
import org.facerepro.image.PictureFormat;

/** Opens the source of the faces that a specification asks for. */
public final class FaceSources {
  /** Name of the built-in head as a morphable model, in place of a file. */
  public static final String BUILT_IN = "built-in";

  private static final String LAWS =
      "; laws of light and camera chosen on people of the training part of LFW";

  private FaceSources() {}

  /**
   * Reads the model, the backgrounds and the lights that a specification names, if it does, and
   * prepares its faces.
   *
   * @throws org.facerepro.core.DataUnavailableException if a file is not there
   * @throws org.facerepro.core.CorruptDataException if the model is damaged
   * @throws org.facerepro.core.InvalidValueException if the model lacks what is asked of it
   */
  public static FaceSource of(GeneratorSpec spec, Seed seed, PictureFormat format) {
    return of(spec, seed, format, Casting.USUAL);
  }

  /**
   * Prepares faces of certain people, see {@link #of(GeneratorSpec, Seed, PictureFormat)}; people
   * can be chosen of the built-in generator only.
   */
  public static FaceSource of(
      GeneratorSpec spec, Seed seed, PictureFormat format, Casting casting) {
    Backgrounds backgrounds = Backgrounds.read(spec.backgrounds());
    LightFolder lights = LightFolder.read(spec.lightPrior());
    String file = spec.model();
    if (file == null) {
      return new BuiltInSource(spec, seed, format, backgrounds, lights, casting);
    }
    MorphableModel model = model(file);
    ModelFaces faces = ModelFaces.of(spec, model, seed, backgrounds.folder(), lights.prior());
    ModelCard card = withLaws(model.card());
    return new ModelSource(faces, card, format, spec.truth(), lights.with(backgrounds.contents()))
        .withRemarks(backgrounds.remarks());
  }

  /** Reads a model; one that has no colours of its own gets those of the built-in head. */
  public static MorphableModel model(String file) {
    if (file.equals(BUILT_IN)) {
      return BuiltInModel.of(new HeadModel());
    }
    MorphableModel model = ModelFiles.read(Path.of(file));
    return model.colour().components() == 0
        ? BuiltInModel.colour(model, BuiltInModel.of(new HeadModel()))
        : model;
  }

  /** Prepares single components of a specification's head at their extremes. */
  public static ComponentFaces components(GeneratorSpec spec, Seed seed) {
    String file = spec.model();
    return file == null ? ComponentFaces.of(spec, seed) : ComponentFaces.of(spec, model(file));
  }

  private static ModelCard withLaws(ModelCard card) {
    return new ModelCard(
        card.id(),
        card.title(),
        card.licence(),
        card.realDataUse() + LAWS,
        card.source(),
        card.sha256(),
        card.counts());
  }
}
