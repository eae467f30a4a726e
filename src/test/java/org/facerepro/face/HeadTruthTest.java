package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.head.Segment;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.FaceMask;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.face.scene.RenderedView;
import org.facerepro.face.truth.AttributeLabel;
import org.facerepro.face.truth.AttributeLabels;
import org.facerepro.face.truth.CameraTruth;
import org.facerepro.face.truth.FaceAttribute;
import org.facerepro.face.truth.FloatMap;
import org.facerepro.face.truth.HeadFacts;
import org.facerepro.face.truth.HeadTruth;
import org.facerepro.face.truth.LabelMap;
import org.facerepro.face.truth.Landmark;
import org.facerepro.face.truth.PictureTruth;
import org.facerepro.face.truth.TruthKind;
import org.facerepro.face.truth.TruthMaps;
import org.facerepro.face.truth.Visibility;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // maps hold the numbers of segments
class HeadTruthTest {
  private static final int SUBJECTS = 8;
  private static final FaceGenerator GENERATOR =
      new FaceGenerator(new GeneratorSpec(FaceDomain.GRAPHICS, SUBJECTS, 3), new Seed(7));
  private static final HeadTruth TRUTH = new HeadTruth(GENERATOR.model());

  private interface Look {
    void at(GeneratedFace face, RenderedView view);
  }

  @Test
  void camera_projectsEveryVertexToWhereItWasDrawn() {
    each(
        (face, view) -> {
          float[] exact = HeadTruth.camera(view).project(view.positions());
          float[] drawn = view.buffers().screen;
          for (int i = 0; i < exact.length; i += 3) {
            assertThat(RenderWorkspace.SUPERSAMPLING * exact[i]).isCloseTo(drawn[i], within(0.02f));
            assertThat(RenderWorkspace.SUPERSAMPLING * exact[i + 1])
                .isCloseTo(drawn[i + 1], within(0.02f));
          }
        });
  }

  @Test
  void fivePoints_areThoseOfTheParameters() {
    each(
        (face, view) -> {
          List<Landmark> five = TRUTH.landmarks(view, LandmarkSet.FIVE, Visibility.EXACT);
          for (int i = 0; i < 5; i++) {
            assertThat(five.get(i).x())
                .isCloseTo(face.parameters().landmarks().get(i).x(), within(1e-3));
            assertThat(five.get(i).y())
                .isCloseTo(face.parameters().landmarks().get(i).y(), within(1e-3));
          }
        });
  }

  @Test
  void depthAtVisibleLandmarks_isTheirOwn() {
    List<Double> errors = new ArrayList<>();
    each(
        (face, view) -> {
          TruthMaps maps = new TruthMaps(TRUTH.scene(view));
          FloatMap depth = maps.measured(TruthKind.DEPTH);
          FloatMap normals = maps.measured(TruthKind.NORMALS);
          List<Landmark> all = TRUTH.landmarks(view, LandmarkSet.IBUG_68, Visibility.EXACT);
          // Brows, nose and outer lips: the others lie on edges, beyond which teeth or nothing is.
          for (int i = 17; i < 60; i = i == 35 ? 48 : i + 1) {
            Landmark mark = all.get(i);
            int x = (int) mark.x();
            int y = (int) mark.y();
            // On a steeper surface half a pixel alone changes the depth by a millimetre.
            if (mark.visible() && normals.at(x, y, 2) > 0.8) {
              errors.add(Math.abs(depth.at(x, y, 0) - mark.depth()));
            }
          }
        });
    assertThat(errors).hasSizeGreaterThan(200).allMatch(error -> error < 4);
    assertThat(errors.stream().filter(error -> error < 2).count())
        .isGreaterThan(errors.size() * 97L / 100);
  }

  @Test
  void segmentation_ofEyesAndLips_liesBetweenTheirLandmarks() {
    each(
        (face, view) -> {
          LabelMap map = new TruthMaps(TRUTH.scene(view)).labelled(TruthKind.SEGMENTATION);
          List<Landmark> marks = TRUTH.landmarks(view, LandmarkSet.IBUG_68, Visibility.EXACT);
          assertInside(map, Segment.EYES, marks.subList(36, 48), 2.5);
          assertInside(map, Segment.IRIS, marks.subList(36, 48), 2.5);
          // In profile the lips stand out before their borders, where the landmarks are.
          if (Math.abs(face.parameters().pose().yaw()) < 45) {
            assertInside(map, Segment.LIPS, marks.subList(48, 68), 2.5);
          }
          assertInside(map, Segment.TEETH, marks.subList(48, 68), 2.5);
          // The landmarks stay where brows are on average; painted ones reach 18 mm higher.
          double high = 18 * HeadTruth.camera(view).focalX() / view.distance();
          assertInside(map, Segment.BROWS, marks.subList(17, 27), high);
        });
  }

  @Test
  void segmentation_ofAPicture_isMostlyFace() {
    each(
        (face, view) -> {
          int[] counts = new TruthMaps(TRUTH.scene(view)).labelled(TruthKind.SEGMENTATION).counts();
          int seen = 112 * 112 - counts[Segment.BACKGROUND.ordinal()];
          assertThat(seen).isBetween(4_000, 12_544);
          assertThat(counts[Segment.SKIN.ordinal()]).isGreaterThan(2_000);
          if (view.look().wear().mask() == FaceMask.NONE) {
            assertThat(counts[Segment.LIPS.ordinal()]).isBetween(30, 1_000);
          }
          assertThat(counts[Segment.GLASSES.ordinal()] > 0)
              .isEqualTo(face.parameters().accessories().glasses());
        });
  }

  @Test
  void placeAtTheVisibleNoseTip_isThatOfTheMeanHead() {
    int tip = GENERATOR.model().mesh().landmarks(LandmarkSet.FIVE).get(2).vertex();
    float[] mean = GENERATOR.model().mesh().copyPositions();
    each(
        (face, view) -> {
          Landmark nose = TRUTH.landmarks(view, LandmarkSet.FIVE, Visibility.EXACT).get(2);
          FloatMap places = new TruthMaps(TRUTH.scene(view)).measured(TruthKind.CORRESPONDENCE);
          if (nose.visible()) {
            for (int k = 0; k < 3; k++) {
              assertThat(places.at((int) nose.x(), (int) nose.y(), k))
                  .isCloseTo(mean[3 * tip + k], within(4f));
            }
          }
        });
  }

  @Test
  void normals_areUnitVectorsThatFaceTheCamera() {
    each(
        (face, view) -> {
          FloatMap normals = new TruthMaps(TRUTH.scene(view)).measured(TruthKind.NORMALS);
          int away = 0;
          int seen = 0;
          for (int y = 0; y < 112; y++) {
            for (int x = 0; x < 112; x++) {
              double nx = normals.at(x, y, 0);
              double ny = normals.at(x, y, 1);
              double nz = normals.at(x, y, 2);
              double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
              if (length > 0) {
                assertThat(length).isCloseTo(1, within(1e-4));
                seen++;
                away += nz < -0.2 ? 1 : 0;
              }
            }
          }
          assertThat(away).isLessThan(seen / 100);
        });
  }

  @Test
  void albedoTimesIllumination_explainsTheGreyLevelsOfTheSkin() {
    List<Double> correlations = new ArrayList<>();
    each(
        (face, view) -> {
          TruthMaps maps = new TruthMaps(TRUTH.scene(view));
          FloatMap albedo = maps.measured(TruthKind.ALBEDO);
          FloatMap light = maps.measured(TruthKind.ILLUMINATION);
          LabelMap segments = maps.labelled(TruthKind.SEGMENTATION);
          List<double[]> pairs = new ArrayList<>();
          for (int y = 1; y < 111; y++) {
            for (int x = 1; x < 111; x++) {
              if (segments.at(x, y) == Segment.SKIN.ordinal()) {
                double shaded = albedo.at(x, y, 1) * light.at(x, y, 1);
                pairs.add(new double[] {Math.pow(shaded, 1 / 2.2), face.image().sample(x, y, 1)});
              }
            }
          }
          correlations.add(correlation(pairs));
        });
    Collections.sort(correlations);
    assertThat(correlations.get(correlations.size() / 2)).isGreaterThan(0.95);
  }

  private static double correlation(List<double[]> pairs) {
    double meanX = pairs.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double meanY = pairs.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    double xx = pairs.stream().mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX)).sum();
    double yy = pairs.stream().mapToDouble(p -> (p[1] - meanY) * (p[1] - meanY)).sum();
    double xy = pairs.stream().mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY)).sum();
    return xy / Math.sqrt(xx * yy);
  }

  @Test
  void labels_ofAPicture_followWhatWasDrawn() {
    each(
        (face, view) -> {
          AttributeLabels labels = AttributeLabels.of(HeadFacts.of(face.parameters(), view));
          assertThat(labels.get(FaceAttribute.EYEGLASSES))
              .isEqualTo(AttributeLabel.of(face.parameters().accessories().glasses()));
          assertThat(labels.get(FaceAttribute.WEARING_HAT))
              .isEqualTo(AttributeLabel.of(face.parameters().accessories().hat()));
          assertThat(labels.get(FaceAttribute.MALE))
              .isEqualTo(AttributeLabel.of(face.parameters().traits().masculine()));
          assertThat(labels.maadRow()).hasSize(47);
        });
  }

  @Test
  void pictureTruth_asJson_readsBackTheSame() {
    each(
        (face, view) -> {
          PictureTruth all = PictureTruth.of(TRUTH, face.parameters(), view);

          assertThat(Json.read(all.toJson(), PictureTruth.class, "truth")).isEqualTo(all);
          assertThat(all.landmarks().get("ibug-68")).hasSize(68);
          assertThat(all.light().soft()).hasSize(9);
        });
  }

  @Test
  void view_beforeAnyPicture_isRefused() {
    SubjectGenerator subject = GENERATOR.subject(0);

    assertThatThrownBy(subject::view).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void cameraOfAPicture_isAtItsDistance() {
    each(
        (face, view) -> {
          CameraTruth camera = HeadTruth.camera(view);
          assertThat(-camera.translation().get(2)).isEqualTo(face.parameters().pose().distance());
        });
  }

  /** Everything with a label must lie in the landmarks' box, some pixels more on each side. */
  private static void assertInside(
      LabelMap map, Segment segment, List<Landmark> marks, double more) {
    double left = marks.stream().mapToDouble(Landmark::x).min().orElseThrow() - more;
    double right = marks.stream().mapToDouble(Landmark::x).max().orElseThrow() + more;
    double top = marks.stream().mapToDouble(Landmark::y).min().orElseThrow() - more;
    double bottom = marks.stream().mapToDouble(Landmark::y).max().orElseThrow() + more;
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        if (map.at(x, y) == segment.ordinal()) {
          assertThat(x + 0.5).as(segment + " x").isBetween(left, right);
          assertThat(y + 0.5).as(segment + " y").isBetween(top, bottom);
        }
      }
    }
  }

  private static void each(Look look) {
    RenderWorkspace workspace = GENERATOR.newWorkspace();
    for (int i = 0; i < SUBJECTS; i++) {
      SubjectGenerator subject = GENERATOR.subject(i, workspace);
      for (int j = 0; j < 3; j++) {
        look.at(subject.sample(j), subject.view());
      }
    }
  }
}
