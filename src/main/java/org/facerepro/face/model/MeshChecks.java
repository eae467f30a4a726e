package org.facerepro.face.model;

import org.facerepro.core.CorruptDataException;

/** What every reader asks of a mesh before it becomes a model. */
final class MeshChecks {
  private static final double SMALLEST = 50;
  private static final double LARGEST = 1000;

  /** How far behind the mesh the point lies from which a mask that is open at the back is seen. */
  private static final double BEHIND = 100;

  private MeshChecks() {}

  /** Requires vertex numbers from 0 to {@code vertices - 1}. */
  static void requireIndices(String where, int[] triangles, int vertices) {
    for (int i = 0; i < triangles.length; i++) {
      if (triangles[i] < 0 || triangles[i] >= vertices) {
        throw new CorruptDataException(
            ("%s: triangle %d names vertex %d, the model has %d vertices: the file is damaged or"
                    + " its parts are of different models")
                .formatted(where, i / 3, triangles[i], vertices));
      }
    }
  }

  /** Requires finite values. */
  static void requireFinite(String where, float[] values) {
    int bad = LinearSpace.firstNotFinite(values);
    if (bad >= 0) {
      throw new CorruptDataException(
          "%s: value %d is %s, expected a finite number: the file is damaged, get it again"
              .formatted(where, bad, values[bad]));
    }
  }

  /** Requires numbers that a standard deviation or variance can be. */
  static void requireNotNegative(String where, float[] values) {
    for (int k = 0; k < values.length; k++) {
      if (!(values[k] >= 0 && values[k] < Float.POSITIVE_INFINITY)) {
        throw new CorruptDataException(
            ("%s: component %d has %s, expected a finite number of at least 0: the file is damaged,"
                    + " get it again")
                .formatted(where, k, values[k]));
      }
    }
  }

  /** Requires a mean mesh as large as a head, which finds wrong units. */
  static void requireHeadSize(String where, float[] mean) {
    double largest = 0;
    for (int axis = 0; axis < 3; axis++) {
      largest = Math.max(largest, max(mean, axis) - min(mean, axis));
    }
    if (largest < SMALLEST || largest > LARGEST) {
      throw new CorruptDataException(
          "%s: the mean mesh is %.4g mm large, expected %.0f to %.0f: is the file in another unit?"
              .formatted(where, largest, SMALLEST, LARGEST));
    }
  }

  /**
   * Turns all triangles round if, seen from outside, most of their area runs clockwise: the files
   * of one model differ in this, and some count the other way than they say.
   */
  static void orientOutwards(int[] triangles, float[] mean) {
    double cx = (min(mean, 0) + max(mean, 0)) / 2;
    double cy = (min(mean, 1) + max(mean, 1)) / 2;
    double cz = min(mean, 2) - BEHIND;
    double volume = 0;
    for (int i = 0; i < triangles.length; i += 3) {
      volume += volume(mean, triangles, i, cx, cy, cz);
    }
    if (volume < 0) {
      for (int i = 0; i < triangles.length; i += 3) {
        int second = triangles[i + 1];
        triangles[i + 1] = triangles[i + 2];
        triangles[i + 2] = second;
      }
    }
  }

  /** Returns six times the signed volume of the pyramid from a point to a triangle. */
  private static double volume(
      float[] p, int[] triangles, int at, double cx, double cy, double cz) {
    int a = 3 * triangles[at];
    int b = 3 * triangles[at + 1];
    int c = 3 * triangles[at + 2];
    double bx = p[b] - cx;
    double by = p[b + 1] - cy;
    double bz = p[b + 2] - cz;
    double ex = p[c] - cx;
    double ey = p[c + 1] - cy;
    double ez = p[c + 2] - cz;
    return (p[a] - cx) * (by * ez - bz * ey)
        + (p[a + 1] - cy) * (bz * ex - bx * ez)
        + (p[a + 2] - cz) * (bx * ey - by * ex);
  }

  private static double min(float[] mean, int axis) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = axis; i < mean.length; i += 3) {
      least = Math.min(least, mean[i]);
    }
    return least;
  }

  private static double max(float[] mean, int axis) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = axis; i < mean.length; i += 3) {
      most = Math.max(most, mean[i]);
    }
    return most;
  }
}
