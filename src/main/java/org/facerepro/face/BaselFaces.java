package org.facerepro.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.face.basel.BaselConfiguration;
import org.facerepro.face.basel.BaselConfiguration.ImageKind;
import org.facerepro.face.basel.BaselConfiguration.ModelPart;
import org.facerepro.face.basel.BaselPlan;
import org.facerepro.face.basel.IlluminationPrior;
import org.facerepro.face.basel.Semantics;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.basel.file.Triple;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.render.Centring;
import org.facerepro.face.render.ColourChange;
import org.facerepro.face.render.ModelGenerator;
import org.facerepro.face.render.ModelPicture;
import org.facerepro.face.render.ModelSpec;
import org.facerepro.face.render.ModelStudio;
import org.facerepro.face.render.SceneSpread;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.face.truth.LandmarkVertices;
import org.facerepro.face.truth.ModelLandmarks;
import org.facerepro.face.truth.TruthPart;
import org.jspecify.annotations.Nullable;

/** The pictures that a configuration of the Basel generator asks for; clean, as the peer's are. */
public final class BaselFaces implements ModelFaces {
  private static final int QUALITY = 95;

  private final BaselConfiguration configuration;
  private final ModelGenerator generator;
  private final LandmarkVertices five;

  /**
   * Prepares the pictures.
   *
   * @param seed of all draws
   * @param prior lights to draw from; null where the configuration does not draw from them
   * @param backgrounds pictures behind the faces; none for black
   * @throws SpecException if the configuration asks for what these pictures cannot have
   * @throws org.facerepro.core.InvalidValueException if the model has fewer components than the
   *     configuration, or lacks landmarks that it names
   */
  public BaselFaces(
      BaselConfiguration configuration,
      MorphableModel model,
      Seed seed,
      @Nullable IlluminationPrior prior,
      BackgroundFolder backgrounds) {
    this.configuration = configuration;
    requireFit(configuration, model);
    BaselPlan plan = new BaselPlan(configuration, seed, prior, backgrounds);
    ModelSpec pictures =
        new ModelSpec(
            configuration.model().subjects(),
            BaselPlan.samples(configuration),
            configuration.size().width(),
            configuration.size().height(),
            ModelSpec.of(1, 1, GeneratorSpec.SIZE).camera(),
            centring(configuration),
            SceneSpread.STANDARD,
            0,
            colours(configuration.defaults().colours()));
    this.generator = new ModelGenerator(model, pictures, plan);
    this.five = ModelLandmarks.five(model);
  }

  private static void requireFit(BaselConfiguration configuration, MorphableModel model) {
    ModelPart part = configuration.model();
    String key = "morphable-model-parameters/dimension-of-";
    fits(key + "shape-space", part.shape(), model.shape().components());
    fits(key + "color-space", part.colour(), model.colour().components());
    fits(key + "expression-space", part.expression(), model.expression().components());
    for (String name : configuration.landmarks()) {
      Require.that(
          model.landmarks().containsKey(name),
          "landmark-tags",
          "landmarks that the model names: " + model.landmarks().keySet(),
          "'" + name + "'");
    }
    if (configuration.size().width() != configuration.size().height()) {
      throw new SpecException(
          "image-dimensions: expected as high as wide, got %d x %d"
              .formatted(configuration.size().width(), configuration.size().height()));
    }
  }

  private static void fits(String key, int asked, int there) {
    Require.that(asked <= there, key, "at most %d, as the model has".formatted(there), asked);
  }

  private static Centring centring(BaselConfiguration configuration) {
    boolean effective = configuration.semantics() == Semantics.EFFECTIVE;
    return switch (configuration.centring()) {
      case NONE -> Centring.NONE;
      case FACEBOX -> effective ? Centring.FACE_BOX_BASEL : Centring.FACE_BOX;
      case LANDMARK -> effective ? Centring.LANDMARKS_BASEL : Centring.LANDMARKS;
    };
  }

  private static ColourChange colours(RenderParameters.ColorTransform transform) {
    return new ColourChange(
        transform.gain().toList(), transform.colorContrast(), transform.offset().toList());
  }

  /** Returns the maps beside the pictures that the configuration asks for. */
  public static List<TruthPart> truth(BaselConfiguration configuration) {
    return Stream.of(TruthPart.values())
        .filter(part -> configuration.kinds().stream().anyMatch(kind -> part == part(kind)))
        .toList();
  }

  private static @Nullable TruthPart part(ImageKind kind) {
    return switch (kind) {
      case DEPTH -> TruthPart.DEPTH;
      case COLOR_CORRESPONDENCE_IMAGE -> TruthPart.CORRESPONDENCE;
      case NORMALS -> TruthPart.NORMALS;
      case ALBEDO -> TruthPart.ALBEDO;
      case ILLUMINATION -> TruthPart.ILLUMINATION;
      case RENDER, REGION_MAPS -> null;
    };
  }

  /** Returns what the configuration asks for and does not get, in words. */
  public static List<String> remarks(BaselConfiguration configuration) {
    List<String> remarks = new ArrayList<>();
    if (configuration.kinds().contains(ImageKind.REGION_MAPS)) {
      remarks.add("render-region-maps: left out, for they need textures of the Basel model");
    }
    if (!configuration.kinds().contains(ImageKind.RENDER)) {
      remarks.add("render: the pictures themselves are always made");
    }
    if (!isBlack(configuration.directional())) {
      remarks.add(
          "directional-light: has no effect beside the soft light, as in that generator; its values"
              + " stand in the .rps files");
    }
    return List.copyOf(remarks);
  }

  private static boolean isBlack(RenderParameters.DirectionalLight light) {
    return Stream.of(light.ambient(), light.diffuse(), light.specular())
        .allMatch(Triple.ZERO::equals);
  }

  @Override
  public MorphableModel model() {
    return generator.model();
  }

  @Override
  public int subjects() {
    return configuration.model().subjects();
  }

  @Override
  public int samplesPerSubject() {
    return BaselPlan.samples(configuration);
  }

  @Override
  public int size() {
    return configuration.size().width();
  }

  @Override
  public Worker newWorker() {
    ModelStudio studio = generator.newStudio();
    return (subject, first, end, sink) ->
        studio.draw(subject, first, end, picture -> sink.accept(face(picture)));
  }

  private ModelFace face(ModelPicture picture) {
    Map<String, Double> controls = new TreeMap<>();
    controls.put("pose.yaw", picture.turn().yaw());
    controls.put("pose.pitch", picture.turn().pitch());
    controls.put("pose.roll", picture.turn().roll());
    double distance = -configuration.defaults().pose().translation().z();
    return new ModelFace(
        picture,
        picture.image(),
        ModelParameters.of(model(), five, picture, distance, QUALITY, controls));
  }
}
