package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.face.law.Law;
import org.facerepro.face.law.Preset;
import org.facerepro.face.model.ModelFiles;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.model.SmallFace;
import org.facerepro.face.render.ViewPose;
import org.facerepro.face.scene.BackgroundFolder;
import org.facerepro.face.scene.Crop;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.FaceParameters;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.Point;
import org.facerepro.image.RgbImage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFacesTest {
  @TempDir static Path folder;
  private static final List<MorphableModel> MODEL = new ArrayList<>();

  @BeforeAll
  static void readModel() {
    MODEL.add(ModelFiles.read(SmallFace.write(folder.resolve("small.h5"))));
  }

  private static GeneratorSpec spec(
      FaceDomain domain, Preset preset, Map<String, Law> laws, SweepAxis... sweep) {
    return new GeneratorSpec(
        domain,
        3,
        4,
        preset,
        laws,
        List.of(),
        List.of(sweep),
        null,
        null,
        64,
        Crop.ALIGNED,
        "small.h5",
        null,
        null,
        null,
        List.of());
  }

  private static GeneratorSpec spec(Map<String, Law> laws, SweepAxis... sweep) {
    return spec(FaceDomain.GRAPHICS, Preset.GRAPHICS, laws, sweep);
  }

  private static ModelFaces faces(GeneratorSpec spec) {
    return ModelFaces.of(spec, MODEL.get(0), new Seed(4), BackgroundFolder.NONE, null);
  }

  private static List<ModelFace> all(ModelFaces faces, int subject, int first, int end) {
    List<ModelFace> out = new ArrayList<>();
    faces.newWorker().draw(subject, first, end, out::add);
    return out;
  }

  @Test
  void pictures_inAnyOrderAndFromAnyWorker_areTheSame() {
    ModelFaces faces = faces(spec(Map.of()));
    List<ModelFace> together = all(faces, 1, 0, 4);
    assertThat(all(faces, 1, 2, 3)).containsExactly(together.get(2));
    assertThat(all(faces(spec(Map.of())), 1, 2, 4)).isEqualTo(together.subList(2, 4));
  }

  @Test
  void subjects_ofMoreSubjects_areTheSame() {
    GeneratorSpec more =
        new GeneratorSpec(FaceDomain.GRAPHICS, 9, 4).framed(64, Crop.ALIGNED).ofModel("small.h5");
    GeneratorSpec fewer =
        new GeneratorSpec(FaceDomain.GRAPHICS, 2, 4).framed(64, Crop.ALIGNED).ofModel("small.h5");
    assertThat(all(faces(more), 1, 0, 4)).isEqualTo(all(faces(fewer), 1, 0, 4));
  }

  @Test
  void law_ofOneControl_leavesAllOthersUnchanged() {
    ModelParameters usual = all(faces(spec(Map.of())), 0, 0, 1).get(0).parameters();
    ModelParameters turned =
        all(faces(spec(Map.of("pose.yaw", new Law.Constant(33)))), 0, 0, 1).get(0).parameters();
    assertThat(turned.pose().yaw()).isEqualTo(33);
    assertThat(turned.pose().pitch()).isEqualTo(usual.pose().pitch());
    assertThat(turned.shape()).isEqualTo(usual.shape());
    assertThat(turned.expression()).isEqualTo(usual.expression());
    assertThat(turned.light()).isEqualTo(usual.light());
  }

  @Test
  void preset_ofPoses_turnsTheHead() {
    GeneratorSpec frontal = spec(FaceDomain.GRAPHICS, Preset.FRONTAL, Map.of());
    for (ModelFace face : all(faces(frontal), 0, 0, 4)) {
      assertThat(face.parameters().pose().yaw()).isBetween(-10.0, 10.0);
      assertThat(face.picture().turn().yaw()).isEqualTo(face.parameters().pose().yaw());
    }
  }

  @Test
  void coefficients_ofManySubjects_areStandardNormal() {
    for (Preset preset : List.of(Preset.GRAPHICS, Preset.PROXY_REAL, Preset.KORTYLEWSKI)) {
      LawPlan plan = plan(spec(FaceDomain.PROXY_REAL, preset, Map.of()));
      assertThat(spread(s -> plan.shape(s, 0))).isCloseTo(1, within(0.03));
      assertThat(spread(s -> plan.colour(s, 0))).isCloseTo(1, within(0.03));
      assertThat(spread(s -> plan.expression(s, 0, 0))).isCloseTo(1, within(0.03));
    }
  }

  @Test
  void coefficients_whoseScaleTheSpecificationSets_haveIt() {
    LawPlan plan = plan(spec(Map.of("subject.shapeScale", new Law.Constant(1.3))));
    assertThat(spread(s -> plan.shape(s, 0))).isCloseTo(1.3, within(0.04));
    assertThat(spread(s -> plan.colour(s, 0))).isCloseTo(1, within(0.03));
  }

  @Test
  void subjects_ofAModelWithAMinimumDistance_keepIt() {
    LawPlan free = plan(many(null));
    LawPlan apart = plan(many(0.4));
    assertThat(nearest(free)).isLessThan(0.4);
    assertThat(nearest(apart)).isGreaterThanOrEqualTo(0.4);
    assertThat(apart.shape(0, 0)).isEqualTo(free.shape(0, 0));
  }

  private static GeneratorSpec many(@Nullable Double distance) {
    return new GeneratorSpec(
            FaceDomain.GRAPHICS, 60, 1, null, Map.of(), List.of(), List.of(), null, distance)
        .ofModel("small.h5");
  }

  private static double nearest(LawPlan plan) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = 0; k < 7; k++) {
          double a = k < 4 ? plan.shape(i, 0)[k] : plan.colour(i, 0)[k - 4];
          double b = k < 4 ? plan.shape(j, 0)[k] : plan.colour(j, 0)[k - 4];
          sum += (a - b) * (a - b);
        }
        least = Math.min(least, Math.sqrt(sum / 7));
      }
    }
    return least;
  }

  private static LawPlan plan(GeneratorSpec spec) {
    return new LawPlan(spec, MODEL.get(0), new Seed(4), BackgroundFolder.NONE, null);
  }

  /** Returns the standard deviation of all coefficients of 2,000 subjects about 0. */
  private static double spread(IntFunction<double[]> coefficients) {
    double[] all =
        IntStream.range(0, 2000).mapToObj(coefficients).flatMapToDouble(Arrays::stream).toArray();
    return Math.sqrt(Arrays.stream(all).map(x -> x * x).average().orElseThrow());
  }

  @Test
  void sweep_ofPose_runsThroughThePictures() {
    ModelFaces faces =
        faces(spec(Map.of(), SweepAxis.of("pose.yaw", List.of(-60.0, -20.0, 20.0, 60.0))));
    assertThat(all(faces, 2, 0, 4))
        .extracting(face -> face.parameters().pose().yaw())
        .containsExactly(-60.0, -20.0, 20.0, 60.0);
  }

  @Test
  void sweep_ofAComponentOfShape_changesNothingElse() {
    List<ModelFace> usual = all(faces(spec(Map.of())), 2, 0, 4);
    ModelFaces faces =
        faces(spec(Map.of(), SweepAxis.of("shape.#1", List.of(-2.0, -1.0, 1.0, 2.0))));
    List<ModelFace> swept = all(faces, 2, 0, 4);
    for (int i = 0; i < 4; i++) {
      double[] shape = usual.get(i).picture().face().shape();
      shape[1] = List.of(-2.0, -1.0, 1.0, 2.0).get(i);
      ModelParameters drawn = swept.get(i).parameters();
      assertThat(swept.get(i).picture().face().shape()).isEqualTo(shape);
      assertThat(drawn.subject()).isEqualTo(2);
      assertThat(drawn.colour()).isEqualTo(usual.get(i).parameters().colour());
      assertThat(drawn.expression()).isEqualTo(usual.get(i).parameters().expression());
      assertThat(drawn.pose()).isEqualTo(usual.get(i).parameters().pose());
      assertThat(drawn.light()).isEqualTo(usual.get(i).parameters().light());
    }
    assertThat(all(faces, 2, 3, 4)).containsExactly(swept.get(3));
  }

  @Test
  void landmarks_ofAnAlignedFace_lieNearTheTemplate() {
    ModelParameters drawn =
        all(faces(spec(Map.of("pose.yaw", new Law.Constant(0)))), 0, 0, 1).get(0).parameters();
    List<Point> template = ArcFaceTemplate.points(64);
    for (int i = 0; i < 5; i++) {
      FaceParameters.Landmark at = drawn.landmarks().get(i);
      assertThat(at.x()).isCloseTo(template.get(i).x(), within(9.0));
      assertThat(at.y()).isCloseTo(template.get(i).y(), within(9.0));
    }
  }

  @Test
  void distance_ofTheCamera_keepsTheHeadsSize() {
    double near = LawPlan.camera(700).focalLength() / 700;
    double far = LawPlan.camera(5000).focalLength() / 5000;
    assertThat(near).isCloseTo(far, within(1e-12));
    assertThat(LawPlan.camera(100_000).far()).isGreaterThan(100_000);
  }

  @ParameterizedTest
  @EnumSource(Crop.class)
  void camera_reframed_movesEveryPointAboutTheMiddleOfThePicture(Crop crop) {
    Map<String, Law> laws =
        Map.of(
            "camera.focalScale", new Law.Constant(0.75),
            "camera.shiftX", new Law.Constant(0.125),
            "camera.shiftY", new Law.Constant(-0.25));
    ViewPose usual = all(faces(spec(Map.of()).framed(64, crop)), 0, 0, 1).get(0).picture().pose();
    ModelFace moved = all(faces(spec(laws).framed(64, crop)), 0, 0, 1).get(0);
    ViewPose pose = moved.picture().pose();
    assertThat(pose.focal()).isCloseTo(0.75 * usual.focal(), within(1e-9));
    Point from = usual.project(20, -30, 60);
    Point to = pose.project(20, -30, 60);
    assertThat(to.x()).isCloseTo(32 + 8 + 0.75 * (from.x() - 32), within(1e-9));
    assertThat(to.y()).isCloseTo(32 - 16 + 0.75 * (from.y() - 32), within(1e-9));
    assertThat(moved.parameters().controls()).containsEntry("camera.focalScale", 0.75);
  }

  @Test
  void crop_ofNothing_looksAtTheModelsOriginWithTheUsualLens() {
    ModelFace face = all(faces(spec(Map.of()).framed(64, Crop.NONE)), 0, 0, 1).get(0);
    ViewPose pose = face.picture().pose();
    double distance = face.parameters().pose().distance();
    double deep = -pose.inCamera(2, 30, 20, 10);
    // 7.5 mm before a sensor of 2 mm at one metre, and as large at every other distance.
    double focal = 7.5 / 2 * 64 * distance / 1000;
    assertThat(pose.project(30, 20, 10).x())
        .isCloseTo(32 + focal * pose.inCamera(0, 30, 20, 10) / deep, within(1e-9));
    assertThat(pose.project(30, 20, 10).y())
        .isCloseTo(32 - focal * pose.inCamera(1, 30, 20, 10) / deep, within(1e-9));
  }

  @Test
  void crop_toTheFaceBox_fillsNineTenthsOfThePicture() {
    ModelFace face = all(faces(spec(Map.of()).framed(64, Crop.FACE_BOX)), 1, 0, 1).get(0);
    double[] places = MODEL.get(0).positions(face.picture().face());
    List<Point> seen = new ArrayList<>();
    for (int i = 0; i < places.length; i += 3) {
      seen.add(face.picture().pose().project(places[i], places[i + 1], places[i + 2]));
    }
    double left = seen.stream().mapToDouble(Point::x).min().orElseThrow();
    double right = seen.stream().mapToDouble(Point::x).max().orElseThrow();
    double top = seen.stream().mapToDouble(Point::y).min().orElseThrow();
    double bottom = seen.stream().mapToDouble(Point::y).max().orElseThrow();
    assertThat((left + right) / 2).isCloseTo(32, within(0.05));
    assertThat((top + bottom) / 2).isCloseTo(32, within(0.05));
    assertThat(Math.max(right - left, bottom - top)).isCloseTo(0.9 * 64, within(0.05));
  }

  @Test
  void motion_ofTheCameraUpwards_smearsStepsAlongItAndIsWrittenDown() {
    Law none = new Law.Constant(0);
    Map<String, Law> clean = Map.of("sensor.noise", none, "sensor.blur", none);
    Map<String, Law> moving = new HashMap<>(clean);
    moving.put("sensor.motion", new Law.Constant(9));
    moving.put("sensor.motionAngle", new Law.Constant(90));
    ModelFace still = all(faces(spec(clean)), 0, 0, 1).get(0);
    ModelFace moved = all(faces(spec(moving)), 0, 0, 1).get(0);
    assertThat(moved.picture()).isEqualTo(still.picture());
    assertThat(steps(moved.image(), 0, 1)).isLessThan(0.3 * steps(still.image(), 0, 1));
    assertThat(steps(moved.image(), 1, 0)).isGreaterThan(0.4 * steps(still.image(), 1, 0));
    assertThat(moved.parameters().controls())
        .containsEntry("sensor.motion", 9.0)
        .containsEntry("sensor.motionAngle", 90.0);
    assertThat(still.parameters().controls()).doesNotContainKey("sensor.motion");
  }

  /** Returns the sum of the squares of all steps from pixel to pixel along one axis. */
  private static double steps(RgbImage image, int right, int down) {
    double sum = 0;
    for (int y = 0; y + down < image.height(); y++) {
      for (int x = 0; x + right < image.width(); x++) {
        double step = image.sample(x + right, y + down, 1) - image.sample(x, y, 1);
        sum += step * step;
      }
    }
    return sum;
  }

  @Test
  void exposure_brightensThePicture() {
    RgbImage dark = picture("light.exposure", 0.3);
    RgbImage bright = picture("light.exposure", 1.5);
    assertThat(bright.sample(32, 40, 1)).isGreaterThan(dark.sample(32, 40, 1) + 20);
  }

  private static RgbImage picture(String control, double value) {
    return all(faces(spec(Map.of(control, new Law.Constant(value)))), 0, 0, 1).get(0).image();
  }

  @Test
  void identity_leftOut_isTheMean() {
    GeneratorSpec alike =
        new GeneratorSpec(
            FaceDomain.GRAPHICS,
            1,
            1,
            Preset.GRAPHICS,
            Map.of(),
            List.of(AppearancePart.SHAPE_IDENTITY, AppearancePart.EXPRESSION),
            List.of(),
            null,
            null,
            64,
            Crop.FACE_BOX,
            "small.h5",
            ModelLight.PLACE,
            null,
            null,
            List.of());
    ModelParameters drawn = all(faces(alike), 0, 0, 1).get(0).parameters();
    assertThat(drawn.shape().values()).containsOnly(0.0);
    assertThat(drawn.expression().values()).containsOnly(0.0);
    assertThat(drawn.colour().values()).doesNotContain(0.0);
  }

  @Test
  void components_atTheirExtremes_differOnlyWhereTheyAct() {
    ComponentFaces components = ComponentFaces.of(spec(Map.of()), MODEL.get(0));
    List<RgbImage> shape = components.draw(Family.SHAPE, 1);
    List<RgbImage> colour = components.draw(Family.COLOUR, 0);
    assertThat(shape).hasSize(3).doesNotHaveDuplicates();
    assertThat(shape.get(1)).isEqualTo(colour.get(1));
  }

  @Test
  void components_ofTheBuiltInHead_leaveTheMeanAsItIs() {
    GeneratorSpec one = new GeneratorSpec(FaceDomain.GRAPHICS, 1, 1);
    ComponentFaces components = ComponentFaces.of(one, new Seed(1));
    List<RgbImage> nose =
        components.draw(Family.SHAPE, components.find("shape.nose-width").get(0).number());
    List<RgbImage> smile = components.draw(Family.EXPRESSION, 0);
    assertThat(nose).doesNotHaveDuplicates();
    assertThat(smile).doesNotHaveDuplicates();
  }

  @Test
  void find_ofComponents_takesAllOrAFamilyOrOne() {
    ComponentFaces components = ComponentFaces.of(spec(Map.of()), MODEL.get(0));
    assertThat(components.find("all")).hasSize(4 + 3 + 2);
    assertThat(components.find("colour")).hasSize(3);
    assertThat(components.find("shape.#3")).isEqualTo(components.find("shape.shape003"));
    assertThatThrownBy(() -> components.find("shape.#4")).isInstanceOf(InvalidValueException.class);
  }
}
