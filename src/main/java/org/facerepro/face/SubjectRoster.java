package org.facerepro.face;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.face.law.Laws;
import org.facerepro.face.person.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Which subject has which number; immutable and the same on every machine.
 *
 * <p>Without a minimum distance a subject depends on its own number alone. With one, it is the
 * first of its tries that keeps the distance from all subjects of lower number, so the whole list
 * is made at the start: memory {@code subjects × components} numbers meanwhile, time in proportion
 * to {@code subjects² × components} (10,000 subjects: some seconds).
 */
final class SubjectRoster {
  /** Tries for one subject to meet a condition. */
  static final int TRIES = 10_000;

  /** Tries for one subject to keep the distance, each already meeting the condition. */
  static final int DISTANT_TRIES = 500;

  private final Seed seed;
  private final Laws laws;
  private final @Nullable SubjectCondition where;
  private final int[] tries;

  /**
   * Makes the list.
   *
   * @throws InvalidValueException if the distance cannot be kept, saying what was reached
   */
  SubjectRoster(GeneratorSpec spec, Seed seed) {
    this.seed = seed;
    this.laws = spec.lawsInForce();
    this.where = spec.where();
    Double distance = spec.minimumDistance();
    this.tries = new int[distance == null ? 0 : spec.subjects()];
    if (distance != null) {
      choose(distance);
    }
  }

  /**
   * Returns subject number {@code index}.
   *
   * @throws InvalidValueException if no try meets the condition, saying how often each part was met
   */
  Subject subject(int index) {
    return index < tries.length ? draw(index, tries[index]) : meeting(index, 0).subject();
  }

  private record Found(Subject subject, int attempt) {}

  private Subject draw(int index, int attempt) {
    Seed own = seed.child(index);
    return Subject.draw(attempt == 0 ? own : own.child("try").child(attempt), laws);
  }

  /** Finds the first try from {@code first} on that meets the condition. */
  private Found meeting(int index, int first) {
    Map<String, Integer> met = new TreeMap<>();
    for (int attempt = first; attempt < first + TRIES; attempt++) {
      Subject subject = draw(index, attempt);
      if (where == null || where.holds(subject)) {
        return new Found(subject, attempt);
      }
      where.parts(subject).forEach((part, holds) -> met.merge(part, holds ? 1 : 0, Integer::sum));
    }
    StringBuilder shares = new StringBuilder();
    met.forEach(
        (part, count) ->
            shares.append(
                String.format(Locale.ROOT, ", %s by %.2f %%", part, 100.0 * count / TRIES)));
    throw new InvalidValueException(
        "where",
        "a condition that subjects meet",
        "none in " + TRIES + " tries for subject " + index + shares);
  }

  private void choose(double distance) {
    float[][] chosen = new float[tries.length][];
    for (int index = 0; index < tries.length; index++) {
      choose(index, distance, chosen);
    }
  }

  private void choose(int index, double distance, float[][] chosen) {
    int attempt = -1;
    double reached = 0;
    for (int i = 0; i < DISTANT_TRIES; i++) {
      Found found = meeting(index, attempt + 1);
      attempt = found.attempt();
      float[] own = SubjectDistances.coefficients(found.subject());
      double nearest = SubjectDistances.nearest(own, chosen, index);
      if (nearest >= distance) {
        chosen[index] = own;
        tries[index] = attempt;
        return;
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
            index,
            reached,
            DISTANT_TRIES));
  }
}
