package org.facerepro.face.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class DepthRasterTest {
  private static final int SIZE = 16;

  private static DepthRaster draw(boolean cull, float[] points, int... triangles) {
    DepthRaster raster = new DepthRaster(SIZE, SIZE);
    raster.clear();
    raster.draw(points, triangles, 0, triangles.length, cull);
    return raster;
  }

  @Test
  void draw_ofRandomTriangles_coversThePixelCentresABruteForceTestCovers() {
    Rng rng = new Seed(4).rng();
    for (int round = 0; round < 200; round++) {
      float[] p = new float[9];
      for (int i = 0; i < 9; i++) {
        p[i] = i % 3 == 2 ? 1 : (rng.nextInt(256 * (SIZE + 8)) - 1024) / 256f;
      }
      DepthRaster raster = draw(false, p, 0, 1, 2);
      for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
        boolean drawn = raster.triangle(pixel) != DepthRaster.NOTHING;
        double x = pixel % SIZE + 0.5;
        int row = pixel / SIZE;
        double y = row + 0.5;
        double margin = margin(p, x, y);
        assertThat(margin == 0 || drawn == (margin > 0)).isTrue();
      }
    }
  }

  /** Returns the smallest signed barycentric area, positive inside whatever the winding. */
  private static double margin(float[] p, double x, double y) {
    double a = cross(p[0], p[1], p[3], p[4], x, y);
    double b = cross(p[3], p[4], p[6], p[7], x, y);
    double c = cross(p[6], p[7], p[0], p[1], x, y);
    double sign = Math.signum(a + b + c);
    return Math.min(sign * a, Math.min(sign * b, sign * c));
  }

  private static double cross(double ax, double ay, double bx, double by, double x, double y) {
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  }

  @Test
  void draw_whereTrianglesOverlap_keepsTheNearestInEitherOrder() {
    float[] p = {0, 0, 1, 16, 0, 1, 0, 16, 1, 0, 0, 2, 16, 0, 2, 0, 16, 2};
    assertThat(draw(false, p, 0, 1, 2, 3, 4, 5).triangle(0)).isEqualTo(3);
    assertThat(draw(false, p, 3, 4, 5, 0, 1, 2).triangle(0)).isZero();
    assertThat(draw(false, p, 3, 4, 5, 0, 1, 2).depth(0)).isCloseTo(2, within(1e-5f));
  }

  @Test
  void draw_ofTwoTrianglesOfASquare_leavesNoGap() {
    float[] p = {1, 1, 1, 15, 1, 1, 1, 15, 1, 15, 15, 1};
    DepthRaster raster = draw(false, p, 0, 1, 2, 1, 3, 2);
    int covered = 0;
    for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
      covered += raster.triangle(pixel) == DepthRaster.NOTHING ? 0 : 1;
    }
    assertThat(covered).isEqualTo(14 * 14);
  }

  @Test
  void draw_withCulling_leavesOutTrianglesThatFaceAway() {
    float[] p = {0, 0, 1, 16, 0, 1, 0, 16, 1};
    assertThat(draw(true, p, 0, 1, 2).triangle(0)).isEqualTo(DepthRaster.NOTHING);
    assertThat(draw(true, p, 0, 2, 1).triangle(0)).isZero();
  }

  @Test
  void depth_betweenVertices_isInterpolatedLinearly() {
    float[] p = {0, 0, 0, 16, 0, 16, 0, 16, 0};
    assertThat(draw(false, p, 0, 1, 2).depth(3)).isCloseTo(3.5f, within(1e-4f));
  }
}
