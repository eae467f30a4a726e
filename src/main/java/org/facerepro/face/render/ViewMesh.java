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

  /** Normals {@code [V, 3]} of unit length. */
  final float[] normals;

  /** Instance that is seen, {@code [V, 3]} from {@link #at}. */
  float[] positions = new float[0];

  int at;

  /** Box of all places, steps. */
  int left;

  int right;
  int top;
  int bottom;

  private float nearest;
  private float farthest;

  /** Directions of the vertices: x and y, y down, over depth. */
  private final float[] slopeX;

  private final float[] slopeY;

  /** The turn that the directions belong to. */
  private List<Double> rotation = List.of();

  private List<Double> translation = List.of();

  ViewMesh(int[] triangles, int vertices) {
    this.triangles = triangles;
    this.vertices = vertices;
    places = new int[2 * vertices];
    inverseDepth = new float[vertices];
    normals = new float[3 * vertices];
    slopeX = new float[vertices];
    slopeY = new float[vertices];
  }

  /** Takes an instance; it must stay as it is while the face is drawn. */
  void take(float[] instances, int from) {
    positions = instances;
    at = from;
    rotation = List.of();
  }

  /**
   * Projects all vertices.
   *
   * @return whether one lies outside the near and far planes
   */
  boolean project(ViewPose pose) {
    turn(pose);
    nearest = (float) (1 / pose.near());
    farthest = (float) (1 / pose.far());
    snap(
        (float) (SUBPIXEL * pose.focal()),
        (float) (SUBPIXEL * pose.principalX()),
        (float) (SUBPIXEL * pose.principalY()));
    return outside();
  }

  /** Returns the box of all vertices on a picture: left, right, upper and lower side, pixels. */
  double[] box(ViewPose pose) {
    turn(pose);
    float[] x = bounds(slopeX, vertices);
    float[] y = bounds(slopeY, vertices);
    return new double[] {
      pixel(pose.principalX() + pose.focal() * x[0]),
      pixel(pose.principalX() + pose.focal() * x[1]),
      pixel(pose.principalY() + pose.focal() * y[0]),
      pixel(pose.principalY() + pose.focal() * y[1])
    };
  }

  private static double pixel(double place) {
    return Math.max(-FARTHEST_STEP, Math.min(FARTHEST_STEP, SUBPIXEL * place)) / SUBPIXEL;
  }

  private static float[] bounds(float[] values, int count) {
    float least = values[0];
    float most = values[0];
    for (int i = 1; i < count; i++) {
      float value = values[i];
      if (value < least) {
        least = value;
      } else if (value > most) {
        most = value;
      }
    }
    return new float[] {least, most};
  }

  /** Finds the directions of all vertices, unless they are known from a view turned alike. */
  private void turn(ViewPose pose) {
    if (pose.rotation().equals(rotation) && pose.translation().equals(translation)) {
      return;
    }
    rotation = pose.rotation();
    translation = pose.translation();
    float[] r = floats(rotation);
    float[] t = floats(translation);
    float[] p = positions;
    for (int v = 0; v < vertices; v++) {
      float x = p[at + 3 * v];
      float y = p[at + 3 * v + 1];
      float z = p[at + 3 * v + 2];
      float w = -1 / (r[6] * x + r[7] * y + r[8] * z + t[2]);
      inverseDepth[v] = w;
      slopeX[v] = w * (r[0] * x + r[1] * y + r[2] * z + t[0]);
      slopeY[v] = -w * (r[3] * x + r[4] * y + r[5] * z + t[1]);
    }
  }

  private void snap(float focal, float principalX, float principalY) {
    int x0 = Integer.MAX_VALUE;
    int x1 = Integer.MIN_VALUE;
    int y0 = Integer.MAX_VALUE;
    int y1 = Integer.MIN_VALUE;
    for (int v = 0; v < vertices; v++) {
      int x = step(principalX + focal * slopeX[v]);
      int y = step(principalY + focal * slopeY[v]);
      places[2 * v] = x;
      places[2 * v + 1] = y;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
    }
    left = x0;
    right = x1;
    top = y0;
    bottom = y1;
  }

  private boolean outside() {
    int outside = 0;
    for (int v = 0; v < vertices; v++) {
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

  /** Computes normals: at each vertex the direction of its triangles' cross products' sum. */
  void computeNormals() {
    Arrays.fill(normals, 0);
    float[] p = positions;
    float[] n = normals;
    int[] t = triangles;
    for (int i = 0; i < t.length; i += 3) {
      int ta = 3 * t[i];
      int tb = 3 * t[i + 1];
      int tc = 3 * t[i + 2];
      int a = at + ta;
      int b = at + tb;
      int c = at + tc;
      float ax = p[a];
      float ay = p[a + 1];
      float az = p[a + 2];
      float ux = p[b] - ax;
      float uy = p[b + 1] - ay;
      float uz = p[b + 2] - az;
      float vx = p[c] - ax;
      float vy = p[c + 1] - ay;
      float vz = p[c + 2] - az;
      float nx = uy * vz - uz * vy;
      float ny = uz * vx - ux * vz;
      float nz = ux * vy - uy * vx;
      add(n, ta, nx, ny, nz);
      add(n, tb, nx, ny, nz);
      add(n, tc, nx, ny, nz);
    }
    normalise(n);
  }

  private static void add(float[] n, int at, float x, float y, float z) {
    n[at] += x;
    n[at + 1] += y;
    n[at + 2] += z;
  }

  private static void normalise(float[] n) {
    for (int i = 0; i < n.length; i += 3) {
      float x = n[i];
      float y = n[i + 1];
      float z = n[i + 2];
      float scale = 1 / (float) Math.sqrt(Math.max(Float.MIN_NORMAL, x * x + y * y + z * z));
      n[i] = x * scale;
      n[i + 1] = y * scale;
      n[i + 2] = z * scale;
    }
  }
}
