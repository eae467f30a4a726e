package org.facerepro.face.render;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.Point;
import org.facerepro.image.Similarity;

/** Moves and scales pictures to the face. */
final class Framer {
  /** Share of the picture's shorter side that the longer side of the face's box takes. */
  private static final double FILL = 0.9;

  private final Centring centring;
  private final int width;
  private final int height;
  private final List<Integer> landmarks;
  private final List<List<Integer>> five;

  /**
   * Checks that a model can be centred so.
   *
   * @throws InvalidValueException if the model lacks the landmarks, or the picture is not square
   *     where it must be
   */
  Framer(MorphableModel model, Centring centring, int width, int height) {
    this.centring = centring;
    this.width = width;
    this.height = height;
    landmarks = List.copyOf(model.landmarks().values());
    five = FivePoints.of(model).map(FivePoints::points).orElse(List.of());
    if (centring == Centring.LANDMARKS) {
      Require.that(!landmarks.isEmpty(), "centring", "a model with landmarks", "none");
    }
    if (centring == Centring.FIVE_POINT) {
      Require.that(!five.isEmpty(), "centring", "a model with the five points", "not all named");
      Require.that(width == height, "size", "as high as wide", width + " x " + height);
    }
  }

  /** Returns the view of a face, moved and scaled, then zoomed and shifted as the shot says. */
  ViewPose framed(ModelShot shot, ViewMesh mesh) {
    ViewPose centred = centred(ViewPose.of(shot.camera(), shot.turn(), width, height), mesh);
    return shot.zoom() == 1 && shot.shiftX() == 0 && shot.shiftY() == 0
        ? centred
        : centred.moved(
            new Similarity(
                shot.zoom(),
                0,
                (1 - shot.zoom()) * width / 2 + shot.shiftX(),
                (1 - shot.zoom()) * height / 2 + shot.shiftY()));
  }

  private ViewPose centred(ViewPose pose, ViewMesh mesh) {
    return switch (centring) {
      case NONE -> pose;
      case FACE_BOX -> pose.moved(box(pose, mesh));
      case LANDMARKS -> pose.moved(middle(pose, projected(pose, mesh, landmarks)));
      case FIVE_POINT ->
          pose.moved(
              Similarity.fit(
                  five.stream().map(point -> projected(pose, mesh, point)).toList(),
                  ArcFaceTemplate.points(pose.width())));
    };
  }

  private static Similarity middle(ViewPose pose, Point at) {
    return new Similarity(1, 0, pose.width() / 2.0 - at.x(), pose.height() / 2.0 - at.y());
  }

  private static Point projected(ViewPose pose, ViewMesh mesh, List<Integer> vertices) {
    List<Point> points = new ArrayList<>();
    for (int v : vertices) {
      int at = mesh.at + 3 * v;
      points.add(pose.project(mesh.positions[at], mesh.positions[at + 1], mesh.positions[at + 2]));
    }
    return new Point(
        points.stream().mapToDouble(Point::x).average().orElseThrow(),
        points.stream().mapToDouble(Point::y).average().orElseThrow());
  }

  private static Similarity box(ViewPose pose, ViewMesh mesh) {
    double[] box = mesh.box(pose);
    double longer = Math.max(box[1] - box[0], box[3] - box[2]);
    double side = Math.min(pose.width(), pose.height());
    double scale = FILL * side / Math.max(1e-3, longer);
    double x = (box[0] + box[1]) / 2;
    double y = (box[2] + box[3]) / 2;
    return new Similarity(
        scale, 0, pose.width() / 2.0 - scale * x, pose.height() / 2.0 - scale * y);
  }
}
