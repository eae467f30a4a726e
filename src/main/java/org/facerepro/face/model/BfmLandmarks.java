package org.facerepro.face.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;

/**
 * Landmarks of the Basel layout: a JSON list of {@code {"id": name, "coordinates": [x, y, z]}} on
 * the reference mesh; each becomes the nearest vertex.
 */
final class BfmLandmarks {
  static final String DATASET = "metadata/landmarks/json";

  /** A landmark further off than this belongs to another mesh. */
  private static final double FARTHEST = 20;

  private BfmLandmarks() {}

  /**
   * Returns the vertex nearest to each landmark, in the order of the list.
   *
   * @param points reference mesh {@code [V, 3]}, mm
   */
  static Map<String, Integer> nearest(String json, float[] points, String where) {
    JsonNode list = Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class, where);
    Map<String, Integer> vertices = new LinkedHashMap<>();
    for (JsonNode landmark : list) {
      String name = landmark.path("id").asText();
      JsonNode at = landmark.path("coordinates");
      if (name.isEmpty() || at.size() != 3 || !numbers(at)) {
        throw new CorruptDataException(
            "%s: entry %d: expected an id and three coordinates".formatted(where, vertices.size()));
      }
      if (vertices.put(name, nearest(name, at, points, where)) != null) {
        throw new CorruptDataException("%s: %s is there twice".formatted(where, name));
      }
    }
    return vertices;
  }

  private static boolean numbers(JsonNode at) {
    return at.get(0).isNumber() && at.get(1).isNumber() && at.get(2).isNumber();
  }

  private static int nearest(String name, JsonNode at, float[] points, String where) {
    double x = at.get(0).asDouble();
    double y = at.get(1).asDouble();
    double z = at.get(2).asDouble();
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.length; i += 3) {
      double dx = points[i] - x;
      double dy = points[i + 1] - y;
      double dz = points[i + 2] - z;
      double square = dx * dx + dy * dy + dz * dz;
      if (square < least) {
        least = square;
        nearest = i / 3;
      }
    }
    if (!(least <= FARTHEST * FARTHEST)) {
      throw new CorruptDataException(
          "%s: %s lies %.1f mm off the mesh, at most %.0f: the landmarks are of another model"
              .formatted(where, name, Math.sqrt(least), FARTHEST));
    }
    return nearest;
  }
}
