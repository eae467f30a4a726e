package org.facerepro.face.model;

import java.util.List;
import java.util.Map;
import org.facerepro.core.Seed;

/** Small drawn models for tests. */
final class TinyModels {
  private TinyModels() {}

  static final ModelCard CARD =
      new ModelCard(
          "tiny",
          "Tiny model",
          "none needed",
          "none",
          "drawn in a test",
          null,
          new ModelCard.Counts(0, 0, 0, 0, 0));

  static float[] drawn(String name, int count, double scale) {
    var rng = new Seed(7).child(name).rng();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) rng.gaussian(0, scale);
    }
    return values;
  }

  static LinearSpace space(String name, int vertices, int components, double scale) {
    float[] deviation = drawn(name + "-deviation", components, 1);
    for (int k = 0; k < components; k++) {
      deviation[k] = Math.abs(deviation[k]);
    }
    return new LinearSpace(
        drawn(name + "-mean", 3 * vertices, scale),
        drawn(name + "-basis", 3 * vertices * components, scale),
        deviation,
        LinearSpace.numbered(name, components));
  }

  /** Four vertices, two triangles, 3 + 2 + 2 components. */
  static LinearModel model() {
    return LinearModel.builder(CARD, new int[] {0, 1, 2, 0, 2, 3}, space("shape", 4, 3, 50))
        .expression(space("expression", 4, 2, 5))
        .colour(space("colour", 4, 2, 0.1), ColourEncoding.SRGB)
        .landmarks(Map.of("tip", 2))
        .build();
  }

  static List<double[]> coefficients() {
    return List.of(new double[] {1.5, -0.5, 2}, new double[] {-1, 0.25}, new double[] {0.5, 1});
  }
}
