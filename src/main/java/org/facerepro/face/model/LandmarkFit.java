package org.facerepro.face.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Require;

/**
 * Brings the mean mesh of one model onto that of another by the landmarks that both name: scaled
 * and moved as a whole, then bent near the landmarks so that these meet exactly. Not turned: all
 * models look along z.
 */
final class LandmarkFit {
  private static final int FEWEST = 4;

  /** Beyond this distance from a landmark, mm, its bend has faded out. */
  private static final double REACH = 60;

  /** Keeps landmarks that nearly coincide from pulling against each other. */
  private static final double RIDGE = 1e-6;

  private final List<double[]> from = new ArrayList<>();
  private final List<double[]> to = new ArrayList<>();
  private final double[] fromCentre;
  private final double[] toCentre;
  private final double scale;
  private final double[][] weights;

  private LandmarkFit(MorphableModel source, MorphableModel target) {
    Map<Integer, Integer> pairs = new LinkedHashMap<>();
    source
        .landmarks()
        .forEach(
            (name, vertex) -> {
              Integer other = target.landmarks().get(name);
              if (other != null) {
                pairs.putIfAbsent(vertex, other);
              }
            });
    Require.that(
        pairs.size() >= FEWEST,
        "landmarks",
        "at least " + FEWEST + " that both models name",
        pairs.size());
    pairs.forEach(
        (vertex, other) -> {
          from.add(point(source.shape(), vertex));
          to.add(point(target.shape(), other));
        });
    fromCentre = centre(from);
    toCentre = centre(to);
    scale = Math.sqrt(spread(to, toCentre) / spread(from, fromCentre));
    from.replaceAll(this::moved);
    weights = Spline.weights(from, to, REACH, RIDGE);
  }

  /** Returns the mean positions {@code [3V]} of {@code source}, brought onto {@code target}. */
  static float[] fitted(MorphableModel source, MorphableModel target) {
    LandmarkFit fit = new LandmarkFit(source, target);
    float[] positions = new float[source.shape().rows()];
    for (int v = 0; v < source.vertexCount(); v++) {
      double[] p = fit.bent(fit.moved(point(source.shape(), v)));
      for (int axis = 0; axis < 3; axis++) {
        positions[3 * v + axis] = (float) p[axis];
      }
    }
    return positions;
  }

  private static double[] point(LinearSpace shape, int vertex) {
    return new double[] {
      shape.mean(3 * vertex), shape.mean(3 * vertex + 1), shape.mean(3 * vertex + 2)
    };
  }

  private static double[] centre(List<double[]> points) {
    double[] sum = new double[3];
    for (double[] p : points) {
      for (int axis = 0; axis < 3; axis++) {
        sum[axis] += p[axis] / points.size();
      }
    }
    return sum;
  }

  private static double spread(List<double[]> points, double[] centre) {
    return points.stream().mapToDouble(p -> Spline.square(p, centre)).sum();
  }

  private double[] moved(double[] p) {
    double[] out = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      out[axis] = toCentre[axis] + scale * (p[axis] - fromCentre[axis]);
    }
    return out;
  }

  private double[] bent(double[] p) {
    double[] out = p.clone();
    for (int i = 0; i < from.size(); i++) {
      double pull = Spline.kernel(p, from.get(i), REACH);
      for (int axis = 0; axis < 3; axis++) {
        out[axis] += pull * weights[i][axis];
      }
    }
    return out;
  }
}
