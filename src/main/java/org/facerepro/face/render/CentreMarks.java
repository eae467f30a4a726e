package org.facerepro.face.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facerepro.face.model.MorphableModel;

/**
 * The vertices of a model that pictures are centred by; each point is the mean of some.
 *
 * @param middle the points whose mean is the middle of the face: both pupils and the nose tip;
 *     where the model names no pupils, both eyes by their corners; where it names neither, all its
 *     landmarks
 * @param wings the wings of the nose; none if the model lacks one, or a point of {@code extent}
 * @param extent ears, nose tip, hair line, chin and brows, whose box is a face's; none likewise
 */
record CentreMarks(
    List<List<Integer>> middle, List<List<Integer>> wings, List<List<Integer>> extent) {
  private static final List<String> MIDDLE =
      List.of("right.eye.pupil.center", "left.eye.pupil.center", "center.nose.tip");
  private static final List<String> WINGS = List.of("right.nose.wing.tip", "left.nose.wing.tip");
  private static final List<String> EXTENT =
      List.of(
          "left.ear.helix.outer",
          "right.ear.helix.outer",
          "center.nose.tip",
          "center.front.trichion",
          "center.chin.tip",
          "left.eyebrow.bend.lower",
          "right.eyebrow.bend.lower");

  CentreMarks {
    middle = List.copyOf(middle);
    wings = List.copyOf(wings);
    extent = List.copyOf(extent);
  }

  static CentreMarks of(MorphableModel model) {
    Map<String, Integer> names = model.landmarks();
    List<List<Integer>> wings = named(names, WINGS);
    List<List<Integer>> extent = named(names, EXTENT);
    boolean boxed = !wings.isEmpty() && !extent.isEmpty();
    return new CentreMarks(middle(model), boxed ? wings : List.of(), boxed ? extent : List.of());
  }

  private static List<List<Integer>> middle(MorphableModel model) {
    List<List<Integer>> three = named(model.landmarks(), MIDDLE);
    if (!three.isEmpty()) {
      return three;
    }
    return FivePoints.of(model)
        .map(five -> five.points().subList(0, 3))
        .orElseGet(() -> model.landmarks().values().stream().map(List::of).toList());
  }

  private static List<List<Integer>> named(Map<String, Integer> known, List<String> names) {
    List<List<Integer>> points = new ArrayList<>();
    for (String name : names) {
      Integer vertex = known.get(name);
      if (vertex == null) {
        return List.of();
      }
      points.add(List.of(vertex));
    }
    return points;
  }
}
