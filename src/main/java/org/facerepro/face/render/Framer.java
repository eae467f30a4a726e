package org.facerepro.face.render;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
  private final CentreMarks marks;
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
    marks = CentreMarks.of(model);
    five = FivePoints.of(model).map(FivePoints::points).orElse(List.of());
    if (centring == Centring.LANDMARKS || centring == Centring.LANDMARKS_BASEL) {
      Require.that(!marks.middle().isEmpty(), "centring", "a model with landmarks", "none");
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
      case FACE_BOX_BASEL ->
          pose.moved(marks.extent().isEmpty() ? box(pose, mesh) : basel(pose, mesh));
      case LANDMARKS -> pose.moved(to(width / 2.0, height / 2.0, middle(pose, mesh), 1));
      case LANDMARKS_BASEL -> pose.moved(to(half(width), half(height), middle(pose, mesh), 1));
      case FIVE_POINT ->
          pose.moved(
              Similarity.fit(
                  five.stream().map(point -> projected(pose, mesh, point)).toList(),
                  ArcFaceTemplate.points(pose.width())));
    };
  }

  private Point middle(ViewPose pose, ViewMesh mesh) {
    return mean(marks.middle().stream().map(point -> projected(pose, mesh, point)).toList());
  }

  /** Brings a point to a place and scales about it. */
  private static Similarity to(double x, double y, Point from, double scale) {
    return new Similarity(scale, 0, x - scale * from.x(), y - scale * from.y());
  }

  /** Half of some pixels, as integers are divided. */
  private static int half(int pixels) {
    return pixels / 2;
  }

  /** The Basel generator shifts first and scales about the true middle of the picture after. */
  private Similarity basel(ViewPose pose, ViewMesh mesh) {
    List<Point> box = marks.extent().stream().map(point -> projected(pose, mesh, point)).toList();
    double side = Math.max(extent(box, Point::x), extent(box, Point::y));
    double scale = width / Math.max(1e-3, side);
    Point wings = mean(marks.wings().stream().map(point -> projected(pose, mesh, point)).toList());
    return to(
        width / 2.0 + scale * (half(width) - width / 2.0),
        height / 2.0 + scale * (half(height) - height / 2.0),
        wings,
        scale);
  }

  private static double extent(List<Point> points, ToDoubleFunction<Point> axis) {
    DoubleSummaryStatistics along = points.stream().mapToDouble(axis).summaryStatistics();
    return along.getMax() - along.getMin();
  }

  private static Point projected(ViewPose pose, ViewMesh mesh, List<Integer> vertices) {
    List<Point> points = new ArrayList<>();
    for (int v : vertices) {
      int at = mesh.at + 3 * v;
      points.add(pose.project(mesh.positions[at], mesh.positions[at + 1], mesh.positions[at + 2]));
    }
    return mean(points);
  }

  private static Point mean(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(Point::x).average().orElseThrow(),
        points.stream().mapToDouble(Point::y).average().orElseThrow());
  }

  private static Similarity box(ViewPose pose, ViewMesh mesh) {
    double[] box = mesh.box(pose);
    double longer = Math.max(box[1] - box[0], box[3] - box[2]);
    double side = Math.min(pose.width(), pose.height());
    double scale = FILL * side / Math.max(1e-3, longer);
    Point middle = new Point((box[0] + box[1]) / 2, (box[2] + box[3]) / 2);
    return to(pose.width() / 2.0, pose.height() / 2.0, middle, scale);
  }
}
