package org.facerepro.face.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.SubjectGenerator;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.Segment;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.truth.FloatMap;
import org.facerepro.face.truth.HeadTruth;
import org.facerepro.face.truth.LabelMap;
import org.facerepro.face.truth.TruthKind;
import org.facerepro.face.truth.TruthMaps;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // maps hold the numbers of segments
class SceneIlluminationTest {

  /** Before camera and background a pixel is albedo · illumination + highlight · key colour. */
  @Test
  void albedoTimesIllumination_leavesOfTheShadedPictureOnlyAHighlightInTheKeysColour() {
    FaceGenerator generator =
        new FaceGenerator(new GeneratorSpec(FaceDomain.GRAPHICS, 3, 2), new Seed(7));
    HeadTruth truth = new HeadTruth(generator.model());
    List<Double> uneven = new ArrayList<>();
    List<Double> highlights = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      SubjectGenerator subject = generator.subject(i);
      subject.sample(1);
      RenderedView view = subject.view();
      RenderWorkspace ws = view.buffers();
      new PixelShader(
              ws, view.model().layout(), view.lighting(), view.materials(), view.look().wear())
          .shade();
      compare(new TruthMaps(truth.scene(view)), view, uneven, highlights);
    }

    Collections.sort(uneven);
    Collections.sort(highlights);
    assertThat(uneven).hasSizeGreaterThan(10_000);
    assertThat(uneven.get(uneven.size() / 2)).isLessThan(0.01);
    assertThat(highlights.get(highlights.size() / 2)).isBetween(-0.005, 0.05);
    assertThat(highlights.get(highlights.size() / 20)).isGreaterThan(-0.06);
  }

  private static void compare(
      TruthMaps maps, RenderedView view, List<Double> uneven, List<Double> highlights) {
    FloatMap albedo = maps.measured(TruthKind.ALBEDO);
    FloatMap light = maps.measured(TruthKind.ILLUMINATION);
    Rgb key = view.lighting().keyColour();
    float[] keys = {key.r(), key.g(), key.b()};
    float[] picture = view.buffers().picture;
    for (int y = 0; y < view.size(); y++) {
      for (int x = 0; x < view.size(); x++) {
        int at = 4 * (y * view.size() + x);
        if (picture[at + 3] == 1 && light.at(x, y, 0) > 0) {
          double[] rest = new double[3];
          for (int k = 0; k < 3; k++) {
            rest[k] = (picture[at + k] - albedo.at(x, y, k) * light.at(x, y, k)) / keys[k];
          }
          uneven.add(Math.abs(rest[0] - rest[1]));
          highlights.add(rest[1]);
        }
      }
    }
  }

  /**
   * What is left of the picture, in units of the key's colour, by the cosine to the half vector.
   */
  @Test
  void highlight_standsWhereTheNormalHalvesTheWayFromTheCameraToTheLight() {
    FaceGenerator generator =
        new FaceGenerator(new GeneratorSpec(FaceDomain.GRAPHICS, 1, 1), new Seed(7));
    HeadTruth truth = new HeadTruth(generator.model());
    SubjectGenerator subject = generator.subject(0);
    subject.sample(
        0,
        Map.of(
            FaceControl.LIGHT_AZIMUTH, 30.0,
            FaceControl.LIGHT_ELEVATION, 20.0,
            FaceControl.LIGHT_KEY_SHARE, 0.7,
            FaceControl.POSE_YAW, 0.0,
            FaceControl.WEAR_GLASSES, 0.0,
            FaceControl.GROOMING_SWEAT, 3.0));
    RenderedView view = subject.view();
    new PixelShader(
            view.buffers(),
            view.model().layout(),
            view.lighting(),
            view.materials(),
            view.look().wear())
        .shade();
    TruthMaps maps = new TruthMaps(truth.scene(view));
    double near = mean(maps, view, 0.97, 1);
    double aside = mean(maps, view, 0.6, 0.8);
    assertThat(near).isGreaterThan(0.01).isGreaterThan(4 * Math.abs(aside));
  }

  private static double mean(TruthMaps maps, RenderedView view, double least, double most) {
    FloatMap albedo = maps.measured(TruthKind.ALBEDO);
    FloatMap light = maps.measured(TruthKind.ILLUMINATION);
    FloatMap normals = maps.measured(TruthKind.NORMALS);
    LabelMap segments = maps.labelled(TruthKind.SEGMENTATION);
    double a = Math.toRadians(30);
    double e = Math.toRadians(20);
    double[] half = {Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e) + 1};
    double length = Math.sqrt(half[0] * half[0] + half[1] * half[1] + half[2] * half[2]);
    double sum = 0;
    int count = 0;
    for (int y = 0; y < view.size(); y++) {
      for (int x = 0; x < view.size(); x++) {
        int at = 4 * (y * view.size() + x);
        double cos = 0;
        for (int k = 0; k < 3; k++) {
          cos += normals.at(x, y, k) * half[k] / length;
        }
        boolean skin = segments.at(x, y) == Segment.SKIN.ordinal();
        if (skin && view.buffers().picture[at + 3] == 1 && cos >= least && cos < most) {
          double matt = albedo.at(x, y, 1) * light.at(x, y, 1);
          sum += (view.buffers().picture[at + 1] - matt) / view.lighting().keyColour().g();
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(100);
    return sum / count;
  }
}
