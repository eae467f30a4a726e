package org.facerepro.face.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterKernelTest {
  private static final int SIZE = 41;
  private static final int TRIANGLES = 300;

  private final float[] points = new float[9 * TRIANGLES];
  private final int[] triangles = new int[3 * TRIANGLES];

  /**
   * Scatters triangles up to some pixels wide over the map and its borders; every other one has an
   * edge in common with the one before.
   */
  RasterKernelTest() {
    Rng rng = new Seed(8).rng();
    for (int t = 0; t < TRIANGLES; t++) {
      float x = (float) rng.uniform(-2, SIZE + 2);
      float y = (float) rng.uniform(-2, SIZE + 2);
      double wide = rng.uniform(0.5, t % 10 == 0 ? 30 : 5);
      for (int k = 9 * t; k < 9 * t + 9; k += 3) {
        points[k] = x + (float) rng.uniform(-wide, wide);
        points[k + 1] = y + (float) rng.uniform(-wide, wide);
        points[k + 2] = (float) rng.uniform(-3, 3);
      }
    }
    Arrays.setAll(triangles, i -> i);
    for (int t = 3; t < triangles.length; t += 6) {
      triangles[t] = triangles[t - 1];
      triangles[t + 1] = triangles[t - 2];
    }
  }

  private DepthRaster drawn(RasterKernel kernel) {
    DepthRaster raster = new DepthRaster(SIZE, SIZE, kernel);
    raster.clear();
    raster.draw(points, triangles, 0, triangles.length, false);
    return raster;
  }

  @Test
  void vectors_giveTheBitsOfThePlainLoop() {
    DepthRaster plain = drawn(new ScalarRasterKernel());
    DepthRaster fast = drawn(new VectorRasterKernel());
    for (int i = 0; i < SIZE * SIZE; i++) {
      assertThat(fast.triangle(i)).isEqualTo(plain.triangle(i));
      assertThat(fast.depth(i)).isEqualTo(plain.depth(i));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void trianglesWithACommonEdge_showWhatTheyShowOneByOne(boolean cull) {
    DepthRaster both = new DepthRaster(SIZE, SIZE);
    DepthRaster single = new DepthRaster(SIZE, SIZE);
    both.vertices(points, points.length / 3);
    single.vertices(points, points.length / 3);
    for (int t = 0; t < triangles.length; t += 6) {
      both.clear();
      both.draw(triangles, t, t + 6, cull);
      single.clear();
      single.draw(triangles, t, t + 3, cull);
      single.draw(triangles, t + 3, t + 6, cull);
      for (int i = 0; i < SIZE * SIZE; i++) {
        assertThat(both.triangle(i)).isEqualTo(single.triangle(i));
        assertThat(both.depth(i)).isCloseTo(single.depth(i), offset(1e-3f));
      }
    }
  }

  @Test
  void mapOfDepthAlone_hasTheDepthOfOneWithTriangles() {
    DepthRaster alone = DepthRaster.ofDepth(SIZE, SIZE);
    alone.clear();
    alone.draw(points, triangles, 0, triangles.length, false);
    DepthRaster full = drawn(Kernels.raster());
    for (int i = 0; i < SIZE * SIZE; i++) {
      assertThat(alone.depth(i)).isEqualTo(full.depth(i));
    }
  }

  @Test
  void picture_ofManyTriangles_showsTheNearestAtEveryPixel() {
    DepthRaster all = drawn(Kernels.raster());
    DepthRaster one = new DepthRaster(SIZE, SIZE);
    float[] nearest = new float[SIZE * SIZE];
    int[] seen = new int[SIZE * SIZE];
    Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
    Arrays.fill(seen, DepthRaster.NOTHING);
    one.vertices(points, points.length / 3);
    for (int t = 0; t < triangles.length; t += 3) {
      one.clear();
      one.draw(triangles, t, t + 3, false);
      for (int i = 0; i < seen.length; i++) {
        if (one.depth(i) > nearest[i]) {
          nearest[i] = one.depth(i);
          seen[i] = t;
        }
      }
    }
    assertThat(all.copyTriangles(new int[seen.length])).isEqualTo(seen);
  }
}
