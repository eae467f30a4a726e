package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.PictureCamera;
import org.facerepro.face.draw.Rotation;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.scene.Crop;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.FaceParameters.Landmark;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FramingTest {
  private static final int SIZE = 160;

  private static FaceGenerator generator(int size, Crop crop) {
    return new FaceGenerator(
        new GeneratorSpec(FaceDomain.GRAPHICS, 4, 2).framed(size, crop), new Seed(3));
  }

  @Test
  void aligned_ofAnySize_hasTheCentroidOfItsLandmarksOnTheTemplate() {
    List<Point> template = ArcFaceTemplate.points(SIZE);
    for (int i = 0; i < 4; i++) {
      List<Landmark> five = landmarks(generator(SIZE, Crop.ALIGNED), i);
      double x = five.stream().mapToDouble(Landmark::x).average().orElseThrow();
      double y = five.stream().mapToDouble(Landmark::y).average().orElseThrow();
      assertThat(x)
          .isCloseTo(template.stream().mapToDouble(Point::x).average().orElse(0), within(3.0));
      assertThat(y)
          .isCloseTo(template.stream().mapToDouble(Point::y).average().orElse(0), within(3.0));
    }
  }

  private static List<Landmark> landmarks(FaceGenerator generator, int subject) {
    return generator.subject(subject).sample(0).parameters().landmarks();
  }

  @Test
  void landmarkCrop_centresEyesAndNose() {
    for (int i = 0; i < 4; i++) {
      List<Landmark> three = landmarks(generator(SIZE, Crop.LANDMARK), i).subList(0, 3);
      double x = three.stream().mapToDouble(Landmark::x).average().orElseThrow();
      double y = three.stream().mapToDouble(Landmark::y).average().orElseThrow();
      assertThat(x).isCloseTo(SIZE / 2.0, within(0.01));
      assertThat(y).isCloseTo(SIZE / 2.0, within(0.01));
    }
  }

  @Test
  void faceBox_holdsAllLandmarksWithRoomAround() {
    for (int i = 0; i < 4; i++) {
      for (Landmark point : landmarks(generator(SIZE, Crop.FACE_BOX), i)) {
        assertThat(point.x()).isBetween(0.1 * SIZE, 0.9 * SIZE);
        assertThat(point.y()).isBetween(0.1 * SIZE, 0.9 * SIZE);
      }
    }
  }

  @Test
  void noCrop_looksAtTheHeadsOrigin() {
    RenderWorkspace buffers = generator(SIZE, Crop.NONE).newWorkspace();
    generator(SIZE, Crop.NONE).subject(0, buffers).sample(0);
    PictureCamera camera = buffers.last().orElseThrow().camera();
    assertThat(camera.u(0, 0, 0)).isCloseTo(SIZE / 2.0, within(1e-6));
    assertThat(camera.v(0, 0, 0)).isCloseTo(SIZE / 2.0, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(Crop.class)
  void camera_ofEachCrop_projectsEveryVertexWhereItWasDrawn(Crop crop) {
    FaceGenerator generator = generator(SIZE, crop);
    RenderWorkspace buffers = generator.newWorkspace();
    generator.subject(1, buffers).sample(1);
    PictureCamera camera = buffers.last().orElseThrow().camera();
    float[] p = buffers.positions;
    for (int i = 0; i < p.length; i += 300) {
      double scale = RenderWorkspace.SUPERSAMPLING;
      assertThat(scale * camera.u(p[i], p[i + 1], p[i + 2]))
          .isCloseTo(buffers.screen[i], within(0.02));
      assertThat(scale * camera.v(p[i], p[i + 1], p[i + 2]))
          .isCloseTo(buffers.screen[i + 1], within(0.02));
      assertThat(1 / camera.depth(p[i], p[i + 1], p[i + 2]))
          .isCloseTo(buffers.screen[i + 2], within(1e-7));
    }
  }

  private static final Map<Control, Double> REFRAMED =
      Map.of(
          FaceControl.CAMERA_FOCAL_SCALE, 1.5,
          FaceControl.CAMERA_SHIFT_X, 0.1,
          FaceControl.CAMERA_SHIFT_Y, -0.05);

  @Test
  void camera_reframed_projectsByTheLongerLensAndTheMovedPrincipalPoint() {
    FaceGenerator generator = generator(SIZE, Crop.NONE);
    RenderWorkspace buffers = generator.newWorkspace();
    GeneratedFace face = generator.subject(0, buffers).sample(0, REFRAMED);
    double distance = face.parameters().pose().distance();
    PictureCamera camera = buffers.last().orElseThrow().camera();
    float[] p = buffers.positions;
    for (int i = 0; i < p.length; i += 999) {
      Rotation turn = camera.rotation();
      double deep = distance - turn.row(2, p[i], p[i + 1], p[i + 2]);
      // The lens shows 480 mm at the head's origin.
      double scale = 1.5 * distance * SIZE / 480 / deep;
      assertThat(camera.u(p[i], p[i + 1], p[i + 2]))
          .isCloseTo(0.6 * SIZE + scale * turn.row(0, p[i], p[i + 1], p[i + 2]), within(1e-3));
      assertThat(camera.v(p[i], p[i + 1], p[i + 2]))
          .isCloseTo(0.45 * SIZE - scale * turn.row(1, p[i], p[i + 1], p[i + 2]), within(1e-3));
      assertThat(buffers.screen[i])
          .isCloseTo(
              (float) (RenderWorkspace.SUPERSAMPLING * camera.u(p[i], p[i + 1], p[i + 2])),
              within(0.02f));
    }
  }

  @ParameterizedTest
  @EnumSource(Crop.class)
  void landmarks_reframed_moveAboutTheMiddleInEveryCrop(Crop crop) {
    SubjectGenerator subject = generator(SIZE, crop).subject(1);
    GeneratedFace usual = subject.sample(0);
    GeneratedFace moved = subject.sample(0, REFRAMED);
    for (int i = 0; i < 5; i++) {
      Landmark from = usual.parameters().landmarks().get(i);
      Landmark to = moved.parameters().landmarks().get(i);
      assertThat(to.x()).isCloseTo(SIZE * 0.6 + 1.5 * (from.x() - SIZE / 2.0), within(1e-3));
      assertThat(to.y()).isCloseTo(SIZE * 0.45 + 1.5 * (from.y() - SIZE / 2.0), within(1e-3));
    }
    assertThat(usual.parameters().controls()).doesNotContainKey("camera.focalScale");
    assertThat(moved.parameters().controls()).containsEntry("camera.shiftX", 0.1);
  }

  @ParameterizedTest
  @EnumSource(Crop.class)
  void sample_ofEachCrop_hasTheSizeThatWasAskedFor(Crop crop) {
    GeneratedFace face = generator(256, crop).subject(0).sample(0);
    assertThat(face.image().width()).isEqualTo(256);
    assertThat(face.image().height()).isEqualTo(256);
  }

  @Test
  void specification_ofATinyPicture_isRefused() {
    assertThatThrownBy(() -> new GeneratorSpec(FaceDomain.GRAPHICS, 1, 1).framed(32, Crop.ALIGNED))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("size");
  }
}
