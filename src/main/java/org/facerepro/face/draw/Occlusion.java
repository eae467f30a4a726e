package org.facerepro.face.draw;

import java.util.Arrays;

/**
 * How much of the sky each vertex sees past the rest of the mesh, weighted by the cosine, and the
 * mean direction in which it sees it.
 */
public final class Occlusion {
  private static final int DIRECTIONS = 72;
  private static final int SIZE = 256;
  private static final float REACH = 230;
  private static final float BIAS = 1.8f;

  /** Difference of two neighbours from which on there is an edge between them. */
  private static final float EDGE = 0.45f;

  private final float[] open;
  private final float[] bent;

  private Occlusion(float[] open, float[] bent) {
    this.open = open;
    this.bent = bent;
  }

  /** Computes occlusion by one depth map for each of many directions around the mesh. */
  public static Occlusion bake(float[] positions, int[] triangles) {
    int n = positions.length / 3;
    float[] normals = new float[positions.length];
    Vertices.normals(positions, triangles, normals);
    float[] open = new float[n];
    float[] total = new float[n];
    float[] bent = new float[positions.length];
    DepthRaster raster = DepthRaster.ofDepth(SIZE, SIZE);
    float[] projected = new float[positions.length];
    for (int k = 0; k < DIRECTIONS; k++) {
      LightView view = LightView.towards(direction(k), SIZE, REACH);
      view.project(positions, n, projected);
      raster.clear();
      raster.draw(projected, triangles, 0, triangles.length, false);
      for (int i = 0; i < n; i++) {
        float cos = view.cosine(normals, 3 * i);
        if (cos > 0) {
          total[i] += cos;
          if (!hidden(raster, projected, 3 * i)) {
            open[i] += cos;
            view.addDirection(bent, 3 * i, cos);
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      open[i] = total[i] > 0 ? open[i] / total[i] : 1;
      normalise(bent, normals, 3 * i);
    }
    return new Occlusion(open, bent);
  }

  private static boolean hidden(DepthRaster raster, float[] p, int at) {
    int x = (int) p[at];
    int y = (int) p[at + 1];
    if (x < 0 || y < 0 || x >= SIZE || y >= SIZE) {
      return false;
    }
    return raster.depth(y * SIZE + x) > p[at + 2] + BIAS;
  }

  private static float[] direction(int k) {
    double z = 1 - (2 * k + 1.0) / DIRECTIONS;
    double radius = StrictMath.sqrt(1 - z * z);
    double angle = k * StrictMath.PI * (3 - StrictMath.sqrt(5));
    return new float[] {
      (float) (radius * StrictMath.cos(angle)), (float) z, (float) (radius * StrictMath.sin(angle))
    };
  }

  private static void normalise(float[] bent, float[] normals, int at) {
    float x = bent[at];
    float y = bent[at + 1];
    float z = bent[at + 2];
    float length = (float) Math.sqrt(x * x + y * y + z * z);
    for (int k = 0; k < 3; k++) {
      bent[at + k] = length > 0 ? bent[at + k] / length : normals[at + k];
    }
  }

  /**
   * Returns a copy in which every vertex is averaged with its neighbours, for each direction's
   * depth map says hidden or open in steps of its pixels; edges of slits stay sharp.
   *
   * @param triangles the mesh's
   */
  public Occlusion smoothed(int[] triangles) {
    float[] sum = open.clone();
    float[] weight = new float[open.length];
    Arrays.fill(weight, 1);
    for (int i = 0; i < triangles.length; i++) {
      int a = triangles[i];
      int b = triangles[i % 3 == 2 ? i - 2 : i + 1];
      float apart = open[a] - open[b];
      float alike = Kernel.bell(apart * apart / (EDGE * EDGE));
      sum[a] += alike * open[b];
      sum[b] += alike * open[a];
      weight[a] += alike;
      weight[b] += alike;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= weight[i];
    }
    return new Occlusion(sum, bent);
  }

  /** Returns a copy in which a range of vertices sees at least a share of the sky. */
  public Occlusion atLeast(int from, int to, float share) {
    float[] raised = open.clone();
    for (int i = from; i < to; i++) {
      raised[i] = Math.max(raised[i], share);
    }
    return new Occlusion(raised, bent);
  }

  /** Returns the open share of a vertex, 0 to 1. */
  public float open(int vertex) {
    return open[vertex];
  }

  /** Returns how the mean open direction leans away from a coordinate axis of head space. */
  public float bent(int coordinate) {
    return bent[coordinate];
  }
}
