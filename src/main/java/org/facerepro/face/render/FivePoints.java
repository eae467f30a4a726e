package org.facerepro.face.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facerepro.face.model.MorphableModel;

/**
 * The vertices of the five points of face alignment, each the mean of some: the eye on the left of
 * the picture, the eye on its right, the nose tip, the left and right mouth corner of the picture.
 */
record FivePoints(List<List<Integer>> points) {

  FivePoints {
    points = points.stream().map(List::copyOf).toList();
  }

  /** Returns a model's points, from Basel or Multi-PIE names; none if one is missing. */
  static Optional<FivePoints> of(MorphableModel model) {
    Map<String, Integer> names = model.landmarks();
    return first(
            names,
            List.of("right.eye.corner_outer", "right.eye.corner_inner"),
            List.of("left.eye.corner_outer", "left.eye.corner_inner"),
            List.of("center.nose.tip"),
            List.of("right.lips.corner"),
            List.of("left.lips.corner"))
        .or(
            () ->
                first(
                    names,
                    numbered(36, 41),
                    numbered(42, 47),
                    numbered(30, 30),
                    numbered(48, 48),
                    numbered(54, 54)));
  }

  private static List<String> numbered(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj("multipie68.%02d"::formatted).toList();
  }

  @SafeVarargs
  private static Optional<FivePoints> first(Map<String, Integer> known, List<String>... names) {
    List<List<Integer>> points = new ArrayList<>();
    for (List<String> point : names) {
      if (!known.keySet().containsAll(point)) {
        return Optional.empty();
      }
      points.add(point.stream().map(known::get).toList());
    }
    return Optional.of(new FivePoints(points));
  }
}
