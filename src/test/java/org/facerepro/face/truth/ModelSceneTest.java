package org.facerepro.face.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.draw.Camera;
import org.facerepro.face.draw.Rotation;
import org.facerepro.face.draw.ShLight;
import org.facerepro.face.model.Coefficients;
import org.facerepro.face.model.ColourEncoding;
import org.facerepro.face.model.LinearModel;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.ModelCard;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.model.VertexSet;
import org.facerepro.image.Similarity;
import org.junit.jupiter.api.Test;

class ModelSceneTest {
  private static final int CELLS = 48;
  private static final int SIDE = CELLS + 1;
  private static final int TIP = SIDE * (CELLS / 2) + CELLS / 2;
  private static final int LEFT = TIP - 10;
  private static final double DISTANCE = 700;

  /** An egg of half axes 70, 100 and 90 mm; the only shape component makes it 10 % wider. */
  private static final MorphableModel EGG = egg();

  @Test
  void alignedCamera_projectsLikeProjectionThenAlignment() {
    Rotation rotation = Rotation.degrees(25, -10, 8);
    Similarity align = new Similarity(610, -45, 51, 63);
    float[] points = {10, -20, 95, -60, 40, 30, 0, 0, 0};
    float[] plane = new float[9];
    new Camera(rotation, 700).project(points, 3, plane);

    float[] screen = CameraTruth.aligned(rotation, 700, align, 112, 112).project(points);

    for (int i = 0; i < 9; i += 3) {
      assertThat((double) screen[i])
          .isCloseTo(610 * plane[i] + 45 * plane[i + 1] + 51, within(1e-3));
      assertThat((double) screen[i + 1])
          .isCloseTo(-45 * plane[i] + 610 * plane[i + 1] + 63, within(1e-3));
      assertThat(screen[i + 2]).isCloseTo(plane[i + 2], within(1e-8f));
    }
  }

  @Test
  void depthAndNormal_inTheMiddleOfTheFrontalFace_areThoseOfItsTip() {
    TruthMaps maps = new TruthMaps(scene(0).truth());

    assertThat((double) maps.measured(TruthKind.DEPTH).at(56, 56, 0))
        .isCloseTo(DISTANCE - 90, within(0.1));
    assertThat(maps.measured(TruthKind.NORMALS).at(56, 56, 2)).isCloseTo(1, within(1e-3f));
  }

  @Test
  void place_ofAVertex_isTheSameHoweverTheHeadIsTurned() {
    for (double yaw : new double[] {0, 20, -15, 35}) {
      ModelScene scene = scene(yaw);
      Landmark point = scene.landmarks(named(LEFT), Visibility.EXACT).get(0);
      FloatMap places = new TruthMaps(scene.truth()).measured(TruthKind.CORRESPONDENCE);

      double[] mean = EGG.positions(Coefficients.MEAN);
      for (int k = 0; k < 3; k++) {
        // Half a pixel is 0.6 mm here, and more where the surface turns away.
        assertThat((double) places.at((int) point.x(), (int) point.y(), k))
            .isCloseTo(mean[3 * LEFT + k], within(1.5));
      }
    }
  }

  @Test
  void place_ofAWidenedFace_isThatOfTheMeanFace() {
    Coefficients wide = new Coefficients(new double[] {2}, new double[0], new double[0]);
    ModelScene scene = new ModelScene(EGG, wide, camera(0));
    Landmark point = scene.landmarks(named(LEFT), Visibility.EXACT).get(0);

    FloatMap places = new TruthMaps(scene.truth()).measured(TruthKind.CORRESPONDENCE);

    assertThat((double) places.at((int) point.x(), (int) point.y(), 0))
        .isCloseTo(EGG.positions(Coefficients.MEAN)[3 * LEFT], within(1.5));
  }

  @Test
  void landmark_turnedToTheBack_isHidden() {
    assertThat(scene(0).landmarks(named(LEFT), Visibility.EXACT).get(0).visible()).isTrue();
    assertThat(scene(-80).landmarks(named(LEFT), Visibility.EXACT).get(0).visible()).isFalse();
  }

  @Test
  void depthAtAVisibleLandmarksPixel_isTheVertexDepth() {
    ModelScene scene = scene(15);
    FloatMap depth = new TruthMaps(scene.truth()).measured(TruthKind.DEPTH);
    for (int vertex : new int[] {TIP, LEFT, TIP + 5 * SIDE, TIP - 7 * SIDE + 4}) {
      Landmark point = scene.landmarks(named(vertex), Visibility.EXACT).get(0);
      assertThat(point.visible()).isTrue();
      assertThat((double) depth.at((int) point.x(), (int) point.y(), 0))
          .isCloseTo(point.depth(), within(2.0));
    }
  }

  @Test
  void albedo_storedAsShown_comesOutLinear() {
    FloatMap albedo = new TruthMaps(scene(0).truth()).measured(TruthKind.ALBEDO);

    assertThat(albedo.at(56, 56, 0)).isCloseTo(0.21404f, within(1e-4f));
    assertThat(TruthPictures.srgb(albedo).sample(56, 56, 0)).isEqualTo(128);
  }

  @Test
  void illumination_byConstantLight_isTheSameEverywhere() {
    ShLight[] light = {new ShLight(), new ShLight(), new ShLight()};
    for (int k = 0; k < 3; k++) {
      light[k].addConstant(0.25 * (k + 1));
    }

    FloatMap lit = new TruthMaps(scene(0).truth(light)).measured(TruthKind.ILLUMINATION);

    assertThat((double) lit.at(56, 56, 1)).isCloseTo(0.5 * Math.PI, within(1e-5));
    assertThat((double) lit.at(40, 60, 2)).isCloseTo(0.75 * Math.PI, within(1e-5));
  }

  @Test
  void regions_ofTheModel_areSeenWhereTheyLie() {
    LabelMap regions = new TruthMaps(scene(0).truth()).labelled(TruthKind.REGIONS);

    assertThat(regions.nameAt(56, 40)).isEqualTo("upper");
    assertThat(regions.nameAt(56, 75)).isEqualTo("lower");
  }

  @Test
  void camera_withoutFocalLength_isRefused() {
    assertThatThrownBy(
            () ->
                new CameraTruth(
                    0,
                    1,
                    0,
                    0,
                    1,
                    1,
                    List.of(1., 0., 0., 0., 1., 0., 0., 0., 1.),
                    List.of(0., 0., 0.)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("focalX");
  }

  private static LandmarkVertices named(int vertex) {
    return LandmarkVertices.ofSingle(Map.of("point", vertex));
  }

  private static ModelScene scene(double yaw) {
    return new ModelScene(EGG, Coefficients.MEAN, camera(yaw));
  }

  private static CameraTruth camera(double yaw) {
    return CameraTruth.aligned(
        Rotation.degrees(yaw, 0, 0), DISTANCE, new Similarity(300, 0, 56, 56), 112, 112);
  }

  private static MorphableModel egg() {
    PinholeMesh unit = PinholeMesh.sphere(0, 1, CELLS);
    float[] mean = unit.positions().clone();
    float[] wider = new float[mean.length];
    float[] colours = new float[mean.length];
    for (int i = 0; i < mean.length; i += 3) {
      mean[i] *= 70;
      mean[i + 1] *= 100;
      mean[i + 2] *= 90;
      wider[i] = 0.1f * mean[i];
      Arrays.fill(colours, i, i + 3, 0.5f);
    }
    ModelCard card =
        new ModelCard(
            "egg", "Egg", "none", "none", "test", null, new ModelCard.Counts(0, 0, 0, 0, 0));
    return LinearModel.builder(
            card, unit.triangles(), LinearSpace.of(mean, wider, new float[] {1}, List.of("wider")))
        .colour(LinearSpace.constant(colours), ColourEncoding.SRGB)
        .regions(
            Map.of(
                "upper",
                VertexSet.range(0, TIP - 24),
                "lower",
                VertexSet.range(TIP - 24, SIDE * SIDE)))
        .build();
  }
}
