package org.facerepro.face.truth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.head.LandmarkSet;

/**
 * Which vertices carry a mesh's landmarks. A landmark of several vertices lies at their mean, as
 * the centre of an eye does between its corners. Immutable.
 */
public final class LandmarkVertices {
  private final Map<String, List<Integer>> byName;

  private LandmarkVertices(Map<String, List<Integer>> byName) {
    this.byName = byName;
  }

  /**
   * Takes names and vertices over, in the map's order.
   *
   * @throws InvalidValueException if a landmark has no vertex
   */
  public static LandmarkVertices of(Map<String, List<Integer>> byName) {
    Map<String, List<Integer>> copy = new LinkedHashMap<>();
    byName.forEach(
        (name, vertices) -> {
          if (vertices.isEmpty()) {
            throw new InvalidValueException(name, "at least one vertex", vertices);
          }
          copy.put(name, List.copyOf(vertices));
        });
    return new LandmarkVertices(copy);
  }

  /** Takes over landmarks of one vertex each, as morphable models name them. */
  public static LandmarkVertices ofSingle(Map<String, Integer> byName) {
    Map<String, List<Integer>> lists = new LinkedHashMap<>();
    byName.forEach((name, vertex) -> lists.put(name, List.of(vertex)));
    return of(lists);
  }

  /** Returns the landmarks of all sets of the built-in head. */
  public static LandmarkVertices of(HeadMesh head) {
    Map<String, List<Integer>> lists = new LinkedHashMap<>();
    for (LandmarkSet set : LandmarkSet.values()) {
      head.landmarks(set).forEach(mark -> lists.put(mark.name(), List.of(mark.vertex())));
    }
    return of(lists);
  }

  /** Returns the names, in their order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Returns whether all landmarks of a set are known. */
  public boolean has(LandmarkSet set) {
    return byName.keySet().containsAll(set.names());
  }

  /**
   * Returns the landmarks of a set, in its order.
   *
   * @throws InvalidValueException if one is not known; says which
   */
  public LandmarkVertices only(LandmarkSet set) {
    Map<String, List<Integer>> chosen = new LinkedHashMap<>();
    for (String name : set.names()) {
      List<Integer> vertices = byName.get(name);
      if (vertices == null) {
        throw new InvalidValueException(
            set.label(), "a mesh that names its landmark " + name, names());
      }
      chosen.put(name, vertices);
    }
    return new LandmarkVertices(chosen);
  }

  List<Integer> vertices(String name) {
    return Objects.requireNonNull(byName.get(name), "asked only for names of this map");
  }
}
