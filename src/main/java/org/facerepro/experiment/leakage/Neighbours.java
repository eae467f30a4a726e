package org.facerepro.experiment.leakage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs of a training and a test picture that the recogniser takes for the same.
 *
 * <p>The threshold is the largest similarity that two pictures compared in the test itself have,
 * and at least {@value #LEAST}, which is our choice: what lies above is nearer than any two
 * different pictures seen. With n comparisons in the test, the rate of false alarms is below 3/n a
 * pair of pictures (rule of three).
 *
 * @param threshold on the cosine, exclusive
 * @param comparisons of the test that none of which is above the threshold
 * @param trainingPictures compared
 * @param testPictures compared
 * @param pairs above the threshold
 * @param examples the closest of them
 */
public record Neighbours(
    double threshold,
    int comparisons,
    int trainingPictures,
    int testPictures,
    long pairs,
    List<Neighbour> examples) {
  private static final double LEAST = 0.9;
  private static final int EXAMPLES = 10;

  public Neighbours {
    examples = List.copyOf(examples);
  }

  /**
   * A pair.
   *
   * @param training name of the training picture
   * @param test name of the test picture
   * @param similarity cosine
   */
  public record Neighbour(String training, String test, double similarity) {}

  /** Embeddings of unit length under their names, {@code [n, d]}. */
  static final class Rows {
    private final List<String> names;
    private final float[][] unit;

    private Rows(List<String> names, float[][] unit) {
      this.names = names;
      this.unit = unit;
    }

    static Rows of(List<String> names, List<float[]> rows) {
      float[][] unit = rows.stream().map(Rows::unit).toArray(float[][]::new);
      return new Rows(List.copyOf(names), unit);
    }

    /** Returns how many values all embeddings have together. */
    long values() {
      return unit.length == 0 ? 0 : (long) unit.length * unit[0].length;
    }

    private static float[] unit(float[] row) {
      double length = Math.sqrt(dot(row, row));
      float[] unit = new float[row.length];
      for (int k = 0; k < row.length; k++) {
        unit[k] = length == 0 ? 0 : (float) (row[k] / length);
      }
      return unit;
    }
  }

  /**
   * Compares all with all; O(n·m·d), on all cores.
   *
   * @param similarities of the test's own comparisons
   */
  static Neighbours between(Rows training, Rows test, double[] similarities) {
    double threshold = LEAST;
    for (double similarity : similarities) {
      threshold = Double.isNaN(similarity) ? threshold : Math.max(threshold, similarity);
    }
    double limit = threshold;
    List<List<Neighbour>> found =
        IntStream.range(0, test.names.size())
            .parallel()
            .mapToObj(j -> above(training, test, j, limit))
            .toList();
    List<Neighbour> all = new ArrayList<>();
    found.forEach(all::addAll);
    List<Neighbour> closest =
        all.stream()
            .sorted((a, b) -> Double.compare(b.similarity(), a.similarity()))
            .limit(EXAMPLES)
            .toList();
    return new Neighbours(
        threshold,
        similarities.length,
        training.names.size(),
        test.names.size(),
        all.size(),
        closest);
  }

  private static List<Neighbour> above(Rows training, Rows test, int j, double limit) {
    List<Neighbour> found = new ArrayList<>();
    for (int i = 0; i < training.names.size(); i++) {
      double similarity = dot(training.unit[i], test.unit[j]);
      if (similarity > limit) {
        found.add(new Neighbour(training.names.get(i), test.names.get(j), similarity));
      }
    }
    return found;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (double) a[k] * b[k];
    }
    return sum;
  }
}
