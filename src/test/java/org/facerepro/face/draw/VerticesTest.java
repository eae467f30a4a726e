package org.facerepro.face.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VerticesTest {
  private static final float[] FOLDED = {0, 0, 0, 2, 0, 1, 0, 3, 0, 2, 3, 2, 9, 9, 9};

  private static float[] normals(int... triangles) {
    float[] out = new float[FOLDED.length];
    Vertices.normals(FOLDED, triangles, out);
    return out;
  }

  @Test
  void normals_ofTwoTrianglesOfACell_areTheSumsOfTheirsWhateverTheCornerTheyBeginWith() {
    assertThat(normals(0, 2, 1, 1, 2, 3)).containsExactly(normals(2, 1, 0, 3, 1, 2), within(1e-6f));
  }

  @Test
  void normals_onOneSide_areThoseOfTheTriangle() {
    float length = (float) Math.sqrt(9 + 36);
    float[] first = {3 / length, 0, -6 / length};
    assertThat(normals(0, 2, 1, 1, 2, 3)).startsWith(first);
  }

  @Test
  void normals_ofARange_leaveOtherVerticesAlone() {
    float[] out = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
    Vertices.normals(FOLDED, new int[] {0, 2, 1}, 0, 3, out, 0, 3);
    assertThat(out).endsWith(7, 7, 7, 7, 7, 7);
    assertThat(out[2]).isNegative();
  }
}
