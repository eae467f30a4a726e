package org.facerepro.face.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.model.Coefficients;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.render.ViewPose;
import org.facerepro.image.Point;
import org.jspecify.annotations.Nullable;

/**
 * The landmarks of morphable models from files, with the model's own names, and from these as far
 * as they go the sets: five points from Basel names or the numbered ones, 68 from those of the
 * Multi-PIE mark-up.
 *
 * <p>Left and right are the subject's own in Basel names and the picture's in the five points.
 */
public final class ModelLandmarks {
  private static final String NUMBERED = "multipie68.%02d";

  private final Map<String, Integer> named;
  private final Map<String, List<Integer>> all = new LinkedHashMap<>();

  private ModelLandmarks(Map<String, Integer> named) {
    this.named = named;
  }

  /** Returns all landmarks that a model names or that follow from those. */
  public static LandmarkVertices of(MorphableModel model) {
    return of(model.landmarks());
  }

  /** Returns the five points of alignment; none of them if the model does not name all. */
  public static LandmarkVertices five(MorphableModel model) {
    LandmarkVertices all = of(model);
    return all.has(LandmarkSet.FIVE) ? all.only(LandmarkSet.FIVE) : LandmarkVertices.of(Map.of());
  }

  /** Returns where landmarks of a face lie on a picture, in their order, pixels. */
  public static List<Point> project(
      LandmarkVertices landmarks, MorphableModel model, Coefficients face, ViewPose pose) {
    List<Point> points = new ArrayList<>();
    double[] shape = face.shape();
    double[] expression = face.expression();
    for (String name : landmarks.names()) {
      List<Integer> vertices = landmarks.vertices(name);
      double[] place = new double[3];
      for (int vertex : vertices) {
        for (int k = 0; k < 3; k++) {
          int row = 3 * vertex + k;
          place[k] +=
              (coordinate(model.shape(), row, shape)
                      + coordinate(model.expression(), row, expression))
                  / vertices.size();
        }
      }
      points.add(pose.project(place[0], place[1], place[2]));
    }
    return points;
  }

  private static double coordinate(LinearSpace space, int row, double[] coefficients) {
    double sum = space.mean(row);
    for (int k = 0; k < coefficients.length; k++) {
      sum += space.basis(row, k) * space.deviation(k) * coefficients[k];
    }
    return sum;
  }

  static LandmarkVertices of(Map<String, Integer> named) {
    ModelLandmarks landmarks = new ModelLandmarks(named);
    named.forEach((name, vertex) -> landmarks.all.put(name, List.of(vertex)));
    landmarks.five();
    landmarks.numbered();
    return LandmarkVertices.of(landmarks.all);
  }

  private void five() {
    List<String> names = LandmarkSet.FIVE.names();
    putIfThere(names.get(0), either(eye("right"), points(36, 41)));
    putIfThere(names.get(1), either(eye("left"), points(42, 47)));
    putIfThere(names.get(2), either(those("center.nose.tip"), points(30, 30)));
    putIfThere(names.get(3), either(those("right.lips.corner"), points(48, 48)));
    putIfThere(names.get(4), either(those("left.lips.corner"), points(54, 54)));
  }

  private static @Nullable List<Integer> either(
      @Nullable List<Integer> first, @Nullable List<Integer> other) {
    return first != null ? first : other;
  }

  private @Nullable List<Integer> points(int first, int last) {
    return those(
        IntStream.rangeClosed(first, last).mapToObj(NUMBERED::formatted).toArray(String[]::new));
  }

  private @Nullable List<Integer> eye(String side) {
    List<Integer> corners = those(side + ".eye.corner_outer", side + ".eye.corner_inner");
    return corners != null ? corners : those(side + ".eye.pupil.center");
  }

  private void numbered() {
    List<String> names = LandmarkSet.IBUG_68.names();
    for (int i = 0; i < names.size(); i++) {
      putIfThere(names.get(i), those(NUMBERED.formatted(i)));
    }
  }

  private @Nullable List<Integer> those(String... names) {
    for (String name : names) {
      if (!named.containsKey(name)) {
        return null;
      }
    }
    return Arrays.stream(names).map(named::get).toList();
  }

  private void putIfThere(String name, @Nullable List<Integer> vertices) {
    if (vertices != null) {
      all.put(name, vertices);
    }
  }
}
