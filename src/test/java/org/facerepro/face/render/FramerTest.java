package org.facerepro.face.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.model.LinearModel;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.ModelCard;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.image.Point;
import org.junit.jupiter.api.Test;

class FramerTest {
  private static final int RINGS = 12;

  /** An odd size, of which integer division loses half a pixel. */
  private static final int SIZE = 65;

  private static final float[] BALL = PaintedMesh.ball(RINGS, 90);

  private static final List<String> THREE =
      List.of("right.eye.pupil.center", "left.eye.pupil.center", "center.nose.tip");

  private static final List<String> BOX =
      List.of(
          "left.ear.helix.outer",
          "right.ear.helix.outer",
          "center.nose.tip",
          "center.front.trichion",
          "center.chin.tip",
          "left.eyebrow.bend.lower",
          "right.eyebrow.bend.lower");

  /** Each name's vertex on the ball: row from the top, column from the front to the right. */
  private static int vertex(String name) {
    int[] at =
        switch (name) {
          case "right.eye.pupil.center" -> new int[] {5, 22};
          case "left.eye.pupil.center" -> new int[] {5, 2};
          case "center.nose.tip" -> new int[] {6, 0};
          case "left.ear.helix.outer" -> new int[] {5, 6};
          case "right.ear.helix.outer" -> new int[] {5, 18};
          case "center.front.trichion" -> new int[] {2, 0};
          case "center.chin.tip" -> new int[] {10, 0};
          case "left.eyebrow.bend.lower" -> new int[] {4, 3};
          case "right.eyebrow.bend.lower" -> new int[] {4, 21};
          case "right.nose.wing.tip" -> new int[] {7, 23};
          case "left.nose.wing.tip" -> new int[] {7, 1};
          case "right.eye.corner_outer" -> new int[] {5, 21};
          case "right.eye.corner_inner" -> new int[] {5, 23};
          case "left.eye.corner_inner" -> new int[] {5, 1};
          case "left.eye.corner_outer" -> new int[] {5, 3};
          case "right.lips.corner" -> new int[] {8, 22};
          default -> new int[] {8, 3};
        };
    return at[0] * 2 * RINGS + at[1];
  }

  private static MorphableModel model(List<String> names) {
    Map<String, Integer> marks = new LinkedHashMap<>();
    names.forEach(name -> marks.put(name, vertex(name)));
    ModelCard card =
        new ModelCard(
            "ball", "Ball", "none", "none", "a test", null, new ModelCard.Counts(0, 0, 0, 0, 0));
    return LinearModel.builder(
            card,
            PaintedMesh.ballTriangles(RINGS),
            LinearSpace.of(BALL, new float[BALL.length], new float[1], List.of("none")))
        .landmarks(marks)
        .build();
  }

  private static ViewPose pose(List<String> names, Centring centring) {
    ModelSpec spec = ModelSpec.of(1, 1, SIZE).with(centring);
    return new ModelGenerator(model(names), spec, new Seed(3)).subject(0).sample(0).pose();
  }

  private static Point seen(ViewPose pose, String name) {
    int at = 3 * vertex(name);
    return pose.project(BALL[at], BALL[at + 1], BALL[at + 2]);
  }

  private static Point mean(ViewPose pose, List<String> names) {
    return new Point(
        names.stream().mapToDouble(name -> seen(pose, name).x()).average().orElseThrow(),
        names.stream().mapToDouble(name -> seen(pose, name).y()).average().orElseThrow());
  }

  private static final List<String> NAMED =
      List.of(
          "right.eye.pupil.center",
          "left.eye.pupil.center",
          "center.nose.tip",
          "center.chin.tip",
          "left.ear.helix.outer");

  @Test
  void landmarks_ofAModelThatNamesPupilsAndNoseTip_bringTheirMeanToTheMiddle() {
    Point middle = mean(pose(NAMED, Centring.LANDMARKS), THREE);
    assertThat(middle.x()).isCloseTo(32.5, within(1e-4));
    assertThat(middle.y()).isCloseTo(32.5, within(1e-4));
  }

  @Test
  void landmarks_asTheBaselGeneratorDivides_bringThemHalfAPixelBeside() {
    Point middle = mean(pose(NAMED, Centring.LANDMARKS_BASEL), THREE);
    assertThat(middle.x()).isCloseTo(32, within(1e-4));
    assertThat(middle.y()).isCloseTo(32, within(1e-4));
  }

  @Test
  void landmarks_ofAModelThatNamesEyeCornersAlone_takeTheEyesByThem() {
    List<String> corners =
        List.of(
            "right.eye.corner_outer",
            "right.eye.corner_inner",
            "left.eye.corner_outer",
            "left.eye.corner_inner",
            "center.nose.tip",
            "right.lips.corner",
            "left.lips.corner");
    ViewPose pose = pose(corners, Centring.LANDMARKS);
    Point right = mean(pose, corners.subList(0, 2));
    Point left = mean(pose, corners.subList(2, 4));
    Point nose = seen(pose, "center.nose.tip");
    assertThat((right.x() + left.x() + nose.x()) / 3).isCloseTo(32.5, within(1e-4));
    assertThat((right.y() + left.y() + nose.y()) / 3).isCloseTo(32.5, within(1e-4));
  }

  @Test
  void landmarks_ofAModelThatNamesNeither_takeAll() {
    List<String> others = List.of("center.chin.tip", "center.front.trichion", "left.nose.wing.tip");
    Point middle = mean(pose(others, Centring.LANDMARKS), others);
    assertThat(middle.x()).isCloseTo(32.5, within(1e-4));
    assertThat(middle.y()).isCloseTo(32.5, within(1e-4));
  }

  @Test
  void faceBox_asTheBaselGeneratorActs_isCentredOnTheNosesWingsAndAsWideAsSevenPoints() {
    List<String> names = new ArrayList<>(BOX);
    names.addAll(List.of("right.nose.wing.tip", "left.nose.wing.tip"));
    ViewPose pose = pose(names, Centring.FACE_BOX_BASEL);
    double[] x = BOX.stream().mapToDouble(name -> seen(pose, name).x()).sorted().toArray();
    double[] y = BOX.stream().mapToDouble(name -> seen(pose, name).y()).sorted().toArray();
    assertThat(Math.max(x[6] - x[0], y[6] - y[0])).isCloseTo(SIZE, within(1e-3));
    double scale = pose.focal() / (7.5 / 2 * SIZE);
    Point wings = mean(pose, names.subList(7, 9));
    assertThat(wings.x()).isCloseTo(32.5 - 0.5 * scale, within(1e-3));
    assertThat(wings.y()).isCloseTo(32.5 - 0.5 * scale, within(1e-3));
  }

  @Test
  void faceBox_asTheBaselGeneratorActs_ofAModelWithoutItsPointsIsTheUsualOne() {
    assertThat(pose(NAMED, Centring.FACE_BOX_BASEL)).isEqualTo(pose(NAMED, Centring.FACE_BOX));
  }
}
