package org.facerepro.face;

import java.util.Arrays;
import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Subject;

/**
 * How far every subject of the built-in head is from its nearest neighbour, by the distance of
 * {@link SubjectSpacing}; independent subjects of the usual population are about 1.9 apart.
 *
 * @param subjects number of subjects, at least 2
 * @param least smallest distance
 * @param low the distance that one in twenty falls below
 * @param median median
 * @param high the distance that one in twenty exceeds
 * @param mean mean
 */
public record SubjectDistances(
    int subjects, double least, double low, double median, double high, double mean) {
  private static final double TWENTIETH = 0.05;

  /** Measures subjects; time in proportion to the square of their number. */
  public static SubjectDistances of(List<Subject> subjects) {
    if (subjects.size() < 2) {
      throw new InvalidValueException("subjects", "at least 2 to compare", subjects.size());
    }
    float[][] all = subjects.stream().map(SubjectDistances::coefficients).toArray(float[][]::new);
    double[] nearest = new double[all.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int i = 1; i < all.length; i++) {
      for (int j = 0; j < i; j++) {
        double distance = SubjectSpacing.between(all[i], all[j]);
        nearest[i] = Math.min(nearest[i], distance);
        nearest[j] = Math.min(nearest[j], distance);
      }
    }
    Arrays.sort(nearest);
    return new SubjectDistances(
        nearest.length,
        nearest[0],
        quantile(nearest, TWENTIETH),
        quantile(nearest, 0.5),
        quantile(nearest, 1 - TWENTIETH),
        Arrays.stream(nearest).average().orElseThrow());
  }

  /** Returns the distance of two subjects. */
  public static double between(Subject a, Subject b) {
    return SubjectSpacing.between(coefficients(a), coefficients(b));
  }

  static float[] coefficients(Subject subject) {
    ShapeComponent[] shapes = ShapeComponent.values();
    ColourComponent[] colours = ColourComponent.values();
    float[] out = new float[shapes.length + colours.length];
    for (int i = 0; i < shapes.length; i++) {
      out[i] = subject.shape(shapes[i]);
    }
    for (int i = 0; i < colours.length; i++) {
      out[shapes.length + i] = subject.colour(colours[i]);
    }
    return out;
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
