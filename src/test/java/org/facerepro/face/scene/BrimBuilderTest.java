package org.facerepro.face.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.facerepro.face.draw.Vertices;
import org.facerepro.face.head.HeadMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrimBuilderTest {
  private static final HeadMesh MESH = new HeadMesh();
  private static final HeadSurface SURFACE = new HeadSurface(MESH);
  private static final int FIRST = MESH.vertexCount();
  private static final int COUNT = BrimBuilder.COLUMNS * BrimBuilder.ROWS;
  private static final float LINE = 45;

  private static float[] brim(Headwear headwear) {
    float[] positions = Arrays.copyOf(MESH.copyPositions(), 3 * (FIRST + COUNT));
    BrimBuilder.place(positions, FIRST, SURFACE, headwear, LINE);
    return positions;
  }

  private static float y(float[] values, int row, int column) {
    return values[3 * (FIRST + row * BrimBuilder.COLUMNS + column) + 1];
  }

  private static float z(float[] values, int row, int column) {
    return values[3 * (FIRST + row * BrimBuilder.COLUMNS + column) + 2];
  }

  @Test
  void surface_atAVertex_isTheVertex() {
    float[] positions = MESH.copyPositions();
    float[] place = Arrays.copyOf(positions, positions.length + 3);
    int vertex = 10 * MESH.skinColumns() + 31;
    SURFACE.place(place, MESH.u(vertex), MESH.v(vertex), positions.length);
    for (int k = 0; k < 3; k++) {
      assertThat(place[positions.length + k]).isEqualTo(positions[3 * vertex + k]);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CAP", "BRIMMED"})
  void brim_hasAnUndersideThatFacesDown(Headwear headwear) {
    float[] positions = brim(headwear);
    float[] normals = new float[positions.length];
    int[] triangles = HeadMesh.grid(FIRST, BrimBuilder.COLUMNS, BrimBuilder.ROWS);
    int end = FIRST + COUNT;
    Vertices.normals(positions, triangles, 0, triangles.length, normals, FIRST, end);
    int middle = BrimBuilder.COLUMNS / 2;
    assertThat(y(normals, 1, middle)).isGreaterThan(0.8f);
    assertThat(y(normals, BrimBuilder.ROWS - 2, middle)).isLessThan(-0.8f);
  }

  @Test
  void peak_isLongInTheMiddleAndEndsInTheCrown() {
    float[] positions = brim(Headwear.CAP);
    int middle = BrimBuilder.COLUMNS / 2;
    assertThat(z(positions, 2, middle) - z(positions, 0, middle)).isBetween(55f, 75f);
    assertThat(z(positions, 2, 0)).isEqualTo(z(positions, 0, 0));
    int last = BrimBuilder.COLUMNS - 1;
    assertThat(z(positions, 2, last)).isEqualTo(z(positions, 0, last));
  }

  @Test
  void hat_sitsHigherAtTheNeckThanACap() {
    assertThat(Headwear.BRIMMED.cover(LINE, 200, LINE - 25)).isZero();
    assertThat(Headwear.CAP.cover(LINE, 200, LINE - 25)).isOne();
  }
}
