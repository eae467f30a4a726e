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

  /** Triangle of the last point, where its corners begin, and its planes. */
  private int triangle;

  private int atA;
  private int atB;
  private int atC;
  private final Plane volumes = new Plane();
  private final Plane partsB = new Plane();
  private final Plane partsC = new Plane();

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
    triangle = FaceRaster.NOTHING;
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
    if (id != triangle) {
      take(id);
    }
    float volume = volumes.at(px, py);
    float inverse = volume > 0 ? 1 / volume : 0;
    float b = clip(partsB.at(px, py) * inverse, 1);
    float c = clip(partsC.at(px, py) * inverse, 1 - b);
    float a = 1 - b - c;
    int i = count++;
    float[] n = mesh.normals;
    nx[i] = a * n[atA] + b * n[atB] + c * n[atC];
    ny[i] = a * n[atA + 1] + b * n[atB + 1] + c * n[atC + 1];
    nz[i] = a * n[atA + 2] + b * n[atB + 2] + c * n[atC + 2];
    float[] k = colours;
    int ka = coloursAt + atA;
    int kb = coloursAt + atB;
    int kc = coloursAt + atC;
    red[i] = a * k[ka] + b * k[kb] + c * k[kc];
    green[i] = a * k[ka + 1] + b * k[kb + 1] + c * k[kc + 1];
    blue[i] = a * k[ka + 2] + b * k[kb + 2] + c * k[kc + 2];
  }

  /** Faster than two of Math's, which mind the sign of 0; hardly ever clips. */
  private static float clip(float share, float most) {
    if (share < 0) {
      return 0;
    }
    return share > most ? most : share;
  }

  /** Finds how the shares of a triangle's corners change over the picture. */
  private void take(int id) {
    triangle = id;
    atA = 3 * mesh.triangles[id];
    atB = 3 * mesh.triangles[id + 1];
    atC = 3 * mesh.triangles[id + 2];
    float[] p = mesh.positions;
    int a = mesh.at + atA;
    int b = mesh.at + atB;
    int c = mesh.at + atC;
    float ax = p[a];
    float ay = p[a + 1];
    float az = p[a + 2];
    float ux = p[b] - ax;
    float uy = p[b + 1] - ay;
    float uz = p[b + 2] - az;
    float wx = p[c] - ax;
    float wy = p[c + 1] - ay;
    float wz = p[c + 2] - az;
    float sx = origin[0] - ax;
    float sy = origin[1] - ay;
    float sz = origin[2] - az;
    volumes.take(ray, wy * uz - wz * uy, wz * ux - wx * uz, wx * uy - wy * ux);
    partsB.take(ray, wy * sz - wz * sy, wz * sx - wx * sz, wx * sy - wy * sx);
    partsC.take(ray, sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux);
  }

  /** A number that is linear in the place on the picture. */
  private static final class Plane {
    private float right;
    private float down;
    private float corner;

    /** Takes the product of the rays through the picture with a vector. */
    void take(float[] ray, float x, float y, float z) {
      right = ray[0] * x + ray[1] * y + ray[2] * z;
      down = ray[3] * x + ray[4] * y + ray[5] * z;
      corner = ray[6] * x + ray[7] * y + ray[8] * z;
    }

    float at(float px, float py) {
      return right * px + down * py + corner;
    }
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
