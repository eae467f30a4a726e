package org.facerepro.face.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FacePainterTest {
  private static final int SIZE = 32;
  private static final float FAR_OUT = 4000;

  /**
   * The pattern's largest error over all straight lines, 0.208, half a step of places and of sRGB.
   */
  private static final double BOUND = 0.208 + 1.0 / 512 + 0.005;

  /** One pixel is one millimetre at this distance. */
  private static final ViewPose POSE = PaintedMesh.view(1000, SIZE, 1000);

  private static PaintedMesh paint(float[] positions, int... triangles) {
    return PaintedMesh.of(positions, triangles, POSE, SphericalLight.albedo());
  }

  /** The plane z = 0 on the side of a line through an offset from the middle at an angle. */
  private static PaintedMesh halfPlane(double angle, double offset) {
    double nx = Math.cos(angle);
    double ny = Math.sin(angle);
    float[] corner = new float[12];
    double[][] places = {{0, -FAR_OUT}, {FAR_OUT, -FAR_OUT}, {FAR_OUT, FAR_OUT}, {0, FAR_OUT}};
    for (int i = 0; i < 4; i++) {
      double along = offset + places[i][0];
      double across = places[i][1];
      corner[3 * i] = (float) (along * nx - across * ny);
      corner[3 * i + 1] = (float) (along * ny + across * nx);
    }
    return paint(corner, 0, 1, 2, 0, 2, 3);
  }

  /** Share of a pixel that is covered, by 64 x 64 points. */
  private static double share(int x, int y, double angle, double offset) {
    int inside = 0;
    for (int i = 0; i < 64; i++) {
      for (int j = 0; j < 64; j++) {
        double px = x + (i + 0.5) / 64 - SIZE / 2.0;
        double py = -(y + (j + 0.5) / 64 - SIZE / 2.0);
        if (px * Math.cos(angle) + py * Math.sin(angle) > offset) {
          inside++;
        }
      }
    }
    return inside / 4096.0;
  }

  @Test
  void paint_ofAHalfPlane_coversPixelsByTheirShareWithinThePatternsBound() {
    double squares = 0;
    int edges = 0;
    for (int k = 0; k < 24; k++) {
      double angle = Math.toRadians(15 * k + 3);
      double offset = -3 + 0.29 * k;
      PaintedMesh half = halfPlane(angle, offset);
      for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
          double share = share(x, y, angle, offset);
          double error = half.light(x, y, 0) - share;
          assertThat(error).isBetween(-BOUND, BOUND);
          if (share > 0 && share < 1) {
            squares += error * error;
            edges++;
          }
        }
      }
    }
    assertThat(Math.sqrt(squares / edges)).isLessThan(0.06);
  }

  @Test
  void paint_ofABackFace_showsNothing() {
    float[] p = {-10, -10, 0, 10, -10, 0, 0, 10, 0};
    assertThat(paint(p, 0, 1, 2).seen).contains(0);
    assertThat(paint(p, 0, 2, 1).seen).containsOnly(FaceRaster.NOTHING);
  }

  @Test
  void paint_ofTwoTrianglesWithASharedEdge_leavesNoGap() {
    float[] p = {-40, -40.3f, 0, 40, -40, 0, 40.1f, 40, 0, -40, 40, 0};
    assertThat(paint(p, 0, 1, 2, 0, 2, 3).seen).containsOnly(0, 3);
  }

  @Test
  void paint_ofATriangleThatEndsBehindTheCamera_showsThePartBeforeIt() {
    float[] p = {-500, -20, 0, 500, -20, 0, 0, -20, 3000};
    PaintedMesh floor = paint(p, 0, 1, 2);
    for (int y = 0; y < SIZE; y++) {
      double depth = 20 * POSE.focal() / Math.max(1e-9, y + 0.5 - SIZE / 2.0);
      assertThat(floor.seen[y * SIZE + SIZE / 2] == 0).isEqualTo(depth <= 1000);
    }
  }

  @Test
  void paint_ofATriangleNearerThanTheNearPlane_showsNothing() {
    float[] p = {-1, -1, 999.5f, 1, -1, 999.5f, 0, 1, 999.5f};
    assertThat(paint(p, 0, 1, 2).seen).containsOnly(FaceRaster.NOTHING);
  }

  @Test
  void raster_ofATiltedPlane_knowsItsDepth() {
    float[] p = {-60, -60, -60, 60, -60, 60, 60, 60, 60, -60, 60, -60};
    int[] t = {0, 1, 2, 0, 2, 3};
    PaintedMesh plane = paint(p, t);
    FaceRaster raster = new FaceRaster(SIZE, SIZE, 2, RasterKernels.fastest());
    raster.clear();
    raster.draw(plane.mesh, false);
    for (int x = 0; x < SIZE; x++) {
      double dx = (x + 0.5 - SIZE / 2.0) / POSE.focal();
      double depth = 1000 / (1 + dx);
      assertThat(1.0 / raster.depth(5 * SIZE + x)).isCloseTo(depth, within(0.01));
    }
  }

  @Test
  void normals_ofABall_pointOutward() {
    float[] ball = PaintedMesh.ball(60, 50);
    ViewMesh mesh = paint(ball, PaintedMesh.ballTriangles(60)).mesh;
    int v = mesh.vertices;
    for (int i = 120; i < v - 120; i++) {
      double cosine =
          (mesh.normals[3 * i] * ball[3 * i]
                  + mesh.normals[3 * i + 1] * ball[3 * i + 1]
                  + mesh.normals[3 * i + 2] * ball[3 * i + 2])
              / 50;
      assertThat(cosine).isGreaterThan(0.9995);
    }
  }

  @Test
  void toByte_ofEveryBorder_roundsToTheNearestStep() {
    for (int i = 0; i <= 20_000; i++) {
      float light = i / 20_000f;
      double srgb = light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
      double exact = 255 * srgb;
      assertThat((double) (SrgbScale.toByte(light) & 0xff)).isCloseTo(exact, within(0.5 + 1e-3));
    }
  }
}
