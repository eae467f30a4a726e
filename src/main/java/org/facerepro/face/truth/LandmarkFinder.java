package org.facerepro.face.truth;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.face.draw.Spot;
import org.facerepro.face.draw.VisibleSurface;

/**
 * Finds the landmarks of a drawn scene: where they lie on the picture and whether they are seen.
 */
public final class LandmarkFinder {
  private final VisibleSurface surface;
  private final Facing facing;
  private final Visibility rule;

  /** Says whether a vertex's surface faces the camera. */
  @FunctionalInterface
  public interface Facing {
    boolean test(int vertex);
  }

  /**
   * Makes a finder for one scene.
   *
   * @param facing whether a vertex's surface faces the camera; asked by {@link Visibility#EXACT}
   */
  public LandmarkFinder(VisibleSurface surface, Facing facing, Visibility rule) {
    this.surface = surface;
    this.facing = facing;
    this.rule = rule;
  }

  /**
   * Says which vertices face a pinhole camera, from positions and normals in camera space; vertices
   * without a normal face every way.
   *
   * @param positions packed x, y and depth-increasing −z {@code [V, 3]}, mm, camera at the origin
   * @param normals packed {@code [V, 3]}
   */
  public static Facing facing(float[] positions, float[] normals) {
    return vertex -> {
      int i = 3 * vertex;
      double dot =
          (double) normals[i] * positions[i]
              + (double) normals[i + 1] * positions[i + 1]
              + (double) normals[i + 2] * positions[i + 2];
      return dot <= 0;
    };
  }

  /** Returns the landmarks, in the order of their names. */
  public List<Landmark> find(LandmarkVertices landmarks) {
    List<Landmark> found = new ArrayList<>();
    for (String name : landmarks.names()) {
      found.add(find(name, landmarks.vertices(name)));
    }
    return List.copyOf(found);
  }

  private Landmark find(String name, List<Integer> vertices) {
    double x = 0;
    double y = 0;
    double w = 0;
    boolean turned = true;
    for (int vertex : vertices) {
      double weight = 1 / surface.depth(vertex);
      x += surface.x(vertex);
      y += surface.y(vertex);
      w += weight;
      turned &= facing.test(vertex);
    }
    int n = vertices.size();
    x /= n;
    y /= n;
    double depth = n / w;
    boolean inside = surface.inside(x, y);
    boolean seen =
        (turned || !rule.needsFacing()) && rule.unhidden(surface, x, y, depth, new Spot());
    return new Landmark(name, x, y, depth, inside, seen);
  }
}
