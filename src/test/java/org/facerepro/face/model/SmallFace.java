package org.facerepro.face.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A file in the Basel layout of a ball with the landmarks that alignment needs, for tests. */
public final class SmallFace {
  private static final int ROWS = 14;
  private static final int COLUMNS = 20;
  private static final double RADIUS = 80;
  private static final Map<String, double[]> MARKS = marks();

  private SmallFace() {}

  private static Map<String, double[]> marks() {
    Map<String, double[]> marks = new LinkedHashMap<>();
    marks.put("right.eye.corner_outer", new double[] {-35, 20});
    marks.put("right.eye.corner_inner", new double[] {-15, 20});
    marks.put("left.eye.corner_inner", new double[] {15, 20});
    marks.put("left.eye.corner_outer", new double[] {35, 20});
    marks.put("center.nose.tip", new double[] {0, -5});
    marks.put("right.lips.corner", new double[] {-20, -35});
    marks.put("left.lips.corner", new double[] {20, -35});
    return marks;
  }

  /** Writes the model: 4 components of shape, 3 of colour, 2 of expression. */
  public static Path write(Path file) {
    return write(file, 4, 3, 2);
  }

  /** Writes the model with other numbers of components. */
  public static Path write(Path file, int shape, int colour, int expression) {
    float[] points = points();
    BfmLayout layout = new BfmLayout();
    part(layout, "shape", points.clone(), shape, 6);
    float[] colours = new float[points.length];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = (i % 3 == 0 ? 0.7f : 0.5f) + 0.1f * (i / 3 % 2);
    }
    part(layout, "color", colours, colour, 0.05);
    part(layout, "expression", new float[points.length], expression, 3);
    layout.put("shape/representer/points", BfmLayout.across(BfmLayout.matrix(points, 3)));
    layout.put("shape/representer/cells", BfmLayout.across(triangles()));
    layout.put("metadata/landmarks/json", landmarks(points));
    return layout.write(file);
  }

  private static void part(
      BfmLayout layout, String group, float[] mean, int components, double scale) {
    float[] basis = new float[mean.length * components];
    for (int row = 0; row < mean.length; row++) {
      for (int k = 0; k < components; k++) {
        basis[row * components + k] = (float) Math.sin(1 + 0.37 * row * (k + 1));
      }
    }
    float[] variance = new float[components];
    for (int k = 0; k < components; k++) {
      variance[k] = (float) (scale * scale / (1 + k) / 4);
    }
    layout.put(group + "/model/mean", mean);
    layout.put(group + "/model/pcaBasis", BfmLayout.matrix(basis, components));
    layout.put(group + "/model/pcaVariance", variance);
    layout.put(group + "/model/noiseVariance", new float[] {0});
  }

  private static float[] points() {
    float[] points = new float[3 * (ROWS + 1) * COLUMNS];
    for (int row = 0; row <= ROWS; row++) {
      double polar = Math.PI * row / ROWS;
      for (int column = 0; column < COLUMNS; column++) {
        double around = 2 * Math.PI * column / COLUMNS;
        int at = 3 * (row * COLUMNS + column);
        points[at] = (float) (RADIUS * Math.sin(polar) * Math.sin(around));
        points[at + 1] = (float) (RADIUS * Math.cos(polar));
        points[at + 2] = (float) (RADIUS * Math.sin(polar) * Math.cos(around));
      }
    }
    return points;
  }

  private static int[][] triangles() {
    int[][] triangles = new int[2 * ROWS * COLUMNS][];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int a = row * COLUMNS + column;
        int b = row * COLUMNS + (column + 1) % COLUMNS;
        int at = 2 * (row * COLUMNS + column);
        triangles[at] = new int[] {a, a + COLUMNS, b};
        triangles[at + 1] = new int[] {b, a + COLUMNS, b + COLUMNS};
      }
    }
    return triangles;
  }

  private static String landmarks(float[] points) {
    return MARKS.entrySet().stream()
        .map(mark -> landmark(mark.getKey(), nearest(points, mark.getValue()), points))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String landmark(String name, int vertex, float[] points) {
    return "{\"id\": \"%s\", \"coordinates\": [%s, %s, %s]}"
        .formatted(name, points[3 * vertex], points[3 * vertex + 1], points[3 * vertex + 2]);
  }

  private static int nearest(float[] points, double[] at) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int v = 0; v < points.length / 3; v++) {
      double distance = Math.hypot(points[3 * v] - at[0], points[3 * v + 1] - at[1]);
      if (points[3 * v + 2] > 0 && distance < least) {
        least = distance;
        best = v;
      }
    }
    return best;
  }
}
