package org.facerepro.face.render;

import java.util.Arrays;
import java.util.List;

/**
 * The vertices of one face on one picture: places in steps of 1/256 pixel, inverse depth, and
 * normals in head space. Reused from face to face; not thread-safe.
 */
final class ViewMesh {
  /** Steps of a place within a pixel; the raster is exact on them. */
  static final int SUBPIXEL = 256;

  private static final float FARTHEST_STEP = 1 << 28;

  /** Corners of triangles; shared, read-only. */
  final int[] triangles;

  final int vertices;

  /** Places in steps of 1/256 pixel, x and y of a vertex side by side. */
  final int[] places;

  /** Inverse depth, 1/mm; at or below 0 behind the camera. */
  final float[] inverseDepth;

  /** Normals by planes, x then y then z, not of unit length. */
  final float[] normals;

  /** Instance that is seen, by planes from {@link #at}. */
  float[] positions = new float[0];

  int at;

  private float nearest;
  private float farthest;
  private final float[] stepX;
  private final float[] stepY;

  ViewMesh(int[] triangles, int vertices) {
    this.triangles = triangles;
    this.vertices = vertices;
    places = new int[2 * vertices];
    inverseDepth = new float[vertices];
    normals = new float[3 * vertices];
    stepX = new float[vertices];
    stepY = new float[vertices];
  }

  /** Takes an instance by planes; it must stay as it is while the face is drawn. */
  void take(float[] instances, int from) {
    positions = instances;
    at = from;
  }

  /**
   * Projects all vertices.
   *
   * @return whether one lies outside the near and far planes
   */
  boolean project(ViewPose pose) {
    float[] r = floats(pose.rotation());
    float[] t = floats(pose.translation());
    float focal = (float) (SUBPIXEL * pose.focal());
    float x0 = (float) (SUBPIXEL * pose.principalX());
    float y0 = (float) (SUBPIXEL * pose.principalY());
    int yAt = at + vertices;
    int zAt = yAt + vertices;
    float[] p = positions;
    for (int v = 0; v < vertices; v++) {
      float x = p[at + v];
      float y = p[yAt + v];
      float z = p[zAt + v];
      float w = -1 / (r[6] * x + r[7] * y + r[8] * z + t[2]);
      inverseDepth[v] = w;
      stepX[v] = x0 + focal * w * (r[0] * x + r[1] * y + r[2] * z + t[0]);
      stepY[v] = y0 - focal * w * (r[3] * x + r[4] * y + r[5] * z + t[1]);
    }
    nearest = (float) (1 / pose.near());
    farthest = (float) (1 / pose.far());
    return snap();
  }

  private boolean snap() {
    int outside = 0;
    for (int v = 0; v < vertices; v++) {
      places[2 * v] = step(stepX[v]);
      places[2 * v + 1] = step(stepY[v]);
      outside |= between(v) ? 0 : 1;
    }
    return outside != 0;
  }

  private boolean between(int vertex) {
    float w = inverseDepth[vertex];
    return w <= nearest && w >= farthest;
  }

  /** Returns whether a triangle lies between the near and far planes. */
  boolean whole(int triangle) {
    return between(triangles[triangle])
        && between(triangles[triangle + 1])
        && between(triangles[triangle + 2]);
  }

  /** Rounds to a step; far outside the picture places are only kept from overflowing. */
  static int step(float value) {
    float clipped = Math.max(-FARTHEST_STEP, Math.min(FARTHEST_STEP, value));
    float shifted = clipped + 0.5f;
    int towardsZero = (int) shifted;
    return towardsZero > shifted ? towardsZero - 1 : towardsZero;
  }

  private static float[] floats(List<Double> values) {
    float[] out = new float[values.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = values.get(i).floatValue();
    }
    return out;
  }

  /** Computes normals: at each vertex the sum of its triangles' cross products. */
  void computeNormals() {
    Arrays.fill(normals, 0);
    float[] p = positions;
    float[] n = normals;
    int y = vertices;
    int z = 2 * vertices;
    for (int i = 0; i < triangles.length; i += 3) {
      int ta = triangles[i];
      int tb = triangles[i + 1];
      int tc = triangles[i + 2];
      int a = at + ta;
      int b = at + tb;
      int c = at + tc;
      float ux = p[b] - p[a];
      float uy = p[b + y] - p[a + y];
      float uz = p[b + z] - p[a + z];
      float vx = p[c] - p[a];
      float vy = p[c + y] - p[a + y];
      float vz = p[c + z] - p[a + z];
      float nx = uy * vz - uz * vy;
      float ny = uz * vx - ux * vz;
      float nz = ux * vy - uy * vx;
      add(n, ta, nx, ny, nz);
      add(n, tb, nx, ny, nz);
      add(n, tc, nx, ny, nz);
    }
    normalise();
  }

  private void add(float[] n, int v, float x, float y, float z) {
    n[v] += x;
    n[v + vertices] += y;
    n[v + 2 * vertices] += z;
  }

  private void normalise() {
    float[] n = normals;
    int yAt = vertices;
    int zAt = 2 * vertices;
    for (int v = 0; v < vertices; v++) {
      float x = n[v];
      float y = n[yAt + v];
      float z = n[zAt + v];
      float scale = 1 / (float) Math.sqrt(Math.max(Float.MIN_NORMAL, x * x + y * y + z * z));
      n[v] = x * scale;
      n[yAt + v] = y * scale;
      n[zAt + v] = z * scale;
    }
  }
}
