package org.facerepro.face.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColourTransferTest {
  private static final int SIDE = 21;
  private static final double[] IDENTITY = {1, 0, 0, 0};
  private static final Map<String, Integer> CORNERS =
      Map.of(
          "a",
          0,
          "b",
          SIDE - 1,
          "c",
          SIDE * (SIDE - 1),
          "d",
          SIDE * SIDE - 1,
          "tip",
          SIDE * (SIDE / 2) + SIDE / 2);

  /** A grid of 20 mm squares, scaled and moved; red is x and green y of the plan, both linear. */
  private static LinearModel grid(double[] change, ColourEncoding encoding) {
    float[] positions = new float[3 * SIDE * SIDE];
    float[] colours = new float[positions.length];
    int[] triangles = new int[6 * (SIDE - 1) * (SIDE - 1)];
    int at = 0;
    for (int r = 0; r < SIDE; r++) {
      for (int c = 0; c < SIDE; c++) {
        int v = r * SIDE + c;
        positions[3 * v] = (float) (change[0] * 20 * c + change[1]);
        positions[3 * v + 1] = (float) (change[0] * 20 * r + change[2]);
        positions[3 * v + 2] = (float) change[3];
        colours[3 * v] = c / 20f;
        colours[3 * v + 1] = r / 20f;
        if (r > 0 && c > 0) {
          for (int i : new int[] {v - SIDE - 1, v - SIDE, v, v - SIDE - 1, v, v - 1}) {
            triangles[at] = i;
            at++;
          }
        }
      }
    }
    float[] halves = new float[colours.length];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = colours[i] / 2;
    }
    LinearSpace colour = LinearSpace.of(colours, halves, new float[] {3}, List.of("TONE"));
    return LinearModel.builder(TinyModels.CARD, triangles, LinearSpace.constant(positions))
        .colour(colour, encoding)
        .landmarks(CORNERS)
        .build();
  }

  private static final VertexSet ALL = VertexSet.range(0, SIDE * SIDE);

  @Test
  void onto_aScaledAndMovedCopy_givesTheSameColours() {
    LinearModel source = grid(IDENTITY, ColourEncoding.LINEAR);
    LinearModel target = grid(new double[] {1.5, 300, -40, 25}, ColourEncoding.LINEAR);
    MorphableModel painted = ColourTransfer.onto(target, ALL, source, ALL);
    Coefficients face = new Coefficients(new double[0], new double[] {0.4}, new double[0]);
    double[] expected = source.colours(face);
    double[] actual = painted.colours(face);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-4));
    }
    assertThat(painted.colour().names()).containsExactly("TONE");
    assertThat(painted.positions(face)).isEqualTo(target.positions(face));
  }

  @Test
  void onto_aFinerPlace_interpolatesBetweenVertices() {
    LinearModel source = grid(IDENTITY, ColourEncoding.LINEAR);
    float[] between = source.shape().sharedMean().clone();
    between[3 * 30] += 7;
    between[3 * 30 + 1] -= 4;
    LinearModel target =
        LinearModel.builder(TinyModels.CARD, source.triangles(), LinearSpace.constant(between))
            .landmarks(CORNERS)
            .build();
    MorphableModel painted = ColourTransfer.onto(target, ALL, source, ALL);
    assertThat(painted.colour().mean(3 * 30))
        .isCloseTo(source.colour().mean(3 * 30) + 7 / 400f, within(1e-5f));
    assertThat(painted.colour().mean(3 * 30 + 1))
        .isCloseTo(source.colour().mean(3 * 30 + 1) - 4 / 400f, within(1e-5f));
  }

  @Test
  void onto_aModelWithAShiftedLandmark_bendsTheColoursAlong() {
    LinearModel source = grid(IDENTITY, ColourEncoding.LINEAR);
    int tip = SIDE * (SIDE / 2) + SIDE / 2;
    LinearModel target =
        LinearModel.builder(TinyModels.CARD, source.triangles(), source.shape())
            .landmarks(
                Map.of(
                    "a",
                    0,
                    "b",
                    SIDE - 1,
                    "c",
                    SIDE * (SIDE - 1),
                    "d",
                    SIDE * SIDE - 1,
                    "tip",
                    tip + 1))
            .build();
    MorphableModel painted = ColourTransfer.onto(target, ALL, source, ALL);
    assertThat(painted.colour().mean(3 * (tip + 1)))
        .isCloseTo(source.colour().mean(3 * tip), within(1e-3f));
  }

  @Test
  void onto_verticesThatAreNotPainted_keepsTheirColourInTheNewEncoding() {
    LinearModel source = grid(IDENTITY, ColourEncoding.LINEAR);
    LinearModel target = grid(IDENTITY, ColourEncoding.SRGB);
    MorphableModel painted =
        ColourTransfer.onto(target, VertexSet.of(IntStream.of(0)), source, ALL);
    assertThat(painted.colourEncoding()).isEqualTo(ColourEncoding.LINEAR);
    assertThat(painted.colour().mean(3 * 10)).isCloseTo(0.21404f, within(1e-5f));
    assertThat(painted.colour().basis(3 * 10, 0)).isZero();
  }

  @Test
  void onto_aModelWithoutCommonLandmarks_isRefused() {
    LinearModel source = grid(IDENTITY, ColourEncoding.LINEAR);
    LinearModel target = LinearModel.copyOf(source).landmarks(Map.of("a", 0, "other", 3)).build();
    assertThatThrownBy(() -> ColourTransfer.onto(target, ALL, source, ALL))
        .hasMessage("landmarks: expected at least 4 that both models name, got 1");
  }

  @Test
  void onto_fromVerticesWithoutTriangles_isRefused() {
    LinearModel source = grid(IDENTITY, ColourEncoding.LINEAR);
    VertexSet two = VertexSet.range(0, 2);
    assertThatThrownBy(() -> ColourTransfer.onto(source, ALL, source, two))
        .hasMessageContaining("vertices with triangles between them");
  }

  @Test
  void encoding_thereAndBack_givesTheValue() {
    double linear = ColourEncoding.SRGB.to(ColourEncoding.LINEAR, 0.5);
    assertThat(linear).isCloseTo(0.2140411, within(1e-6));
    assertThat(ColourEncoding.LINEAR.to(ColourEncoding.SRGB, linear)).isCloseTo(0.5, within(1e-9));
  }
}
