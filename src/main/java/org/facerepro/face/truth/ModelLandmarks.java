package org.facerepro.face.truth;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.face.head.LandmarkSet;
import org.facerepro.face.model.MorphableModel;
import org.jspecify.annotations.Nullable;

/**
 * The landmarks of morphable models from files, with the model's own names, and from these as far
 * as they go the sets: five points from Basel names, 68 from those of the Multi-PIE mark-up.
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

  static LandmarkVertices of(Map<String, Integer> named) {
    ModelLandmarks landmarks = new ModelLandmarks(named);
    named.forEach((name, vertex) -> landmarks.all.put(name, List.of(vertex)));
    landmarks.five();
    landmarks.numbered();
    return LandmarkVertices.of(landmarks.all);
  }

  private void five() {
    List<String> names = LandmarkSet.FIVE.names();
    putIfThere(names.get(0), eye("right"));
    putIfThere(names.get(1), eye("left"));
    putIfThere(names.get(2), those("center.nose.tip"));
    putIfThere(names.get(3), those("right.lips.corner"));
    putIfThere(names.get(4), those("left.lips.corner"));
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
