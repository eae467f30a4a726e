package org.facerepro.face.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class RasterKernelTest {
  private static final int WIDTH = 21;
  private static final int HEIGHT = 17;
  private final Rng rng = new Seed(3).rng();
  private final RasterKernel plain = new ScalarRasterKernel();
  private final RasterKernel vectors = RasterKernels.fastest();

  /** A triangle of any size about the picture, clockwise; some corners lie on pixels' centres. */
  private Corners triangle(int id) {
    double size = Math.exp(rng.uniform(0, 5)) * 20;
    int x = rng.nextInt(WIDTH * ViewMesh.SUBPIXEL);
    int y = rng.nextInt(HEIGHT * ViewMesh.SUBPIXEL);
    int[] p = new int[6];
    for (int i = 0; i < 6; i++) {
      int place = (i % 2 == 0 ? x : y) + (int) rng.gaussian(0, size);
      p[i] = rng.nextInt(3) == 0 ? (place & -256) + FaceRaster.HALF : place;
    }
    long area = (long) (p[2] - p[0]) * (p[5] - p[1]) - (long) (p[4] - p[0]) * (p[3] - p[1]);
    if (area == 0) {
      return triangle(id);
    }
    int b = area > 0 ? 2 : 4;
    int c = 6 - b;
    Corners corners = new Corners();
    corners.take(
        new CutTriangles.Piece(
            id, p[0], p[1], depth(), p[b], p[b + 1], depth(), p[c], p[c + 1], depth()));
    return corners;
  }

  private float depth() {
    return (float) rng.uniform(0.001, 0.002);
  }

  @Test
  void fastest_whereVectorsAreThere_isAnotherThanThePlainOne() {
    assertThat(vectors).isNotInstanceOf(ScalarRasterKernel.class);
  }

  @Test
  void fill_ofAnyTriangles_givesTheBitsOfThePlainKernel() {
    int[][] bits = new int[2][WIDTH * HEIGHT];
    int[][] seen = new int[2][WIDTH * HEIGHT];
    for (int i = 1; i <= 5000; i++) {
      Corners t = triangle(i);
      if (i % 20 == 0) {
        Arrays.fill(bits[0], 0);
        Arrays.fill(bits[1], 0);
      }
      if (!vectors.takes(t)) {
        continue;
      }
      int left = Math.max(0, t.minX >> FaceRaster.SHIFT);
      int right = Math.min(WIDTH - 1, t.maxX >> FaceRaster.SHIFT);
      int top = Math.max(0, t.minY >> FaceRaster.SHIFT);
      int bottom = Math.min(HEIGHT - 1, t.maxY >> FaceRaster.SHIFT);
      plain.fill(t, bits[0], seen[0], WIDTH, left, right, top, bottom);
      vectors.fill(t, bits[1], seen[1], WIDTH, left, right, top, bottom);
      assertThat(bits[1]).isEqualTo(bits[0]);
      assertThat(seen[1]).isEqualTo(seen[0]);
    }
    assertThat(Arrays.stream(seen[0]).distinct().count()).isGreaterThan(10);
  }

  @Test
  void points_ofAnyTriangles_giveTheBitsOfThePlainKernel() {
    int[][] bits = new int[2][3 * EdgeSamples.POINTS];
    int[][] seen = new int[2][3 * EdgeSamples.POINTS];
    int drawn = 0;
    for (int i = 1; i <= 20_000; i++) {
      Corners t = triangle(i);
      if (!vectors.takes(t)) {
        continue;
      }
      Arrays.fill(bits[0], i % 2 == 0 ? 0 : Float.floatToRawIntBits(0.0015f));
      Arrays.fill(bits[1], bits[0][0]);
      int px = (t.minX + t.maxX) / 2;
      int py = (t.minY + t.maxY) / 2;
      plain.points(t, px, py, bits[0], seen[0], EdgeSamples.POINTS);
      vectors.points(t, px, py, bits[1], seen[1], EdgeSamples.POINTS);
      assertThat(bits[1]).isEqualTo(bits[0]);
      assertThat(seen[1]).isEqualTo(seen[0]);
      drawn += Arrays.stream(seen[0]).anyMatch(id -> id == t.id) ? 1 : 0;
    }
    assertThat(drawn).isGreaterThan(3000);
  }
}
