package org.facerepro.face;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * The distance of two subjects, and how to choose subjects that keep one: the root mean square
 * difference of their coefficients of shape and colour, in standard deviations.
 *
 * <p>Two subjects whose coefficients are independent and standard normal are about √2 apart; those
 * of the built-in head's usual population about 1.9.
 */
public final class SubjectSpacing {
  /** Tries for one subject to keep the distance. */
  static final int TRIES = 500;

  private SubjectSpacing() {}

  /**
   * Returns the distance of two subjects.
   *
   * @param a coefficients of one, at least one of them
   * @param b those of the other, as many
   */
  public static double between(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double d = a[i] - b[i];
      sum += d * d;
    }
    return StrictMath.sqrt(sum / a.length);
  }

  /**
   * The nearest neighbour of a subject.
   *
   * @param number of the neighbour, from 0
   * @param distance to it, see {@link #between}
   */
  public record Neighbour(int number, double distance) {}

  /**
   * Finds the nearest neighbour of each subject, of equally near ones the first; time in proportion
   * to the square of their number, on all cores.
   *
   * @param subjects coefficients of each, of all as many and at least one
   * @throws InvalidValueException if there are fewer than two subjects
   */
  public static List<Neighbour> neighbours(List<float[]> subjects) {
    Require.that(subjects.size() > 1, "subjects", "at least 2 to compare", subjects.size());
    float[][] all = subjects.toArray(float[][]::new);
    return IntStream.range(0, all.length).parallel().mapToObj(i -> neighbour(all, i)).toList();
  }

  private static Neighbour neighbour(float[][] all, int own) {
    int number = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < all.length; i++) {
      double distance = i == own ? Double.POSITIVE_INFINITY : between(all[own], all[i]);
      if (distance < least) {
        least = distance;
        number = i;
      }
    }
    return new Neighbour(number, least);
  }

  /** One try of a subject. */
  static final class Candidate {
    private final int attempt;
    private final float[] coefficients;

    /**
     * Takes over what was drawn.
     *
     * @param attempt number of the try, from 0
     * @param coefficients those of shape and colour
     */
    Candidate(int attempt, float[] coefficients) {
      this.attempt = attempt;
      this.coefficients = coefficients;
    }
  }

  /** Finds tries of subjects. */
  @FunctionalInterface
  interface Candidates {
    /** Returns the first try of a subject from {@code attempt} on that may be taken. */
    Candidate next(int subject, int attempt);
  }

  /**
   * Returns for each subject the number of its first try that keeps a distance from all subjects of
   * lower number; time in proportion to the square of their number.
   *
   * @throws InvalidValueException if one cannot keep it, saying what was reached
   */
  static int[] choose(int subjects, double distance, Candidates candidates) {
    float[][] chosen = new float[subjects][];
    int[] tries = new int[subjects];
    for (int subject = 0; subject < subjects; subject++) {
      Candidate found = choose(subject, distance, chosen, candidates);
      chosen[subject] = found.coefficients;
      tries[subject] = found.attempt;
    }
    return tries;
  }

  private static Candidate choose(
      int subject, double distance, float[][] chosen, Candidates candidates) {
    int attempt = -1;
    double reached = 0;
    for (int i = 0; i < TRIES; i++) {
      Candidate found = candidates.next(subject, attempt + 1);
      attempt = found.attempt;
      double nearest = nearest(found.coefficients, chosen, subject);
      if (nearest >= distance) {
        return found;
      }
      reached = Math.max(reached, nearest);
    }
    throw new InvalidValueException(
        "minimumDistance",
        "a distance that can be kept",
        String.format(
            Locale.ROOT,
            "%s; subject %d came to %.4f of the others at best in %d tries",
            distance,
            subject,
            reached,
            TRIES));
  }

  /** Returns the distance to the nearest of the first {@code count}, infinite without any. */
  private static double nearest(float[] own, float[][] others, int count) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, between(own, others[i]));
    }
    return least;
  }
}
