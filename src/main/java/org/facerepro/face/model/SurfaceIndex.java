package org.facerepro.face.model;

import java.util.Arrays;

/**
 * Finds places on a mesh near given points: the closest place on the triangles around the nearest
 * vertex. Vertices of no triangle and vertices left out are never found.
 */
final class SurfaceIndex {
  private final float[] positions;
  private final int[] triangles;
  private final int[] start;
  private final int[] around;

  /** Indexes the triangles that have all corners in {@code within}. */
  SurfaceIndex(float[] positions, int[] triangles, VertexSet within) {
    this.positions = positions;
    this.triangles = triangles;
    int vertices = positions.length / 3;
    start = new int[vertices + 1];
    boolean[] kept = new boolean[triangles.length / 3];
    for (int t = 0; t < kept.length; t++) {
      kept[t] = Arrays.stream(triangles, 3 * t, 3 * t + 3).allMatch(within::contains);
      for (int i = 3 * t; kept[t] && i < 3 * t + 3; i++) {
        start[triangles[i] + 1]++;
      }
    }
    for (int v = 0; v < vertices; v++) {
      start[v + 1] += start[v];
    }
    around = new int[start[vertices]];
    int[] next = start.clone();
    for (int t = 0; t < kept.length; t++) {
      for (int i = 3 * t; kept[t] && i < 3 * t + 3; i++) {
        around[next[triangles[i]]++] = t;
      }
    }
  }

  /** Whether there is any surface. */
  boolean isEmpty() {
    return around.length == 0;
  }

  /**
   * Writes the place nearest to a point as three vertices and their weights, which sum to 1. Costs
   * a pass over the vertices.
   */
  void nearest(double[] p, int[] corners, double[] weights) {
    int vertex = nearestVertex(p);
    double least = Double.POSITIVE_INFINITY;
    double[] trial = new double[3];
    for (int i = start[vertex]; i < start[vertex + 1]; i++) {
      int t = 3 * around[i];
      double square = closest(p, t, trial);
      if (square < least) {
        least = square;
        System.arraycopy(trial, 0, weights, 0, 3);
        System.arraycopy(triangles, t, corners, 0, 3);
      }
    }
  }

  private int nearestVertex(double[] p) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int v = 0; v + 1 < start.length; v++) {
      double x = positions[3 * v] - p[0];
      double y = positions[3 * v + 1] - p[1];
      double z = positions[3 * v + 2] - p[2];
      double square = x * x + y * y + z * z;
      if (square < least && start[v] < start[v + 1]) {
        least = square;
        nearest = v;
      }
    }
    return nearest;
  }

  /** Projects onto the triangle's plane, holds the weights at 0 or more; gives the square. */
  private double closest(double[] p, int t, double[] w) {
    double[] a = point(triangles[t]);
    double[] u = minus(point(triangles[t + 1]), a);
    double[] v = minus(point(triangles[t + 2]), a);
    double[] d = minus(p, a);
    double uu = dot(u, u);
    double uv = dot(u, v);
    double vv = dot(v, v);
    double determinant = uu * vv - uv * uv;
    double du = dot(d, u);
    double dv = dot(d, v);
    boolean flat = !(determinant > 0);
    w[1] = flat ? 0 : Math.max(0, (vv * du - uv * dv) / determinant);
    w[2] = flat ? 0 : Math.max(0, (uu * dv - uv * du) / determinant);
    double sum = Math.max(1, w[1] + w[2]);
    w[1] /= sum;
    w[2] /= sum;
    w[0] = 1 - w[1] - w[2];
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double off = d[axis] - w[1] * u[axis] - w[2] * v[axis];
      square += off * off;
    }
    return square;
  }

  private double[] point(int vertex) {
    return new double[] {
      positions[3 * vertex], positions[3 * vertex + 1], positions[3 * vertex + 2]
    };
  }

  private static double[] minus(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
