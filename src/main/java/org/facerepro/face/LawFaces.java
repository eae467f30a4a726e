package org.facerepro.face;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.render.Centring;
import org.facerepro.face.render.ModelGenerator;
import org.facerepro.face.render.ModelPicture;
import org.facerepro.face.render.ModelSpec;
import org.facerepro.face.render.ModelStudio;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.face.scene.Crop;
import org.facerepro.face.truth.LandmarkVertices;
import org.facerepro.face.truth.ModelLandmarks;
import org.jspecify.annotations.Nullable;

/** Pictures of a morphable model by the laws of a specification. */
final class LawFaces implements ModelFaces {
  private final GeneratorSpec spec;
  private final LawPlan plan;
  private final ModelGenerator generator;
  private final LandmarkVertices five;

  LawFaces(
      GeneratorSpec spec,
      MorphableModel model,
      Seed seed,
      BackgroundFolder backgrounds,
      @Nullable MeasuredLights lights) {
    this.spec = spec;
    spec.requireLights(lights);
    this.plan = new LawPlan(spec, model, seed.child(spec.domain().label()), backgrounds, lights);
    ModelSpec pictures =
        ModelSpec.of(
                spec.subjects() * plan.forms().count(),
                spec.samplesPerSubject(),
                spec.framing().size())
            .with(centring(spec.framing().crop()));
    this.generator = new ModelGenerator(model, pictures, plan);
    this.five = ModelLandmarks.five(model);
  }

  static Centring centring(Crop crop) {
    return switch (crop) {
      case ALIGNED -> Centring.FIVE_POINT;
      case FACE_BOX -> Centring.FACE_BOX;
      case LANDMARK -> Centring.LANDMARKS;
      case NONE -> Centring.NONE;
    };
  }

  @Override
  public MorphableModel model() {
    return generator.model();
  }

  @Override
  public int subjects() {
    return spec.subjects();
  }

  @Override
  public int samplesPerSubject() {
    return spec.samplesPerSubject();
  }

  @Override
  public int size() {
    return spec.framing().size();
  }

  @Override
  public Map<String, Law> laws() {
    Map<String, Law> acting = new TreeMap<>(spec.lawsInForce().byName());
    acting.keySet().removeIf(name -> !ModelControls.acts(name));
    return acting;
  }

  @Override
  public Worker newWorker() {
    ModelStudio studio = generator.newStudio();
    ModelSensor sensor = new ModelSensor(size());
    return (subject, first, end, sink) -> {
      Require.between("subject", subject, 0, subjects() - 1L);
      int until;
      for (int at = first; at < end; at = until) {
        until = plan.forms().runEnd(at, end);
        studio.draw(
            plan.forms().number(subject, at), at, until, picture -> finish(picture, sensor, sink));
      }
    };
  }

  private void finish(ModelPicture drawn, ModelSensor sensor, Consumer<ModelFace> sink) {
    ModelPicture picture = drawn.ofSubject(plan.forms().subject(drawn.subject()));
    Draws draws = plan.sampleDraws(drawn.subject(), drawn.sample());
    plan.scene(draws);
    var image = sensor.expose(picture.image(), draws);
    int quality = (int) draws.value(FaceControl.SENSOR_JPEG_QUALITY);
    ModelParameters parameters =
        ModelParameters.of(
            model(),
            five,
            picture,
            draws.value(FaceControl.CAMERA_DISTANCE),
            quality,
            plan.controls(drawn.subject(), draws));
    sink.accept(new ModelFace(picture, image, parameters));
  }
}
