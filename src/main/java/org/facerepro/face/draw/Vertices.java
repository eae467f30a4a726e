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
    Arrays.fill(normals, 0);
    for (int t = 0; t < triangles.length; t += 3) {
      int a = 3 * triangles[t];
      int b = 3 * triangles[t + 1];
      int c = 3 * triangles[t + 2];
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
    for (int i = 0; i < normals.length; i += 3) {
      normalise(normals, i);
    }
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
