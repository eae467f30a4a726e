package org.facerepro.face.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.facerepro.face.draw.DepthRaster;
import org.junit.jupiter.api.Test;

class CoarseSkinTest {
  private static final int SIZE = 256;
  private static final HeadMesh MESH = new HeadMesh();
  private static final int[] FINE = MESH.copyTriangles();
  private static final int[] COARSE = MESH.copyCoarseTriangles();

  /** Returns the directed edges that no triangle runs through the other way. */
  private static Set<Long> border(int[] triangles) {
    Map<Long, Integer> count = new HashMap<>();
    for (int i = 0; i < triangles.length; i++) {
      long from = triangles[i];
      long to = triangles[i % 3 == 2 ? i - 2 : i + 1];
      count.merge(from << 32 | to, 1, Integer::sum);
      count.merge(to << 32 | from, -1, Integer::sum);
    }
    Set<Long> open = new HashSet<>();
    count.forEach(
        (edge, n) -> {
          if (n > 0) {
            open.add(edge);
          }
        });
    return open;
  }

  private static Set<Integer> corners(Set<Long> edges) {
    Set<Integer> out = new HashSet<>();
    edges.forEach(edge -> out.add(edge.intValue()));
    return out;
  }

  @Test
  void coarseSurface_hasLessThanHalfOfTheTriangles() {
    assertThat(COARSE.length).isLessThan(FINE.length / 2);
  }

  @Test
  void coarseSurface_tearsNowhereWhereTheFineOneHolds() {
    assertThat(corners(border(FINE))).containsAll(corners(border(COARSE)));
  }

  @Test
  void coarseSurface_whereItFacesTheViewer_liesWithinTheBiasOfShadows() {
    DepthRaster fine = seen(FINE);
    DepthRaster coarse = seen(COARSE);
    int compared = 0;
    for (int i = SIZE; i < SIZE * (SIZE - 1); i++) {
      boolean seen = fine.triangle(i) >= 0 && coarse.triangle(i) >= 0;
      if (seen && even(fine, i, 1) && even(fine, i, SIZE)) {
        assertThat(coarse.depth(i)).isCloseTo(fine.depth(i), within(2.5f));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  /** Returns whether depth changes by less than a millimetre between a pixel's neighbours. */
  private static boolean even(DepthRaster map, int i, int step) {
    return Math.abs(map.depth(i + step) - map.depth(i - step)) < 1;
  }

  private static DepthRaster seen(int[] triangles) {
    float[] p = MESH.copyPositions();
    for (int i = 0; i < p.length; i += 3) {
      p[i] = 128 + p[i];
      p[i + 1] = 128 - p[i + 1];
    }
    DepthRaster raster = new DepthRaster(SIZE, SIZE);
    raster.clear();
    raster.draw(p, triangles, 0, triangles.length, true);
    return raster;
  }

  @Test
  void coarseTriangles_areACopy() {
    int[] copy = MESH.copyCoarseTriangles();
    Arrays.fill(copy, 0);
    assertThat(MESH.copyCoarseTriangles()).isEqualTo(COARSE);
  }
}
