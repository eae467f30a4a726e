package org.facerepro.face.truth;

import java.util.List;
import org.facerepro.face.draw.VisibleSurface;

/** A hand-made mesh in camera space (x right, y up, z to the viewer, camera at the origin). */
@SuppressWarnings("ArrayRecordComponent") // made and read within one test
record PinholeMesh(float[] positions, int[] triangles) {
  static final int SIZE = 96;
  static final double FOCAL = 300;

  /** A plane z = -distance + slopeX x + slopeY y over a square of half side {@code reach}. */
  static PinholeMesh plane(double distance, double slopeX, double slopeY, double reach, int cells) {
    return grid(
        cells,
        (s, t) -> {
          double x = reach * s;
          double y = reach * t;
          return new double[] {x, y, -distance + slopeX * x + slopeY * y};
        });
  }

  /** The front half of a sphere around (0, 0, -distance). */
  static PinholeMesh sphere(double distance, double radius, int cells) {
    return grid(
        cells,
        (s, t) -> {
          double across = s * Math.PI / 2;
          double up = t * Math.PI / 2;
          return new double[] {
            radius * Math.cos(up) * Math.sin(across),
            radius * Math.sin(up),
            -distance + radius * Math.cos(up) * Math.cos(across)
          };
        });
  }

  interface Shape {
    double[] at(double s, double t);
  }

  /** A grid of (cells + 1)² vertices over s, t in -1 to 1, row by row from t = 1 downwards. */
  static PinholeMesh grid(int cells, Shape shape) {
    int side = cells + 1;
    float[] positions = new float[3 * side * side];
    for (int r = 0; r < side; r++) {
      for (int c = 0; c < side; c++) {
        double[] p = shape.at(2.0 * c / cells - 1, 1 - 2.0 * r / cells);
        for (int k = 0; k < 3; k++) {
          positions[3 * (r * side + c) + k] = (float) p[k];
        }
      }
    }
    int[] triangles = new int[6 * cells * cells];
    int at = 0;
    for (int r = 0; r < cells; r++) {
      for (int c = 0; c < cells; c++) {
        int a = r * side + c;
        int[] quad = {a, a + side, a + 1, a + 1, a + side, a + side + 1};
        System.arraycopy(quad, 0, triangles, at, 6);
        at += 6;
      }
    }
    return new PinholeMesh(positions, triangles);
  }

  /** This mesh and another in one. */
  PinholeMesh with(PinholeMesh other) {
    float[] p = new float[positions.length + other.positions.length];
    System.arraycopy(positions, 0, p, 0, positions.length);
    System.arraycopy(other.positions, 0, p, positions.length, other.positions.length);
    int[] t = new int[triangles.length + other.triangles.length];
    System.arraycopy(triangles, 0, t, 0, triangles.length);
    for (int i = 0; i < other.triangles.length; i++) {
      t[triangles.length + i] = other.triangles[i] + positions.length / 3;
    }
    return new PinholeMesh(p, t);
  }

  float[] screen() {
    float[] screen = new float[positions.length];
    for (int i = 0; i < screen.length; i += 3) {
      float w = -1 / positions[i + 2];
      screen[i] = (float) (SIZE / 2.0 + FOCAL * positions[i] * w);
      screen[i + 1] = (float) (SIZE / 2.0 - FOCAL * positions[i + 1] * w);
      screen[i + 2] = w;
    }
    return screen;
  }

  VisibleSurface seen() {
    return VisibleSurface.draw(
        SIZE,
        SIZE,
        screen(),
        triangles,
        List.of(new VisibleSurface.Span(0, triangles.length, true)));
  }

  /** The viewing ray through a pixel's centre: x and y at depth 1. */
  static double[] ray(int x, int y) {
    return new double[] {(x + 0.5 - SIZE / 2.0) / FOCAL, -(y + 0.5 - SIZE / 2.0) / FOCAL};
  }
}
