package org.facerepro.train;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.jspecify.annotations.Nullable;

/**
 * A part of a set's labels, to learn how much of them a training needs. A smaller part lies within
 * each greater one that has the same seed.
 *
 * @param of what is left out
 * @param fraction part that is kept, above 0 to 1; rounded up, so that one of each remains
 * @param seed of the choice, the same for all trainings; 0 if absent
 */
public record LabelFraction(Of of, double fraction, @Nullable Long seed) {

  /** What a fraction is taken of. */
  public enum Of {
    /** Subjects, with all their pictures. */
    SUBJECTS,
    /** The pictures of each subject. */
    IMAGES
  }

  public LabelFraction {
    Require.between("fraction", fraction, 1e-6, 1);
  }

  /** Returns the indices of the pictures kept, rising. */
  int[] kept(int[] labels, int classes) {
    boolean[] kept = of == Of.SUBJECTS ? bySubject(labels, classes) : byPicture(labels);
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (kept[i]) {
        indices.add(i);
      }
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }

  private Seed root() {
    return new Seed(seed == null ? 0 : seed);
  }

  private boolean[] bySubject(int[] labels, int classes) {
    int[] order = root().child("subjects").rng().permutation(classes);
    boolean[] chosen = new boolean[classes];
    for (int i = 0; i < count(classes); i++) {
      chosen[order[i]] = true;
    }
    boolean[] kept = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      kept[i] = chosen[labels[i]];
    }
    return kept;
  }

  private boolean[] byPicture(int[] labels) {
    boolean[] kept = new boolean[labels.length];
    List<int[]> subjects = Subjects.pictures(labels, 0, labels.length);
    for (int subject = 0; subject < subjects.size(); subject++) {
      int[] pictures = subjects.get(subject);
      int[] order = root().child("images").child(subject).rng().permutation(pictures.length);
      for (int i = 0; i < count(pictures.length); i++) {
        kept[pictures[order[i]]] = true;
      }
    }
    return kept;
  }

  /** A billionth less than the product, so that 0.1 of 30 is 3. */
  private int count(int all) {
    return Math.max(1, (int) Math.ceil(fraction * all - 1e-9 * all));
  }
}
