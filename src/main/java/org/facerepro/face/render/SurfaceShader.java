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
  private final float[] origin = new float[3];
  private final float[] ray = new float[9];
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
   */
  SurfaceShader(ViewMesh mesh, int points) {
    this.mesh = mesh;
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
   * @param albedo linear light of vertices by planes from {@code at}
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
   * Gathers one point.
   *
   * @param id offset of the first corner of the triangle that is seen there
   * @param px place on the picture, pixels; y down
   */
  void gather(int id, float px, float py) {
    float dx = ray[0] * px + ray[3] * py + ray[6];
    float dy = ray[1] * px + ray[4] * py + ray[7];
    float dz = ray[2] * px + ray[5] * py + ray[8];
    float[] p = mesh.positions;
    int v = mesh.vertices;
    int ta = mesh.triangles[id];
    int tb = mesh.triangles[id + 1];
    int tc = mesh.triangles[id + 2];
    int a = mesh.at + ta;
    int b = mesh.at + tb;
    int c = mesh.at + tc;
    float ax = p[a];
    float ay = p[a + v];
    float az = p[a + 2 * v];
    float ux = p[b] - ax;
    float uy = p[b + v] - ay;
    float uz = p[b + 2 * v] - az;
    float wx = p[c] - ax;
    float wy = p[c + v] - ay;
    float wz = p[c + 2 * v] - az;
    float sx = origin[0] - ax;
    float sy = origin[1] - ay;
    float sz = origin[2] - az;
    float hx = dy * wz - dz * wy;
    float hy = dz * wx - dx * wz;
    float hz = dx * wy - dy * wx;
    float volume = ux * hx + uy * hy + uz * hz;
    float inverse = volume > 0 ? 1 / volume : 0;
    float shareB = (sx * hx + sy * hy + sz * hz) * inverse;
    float qx = sy * uz - sz * uy;
    float qy = sz * ux - sx * uz;
    float qz = sx * uy - sy * ux;
    float shareC = (dx * qx + dy * qy + dz * qz) * inverse;
    shareB = Math.max(0, Math.min(1, shareB));
    shareC = Math.max(0, Math.min(1 - shareB, shareC));
    blend(1 - shareB - shareC, shareB, shareC, ta, tb, tc);
  }

  private void blend(float wa, float wb, float wc, int a, int b, int c) {
    int v = mesh.vertices;
    float[] n = mesh.normals;
    nx[count] = wa * n[a] + wb * n[b] + wc * n[c];
    ny[count] = wa * n[a + v] + wb * n[b + v] + wc * n[c + v];
    nz[count] = wa * n[a + 2 * v] + wb * n[b + 2 * v] + wc * n[c + 2 * v];
    float[] k = colours;
    int r = coloursAt;
    int g = r + v;
    int l = g + v;
    red[count] = wa * k[r + a] + wb * k[r + b] + wc * k[r + c];
    green[count] = wa * k[g + a] + wb * k[g + b] + wc * k[g + c];
    blue[count] = wa * k[l + a] + wb * k[l + b] + wc * k[l + c];
    count++;
  }

  /** Lights the gathered points. */
  void shade() {
    unit(nx, ny, nz, count);
    QuadraticShade.apply(light, 0, nx, ny, nz, red, count);
    QuadraticShade.apply(light, QuadraticShade.TERMS, nx, ny, nz, green, count);
    QuadraticShade.apply(light, 2 * QuadraticShade.TERMS, nx, ny, nz, blue, count);
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
