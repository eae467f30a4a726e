package org.facerepro.face;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.law.Control;

/**
 * The forms that one subject takes in a sweep over controls of the subject, and which of them each
 * picture shows. Without such an axis there is one. Immutable.
 *
 * <p>Forms have numbers over all subjects, so that each can be drawn as if it were a subject.
 */
final class SubjectForms {
  private final List<Map<Control, Double>> forms;
  private final int[] formOf;

  private SubjectForms(List<Map<Control, Double>> forms, int[] formOf) {
    this.forms = forms;
    this.formOf = formOf;
  }

  /**
   * Finds the forms of a specification's subjects.
   *
   * @throws InvalidValueException if there are more of all subjects than can be numbered
   */
  static SubjectForms of(GeneratorSpec spec) {
    Map<Map<Control, Double>, Integer> numbers = new LinkedHashMap<>();
    int[] formOf = new int[spec.samplesPerSubject()];
    for (int sample = 0; sample < formOf.length; sample++) {
      Map<Control, Double> fixed = ofSubject(spec.swept(sample));
      formOf[sample] = numbers.computeIfAbsent(fixed, form -> numbers.size());
    }
    if ((long) spec.subjects() * numbers.size() > Integer.MAX_VALUE) {
      throw new InvalidValueException(
          "sweep",
          "at most " + Integer.MAX_VALUE + " subjects times values of their own controls",
          (long) spec.subjects() * numbers.size());
    }
    return new SubjectForms(new ArrayList<>(numbers.keySet()), formOf);
  }

  /** Returns those of some values that belong to controls of a subject. */
  static Map<Control, Double> ofSubject(Map<Control, Double> values) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().scope() == Control.Scope.SUBJECT)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns how many forms a subject takes, at least 1. */
  int count() {
    return forms.size();
  }

  /** Returns the number, over all subjects, of the form that a picture shows. */
  int number(int subject, int sample) {
    return subject * count() + formOf[sample];
  }

  /** Returns the subject of a form. */
  int subject(int number) {
    return number / count();
  }

  /** Returns the values at which a form holds controls of its subject. */
  Map<Control, Double> fixed(int number) {
    return forms.get(number % count());
  }

  /** Returns the number after the last of the pictures from {@code first} on of one form. */
  int runEnd(int first, int end) {
    int last = first;
    while (last < end && formOf[last] == formOf[first]) {
      last++;
    }
    return last;
  }
}
