package org.facerepro.face;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.law.Laws;
import org.facerepro.face.person.ColourComponent;
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
    this.tries =
        distance == null
            ? new int[0]
            : SubjectSpacing.choose(spec.subjects(), distance, this::candidate);
  }

  private SubjectSpacing.Candidate candidate(int index, int first) {
    Found found = meeting(index, first);
    float[] own = coefficients(found.subject());
    return new SubjectSpacing.Candidate(found.attempt(), own);
  }

  /** Returns what the distance of subjects is measured on: coefficients of shape and colour. */
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
}
