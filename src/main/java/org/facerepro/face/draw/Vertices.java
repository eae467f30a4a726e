package org.facerepro.face.draw;

import java.util.Arrays;

/** Work on packed vertex arrays, {@code x, y, z} per vertex. */
public final class Vertices {
  private Vertices() {}

  /** Adds {@code weight * delta} to {@code target}. */
  public static void add(float[] target, float[] delta, float weight) {
    if (weight == 0) {
      return;
    }
    for (int i = 0; i < delta.length; i++) {
      target[i] += weight * delta[i];
    }
  }

  /** Writes the unit normals of all vertices: the sum of their triangles' cross products. */
  public static void normals(float[] p, int[] triangles, float[] normals) {
    normals(p, triangles, 0, triangles.length, normals, 0, normals.length / 3);
  }

  /**
   * Writes the unit normals of some vertices.
   *
   * @param from offset of the first index of their triangles
   * @param to offset after the last index of their triangles
   * @param first the first of the vertices
   * @param end the vertex after the last
   */
  public static void normals(
      float[] p, int[] triangles, int from, int to, float[] normals, int first, int end) {
    Arrays.fill(normals, 3 * first, 3 * end, 0);
    int t = from;
    while (t < to) {
      int c = triangles[t + 1];
      int b = triangles[t + 2];
      if (t + 3 < to && triangles[t + 3] == b && triangles[t + 4] == c) {
        addPair(p, 3 * triangles[t], 3 * b, 3 * c, 3 * triangles[t + 5], normals);
        t += 6;
      } else {
        addTriangle(p, 3 * triangles[t], 3 * c, 3 * b, normals);
        t += 3;
      }
    }
    for (int i = 3 * first; i < 3 * end; i += 3) {
      normalise(normals, i);
    }
  }

  private static void addTriangle(float[] p, int a, int b, int c, float[] normals) {
    float ux = p[b] - p[a];
    float uy = p[b + 1] - p[a + 1];
    float uz = p[b + 2] - p[a + 2];
    float vx = p[c] - p[a];
    float vy = p[c + 1] - p[a + 1];
    float vz = p[c + 2] - p[a + 2];
    float nx = uy * vz - uz * vy;
    float ny = uz * vx - ux * vz;
    float nz = ux * vy - uy * vx;
    accumulate(normals, a, nx, ny, nz);
    accumulate(normals, b, nx, ny, nz);
    accumulate(normals, c, nx, ny, nz);
  }

  /** Adds triangles {@code a, c, b} and {@code b, c, d}: those on the common edge get the sum. */
  private static void addPair(float[] p, int a, int b, int c, int d, float[] normals) {
    float ux = p[c] - p[b];
    float uy = p[c + 1] - p[b + 1];
    float uz = p[c + 2] - p[b + 2];
    float ax = p[a] - p[b];
    float ay = p[a + 1] - p[b + 1];
    float az = p[a + 2] - p[b + 2];
    float dx = p[d] - p[b];
    float dy = p[d + 1] - p[b + 1];
    float dz = p[d + 2] - p[b + 2];
    float nx = ay * uz - az * uy;
    float ny = az * ux - ax * uz;
    float nz = ax * uy - ay * ux;
    float mx = uy * dz - uz * dy;
    float my = uz * dx - ux * dz;
    float mz = ux * dy - uy * dx;
    accumulate(normals, a, nx, ny, nz);
    accumulate(normals, b, nx + mx, ny + my, nz + mz);
    accumulate(normals, c, nx + mx, ny + my, nz + mz);
    accumulate(normals, d, mx, my, mz);
  }

  private static void accumulate(float[] out, int at, float x, float y, float z) {
    out[at] += x;
    out[at + 1] += y;
    out[at + 2] += z;
  }

  private static void normalise(float[] v, int at) {
    float x = v[at];
    float y = v[at + 1];
    float z = v[at + 2];
    float length = (float) Math.sqrt(x * x + y * y + z * z);
    float scale = length > 0 ? 1 / length : 0;
    v[at] = x * scale;
    v[at + 1] = y * scale;
    v[at + 2] = z * scale;
  }
}
