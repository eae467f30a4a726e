package org.facerepro.experiment.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.facerepro.face.SubjectSpacing;

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
    List<String> ids = new ArrayList<>(subjects.keySet());
    float[][] vectors = subjects.values().toArray(float[][]::new);
    int n = vectors.length;
    if (n < 2 || Arrays.stream(vectors).anyMatch(v -> v.length != vectors[0].length)) {
      return Optional.empty();
    }
    if (vectors[0].length == 0) {
      return Optional.empty();
    }
    int[] nearest = new int[n];
    double[] distances = new double[n];
    IntStream.range(0, n).parallel().forEach(i -> findNearest(vectors, i, nearest, distances));
    int closest = 0;
    for (int i = 1; i < n; i++) {
      closest = distances[i] < distances[closest] ? i : closest;
    }
    double[] sorted = Arrays.stream(distances).sorted().toArray();
    return Optional.of(
        new SubjectDistances(
            n,
            vectors[0].length,
            sorted[0],
            ids.get(closest),
            ids.get(nearest[closest]),
            sorted[(int) (FIVE_PERCENT * (n - 1))],
            sorted[(int) (HALF * (n - 1))],
            sorted[n - 1]));
  }

  private static void findNearest(float[][] vectors, int i, int[] nearest, double[] distances) {
    double best = Double.POSITIVE_INFINITY;
    for (int j = 0; j < vectors.length; j++) {
      double distance =
          j == i ? Double.POSITIVE_INFINITY : SubjectSpacing.between(vectors[i], vectors[j]);
      if (distance < best) {
        best = distance;
        nearest[i] = j;
      }
    }
    distances[i] = best;
  }
}
