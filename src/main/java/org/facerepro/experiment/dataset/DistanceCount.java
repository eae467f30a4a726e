package org.facerepro.experiment.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.face.SubjectSpacing;
import org.facerepro.face.SubjectSpacing.Neighbour;

/** Compares the subjects of a set; the memory and time of a large set are bounded. */
final class DistanceCount {
  /** Comparing so many takes seconds; the time grows with the square. */
  private static final int MOST = 10_000;

  private static final double FIVE_PERCENT = 0.05;
  private static final double HALF = 0.5;

  private final Map<String, float[]> subjects = new LinkedHashMap<>();

  void add(StoredFace face) {
    if (subjects.size() < MOST && !subjects.containsKey(face.subject())) {
      subjects.put(face.subject(), coefficients(face.annotations()));
    }
  }

  private static float[] coefficients(JsonNode annotations) {
    Map<String, Double> named = new TreeMap<>();
    for (String space : SubjectDistances.SPACES) {
      for (Map.Entry<String, JsonNode> value : annotations.path(space).properties()) {
        named.put(space + "." + value.getKey(), value.getValue().asDouble());
      }
    }
    float[] vector = new float[named.size()];
    int i = 0;
    for (double value : named.values()) {
      vector[i++] = (float) value;
    }
    return vector;
  }

  /** Returns the distances; empty with fewer than two subjects or none of their coefficients. */
  Optional<SubjectDistances> distances() {
    List<String> ids = List.copyOf(subjects.keySet());
    List<float[]> vectors = List.copyOf(subjects.values());
    int n = vectors.size();
    int coefficients = n == 0 ? 0 : vectors.get(0).length;
    if (n < 2 || coefficients == 0 || vectors.stream().anyMatch(v -> v.length != coefficients)) {
      return Optional.empty();
    }
    List<Neighbour> nearest = SubjectSpacing.neighbours(vectors);
    int closest = 0;
    for (int i = 1; i < n; i++) {
      closest = nearest.get(i).distance() < nearest.get(closest).distance() ? i : closest;
    }
    double[] sorted = nearest.stream().mapToDouble(Neighbour::distance).sorted().toArray();
    return Optional.of(
        new SubjectDistances(
            n,
            coefficients,
            sorted[0],
            ids.get(closest),
            ids.get(nearest.get(closest).number()),
            sorted[(int) (FIVE_PERCENT * (n - 1))],
            sorted[(int) (HALF * (n - 1))],
            sorted[n - 1]));
  }
}
