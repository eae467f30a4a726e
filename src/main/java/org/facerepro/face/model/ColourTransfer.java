package org.facerepro.face.model;

import org.facerepro.core.Require;

/**
 * Gives a model the colours of another: the other's mean mesh is brought onto it by common
 * landmarks, and each vertex takes the colours of the nearest place there.
 */
public final class ColourTransfer {
  private ColourTransfer() {}

  /**
   * Returns {@code target} with the colour space of {@code source}.
   *
   * @param painted vertices of {@code target} that take the colours; the others keep their mean
   *     colour and have no components
   * @param from vertices of {@code source} that have such colours, such as its skin
   * @throws org.facerepro.core.InvalidValueException if the models name fewer than 4 landmarks in
   *     common, or no triangle lies in {@code from}
   */
  public static MorphableModel onto(
      MorphableModel target, VertexSet painted, MorphableModel source, VertexSet from) {
    float[] fitted = LandmarkFit.fitted(source, target);
    SurfaceIndex index = new SurfaceIndex(fitted, source.triangles(), from);
    Require.that(!index.isEmpty(), "from", "vertices with triangles between them", from.size());
    LinearSpace colours = source.colour();
    int components = colours.components();
    float[] mean = encoded(target, source.colourEncoding());
    float[] basis = new float[mean.length * components];
    int[] corners = new int[3];
    double[] weights = new double[3];
    painted.stream()
        .forEach(
            v -> {
              double[] p = new double[3];
              for (int axis = 0; axis < 3; axis++) {
                p[axis] = target.shape().mean(3 * v + axis);
              }
              index.nearest(p, corners, weights);
              blend(colours, corners, weights, mean, basis, v);
            });
    LinearSpace space = new LinearSpace(mean, basis, colours.sharedDeviation(), colours.names());
    return LinearModel.copyOf(target).colour(space, source.colourEncoding()).build();
  }

  private static void blend(
      LinearSpace colours, int[] corners, double[] weights, float[] mean, float[] basis, int v) {
    int components = colours.components();
    for (int channel = 0; channel < 3; channel++) {
      int row = 3 * v + channel;
      double sum = 0;
      for (int c = 0; c < 3; c++) {
        sum += weights[c] * colours.mean(3 * corners[c] + channel);
      }
      mean[row] = (float) sum;
      for (int k = 0; k < components; k++) {
        double value = 0;
        for (int c = 0; c < 3; c++) {
          value += weights[c] * colours.basis(3 * corners[c] + channel, k);
        }
        basis[row * components + k] = (float) value;
      }
    }
  }

  private static float[] encoded(MorphableModel target, ColourEncoding encoding) {
    float[] mean = target.colour().sharedMean().clone();
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) target.colourEncoding().to(encoding, mean[i]);
    }
    return mean;
  }
}
