package org.facerepro.face.render;

import java.util.List;

/**
 * Colours the points of a picture where the face is seen: finds where the ray through a point meets
 * its triangle, blends albedo and normal there, and lights them. Points are gathered first and lit
 * together, so that the processor's vectors are used.
 *
 * <p>Reused; not thread-safe.
 */
final class SurfaceShader {
  private final ViewMesh mesh;
  private final ColourChange change;
  private final boolean changed;
  private final float[] origin = new float[3];
  private final float[] ray = new float[9];

  /** Ray, two sides of a triangle and the way from its corner to the camera. */
  private final float[] rim = new float[12];

  private float[] colours = new float[0];
  private int coloursAt;
  private float[] light = new float[0];

  private final float[] nx;
  private final float[] ny;
  private final float[] nz;

  /** Linear light of the points lit last. */
  final float[] red;

  final float[] green;
  final float[] blue;

  private int count;

  /**
   * Makes buffers.
   *
   * @param points how many points are lit together at most
   * @param change of their colours
   */
  SurfaceShader(ViewMesh mesh, int points, ColourChange change) {
    this.mesh = mesh;
    this.change = change;
    changed = !change.equals(ColourChange.NONE);
    nx = new float[points];
    ny = new float[points];
    nz = new float[points];
    red = new float[points];
    green = new float[points];
    blue = new float[points];
  }

  /**
   * Begins a picture.
   *
   * @param albedo linear light of vertices {@code [V, 3]} from {@code at}
   */
  void begin(ViewPose pose, SphericalLight lamp, float[] albedo, int at) {
    List<Double> r = pose.rotation();
    List<Double> t = pose.translation();
    for (int i = 0; i < 3; i++) {
      double right = r.get(i) / pose.focal();
      double down = -r.get(3 + i) / pose.focal();
      origin[i] =
          (float) -(r.get(i) * t.get(0) + r.get(3 + i) * t.get(1) + r.get(6 + i) * t.get(2));
      ray[i] = (float) right;
      ray[3 + i] = (float) down;
      ray[6 + i] = (float) (-r.get(6 + i) - right * pose.principalX() - down * pose.principalY());
    }
    light = lamp.quadratic(pose);
    colours = albedo;
    coloursAt = at;
  }

  /** Forgets the points gathered so far. */
  void restart() {
    count = 0;
  }

  int count() {
    return count;
  }

  /**
   * Gathers one point, with the shares of corners that perspective gives them on the picture.
   *
   * @param id offset of the first corner of the triangle that is seen there, which lies wholly
   *     between the near and far planes
   * @param px place on the picture, steps; y down
   */
  void gather(int id, int px, int py) {
    int ta = mesh.triangles[id];
    int tb = mesh.triangles[id + 1];
    int tc = mesh.triangles[id + 2];
    int[] p = mesh.places;
    float[] w = mesh.inverseDepth;
    int ax = p[2 * ta] - px;
    int ay = p[2 * ta + 1] - py;
    int bx = p[2 * tb] - px;
    int by = p[2 * tb + 1] - py;
    int cx = p[2 * tc] - px;
    int cy = p[2 * tc + 1] - py;
    float a = ((long) by * cx - (long) bx * cy) * w[ta];
    float b = ((long) cy * ax - (long) cx * ay) * w[tb];
    float c = ((long) ay * bx - (long) ax * by) * w[tc];
    float inverse = 1 / (a + b + c);
    blend(a * inverse, b * inverse, c * inverse, 3 * ta, 3 * tb, 3 * tc);
  }

  /**
   * Gathers one point of a triangle that the near or far plane may cut: where the ray through the
   * point meets it.
   */
  void gatherCut(int id, int px, int py) {
    int ta = 3 * mesh.triangles[id];
    int tb = 3 * mesh.triangles[id + 1];
    int tc = 3 * mesh.triangles[id + 2];
    for (int i = 0; i < 3; i++) {
      float at = mesh.positions[mesh.at + ta + i];
      rim[i] = (ray[i] * px + ray[3 + i] * py) / ViewMesh.SUBPIXEL + ray[6 + i];
      rim[3 + i] = mesh.positions[mesh.at + tb + i] - at;
      rim[6 + i] = mesh.positions[mesh.at + tc + i] - at;
      rim[9 + i] = origin[i] - at;
    }
    float volume = volume(3, 0, 6);
    float inverse = volume > 0 ? 1 / volume : 0;
    float b = Math.max(0, Math.min(1, volume(9, 0, 6) * inverse));
    float c = Math.max(0, Math.min(1 - b, volume(0, 9, 3) * inverse));
    blend(1 - b - c, b, c, ta, tb, tc);
  }

  /** Returns the product of the vector at one place of the rim with the cross product of two. */
  private float volume(int a, int b, int c) {
    return rim[a] * (rim[b + 1] * rim[c + 2] - rim[b + 2] * rim[c + 1])
        + rim[a + 1] * (rim[b + 2] * rim[c] - rim[b] * rim[c + 2])
        + rim[a + 2] * (rim[b] * rim[c + 1] - rim[b + 1] * rim[c]);
  }

  private void blend(float wa, float wb, float wc, int a, int b, int c) {
    int i = count++;
    float[] n = mesh.normals;
    nx[i] = wa * n[a] + wb * n[b] + wc * n[c];
    ny[i] = wa * n[a + 1] + wb * n[b + 1] + wc * n[c + 1];
    nz[i] = wa * n[a + 2] + wb * n[b + 2] + wc * n[c + 2];
    float[] k = colours;
    int ka = coloursAt + a;
    int kb = coloursAt + b;
    int kc = coloursAt + c;
    red[i] = wa * k[ka] + wb * k[kb] + wc * k[kc];
    green[i] = wa * k[ka + 1] + wb * k[kb + 1] + wc * k[kc + 1];
    blue[i] = wa * k[ka + 2] + wb * k[kb + 2] + wc * k[kc + 2];
  }

  /** Lights the gathered points. */
  void shade() {
    unit(nx, ny, nz, count);
    QuadraticShade.apply(light, 0, nx, ny, nz, red, count);
    QuadraticShade.apply(light, QuadraticShade.TERMS, nx, ny, nz, green, count);
    QuadraticShade.apply(light, 2 * QuadraticShade.TERMS, nx, ny, nz, blue, count);
    if (changed) {
      change.apply(red, green, blue, count);
    }
  }

  private static void unit(float[] nx, float[] ny, float[] nz, int count) {
    for (int i = 0; i < count; i++) {
      float x = nx[i];
      float y = ny[i];
      float z = nz[i];
      float scale = 1 / (float) Math.sqrt(Math.max(Float.MIN_NORMAL, x * x + y * y + z * z));
      nx[i] = x * scale;
      ny[i] = y * scale;
      nz[i] = z * scale;
    }
  }
}
