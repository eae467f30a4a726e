package org.facerepro.face.head;

import org.facerepro.face.draw.Curve;
import org.facerepro.face.draw.Kernel;

/**
 * The auricle: rings around the concha with helix, antihelix, concha, tragus and lobe as relief,
 * and its back.
 *
 * <p>Ear coordinates in mm: {@code a} backwards along the auricle, {@code b} upwards, {@code n} out
 * of its plane.
 */
final class EarMesh {
  private static final int SECTORS = 24;
  private static final float[] RINGS = {0.16f, 0.34f, 0.48f, 0.6f, 0.72f, 0.83f, 0.92f, 1};
  private static final Curve OUTLINE =
      Curve.through(
          0, 20, 30, 24, 60, 30.5, 85, 33, 105, 31, 125, 25, 150, 14, 180, 10, 210, 11.5, 235, 17,
          255, 25.5, 275, 28.5, 300, 25, 330, 20.5, 360, 20);

  private static final float CENTRE_A = 10;
  private static final float CENTRE_B = -1;
  private static final double PROTRUSION = 20;
  private static final double LEAN = 14;
  static final float ROOT_X = 72.5f;
  static final float ROOT_Y = -7;
  static final float ROOT_Z = -6;

  private EarMesh() {}

  /** Appends both ears. */
  static void build(MeshBuilder mesh) {
    ear(mesh, 1);
    ear(mesh, -1);
  }

  private static void ear(MeshBuilder mesh, int side) {
    int centre = vertex(mesh, side, 0, 0, relief(0, 0));
    int previous = -1;
    for (float ring : RINGS) {
      previous = ring(mesh, side, centre, previous, ring, 0);
    }
    previous = ring(mesh, side, centre, previous, 0.94f, -4);
    ring(mesh, side, centre, previous, 0.55f, -16);
  }

  private static int ring(
      MeshBuilder mesh, int side, int centre, int previous, float rho, float back) {
    int first = mesh.size();
    for (int i = 0; i < SECTORS; i++) {
      double angle = 360.0 * i / SECTORS;
      float n = back == 0 ? relief(rho, (float) angle) : back;
      vertex(mesh, side, rho, angle, n);
    }
    for (int i = 0; i < SECTORS; i++) {
      int j = (i + 1) % SECTORS;
      if (previous < 0) {
        face(mesh, side, centre, first + i, first + j);
      } else {
        cell(mesh, side, previous + i, previous + j, first + i, first + j);
      }
    }
    return first;
  }

  /** Adds the two triangles between two sectors of the inner ring and of the outer one. */
  private static void cell(MeshBuilder mesh, int side, int in, int inNext, int out, int outNext) {
    if (side > 0) {
      mesh.quad(out, in, outNext, inNext);
    } else {
      mesh.quad(out, outNext, in, inNext);
    }
  }

  private static void face(MeshBuilder mesh, int side, int a, int b, int c) {
    if (side > 0) {
      mesh.triangle(a, b, c);
    } else {
      mesh.triangle(a, c, b);
    }
  }

  private static int vertex(MeshBuilder mesh, int side, float rho, double degrees, float n) {
    double angle = StrictMath.toRadians(degrees);
    float reach = rho * OUTLINE.at((float) degrees);
    float a = CENTRE_A + reach * (float) StrictMath.cos(angle);
    float b = CENTRE_B + reach * (float) StrictMath.sin(angle);
    double turn = StrictMath.toRadians(PROTRUSION);
    double lean = StrictMath.toRadians(LEAN);
    float sin = (float) StrictMath.sin(turn);
    float cos = (float) StrictMath.cos(turn);
    float leanSin = (float) StrictMath.sin(lean);
    float leanCos = (float) StrictMath.cos(lean);
    float y = ROOT_Y + b * leanCos;
    float root = ROOT_X + BaseHead.halfWidth(y) - BaseHead.halfWidth(ROOT_Y);
    float x = side * (root + a * sin + n * cos);
    float z = ROOT_Z - a * cos - b * leanSin + n * sin;
    float u = side * (118 + 0.3f * (a - CENTRE_A));
    SurfacePoint plan = new SurfacePoint(u, x, y, z, HeadPart.EAR);
    return mesh.add(plan, x, FacePlan.HEIGHT_SCALE * y, z, u, -6 + 0.5f * b);
  }

  /** Returns the height of the relief over the ear's plane, mm. */
  private static float relief(float rho, float degrees) {
    float lobe = Kernel.step(252, 272, degrees) * Kernel.step(325, 300, degrees);
    float front = Kernel.step(125, 160, degrees) * Kernel.step(268, 245, degrees);
    float rim = (1 - lobe) * (1 - front);
    float helix = 4.2f * Kernel.bell((rho - 0.95f) / 0.17f * (rho - 0.95f) / 0.17f);
    float scapha = -2.2f * Kernel.bell((rho - 0.77f) / 0.13f * (rho - 0.77f) / 0.13f);
    float anti = 3.2f * Kernel.bell((rho - 0.58f) / 0.15f * (rho - 0.58f) / 0.15f);
    float concha = -9.5f * Kernel.step(0.56f, 0.2f, rho);
    float tragus = 4.5f * Kernel.bell((rho - 0.62f) / 0.3f * (rho - 0.62f) / 0.3f);
    float sunk = -7 * Kernel.step(0.55f, 1, rho);
    float ear = rim * (helix + scapha + anti) + front * (tragus + sunk);
    return ear + concha * (1 - 0.5f * lobe) + lobe * 1.5f * (1 - rho);
  }
}
