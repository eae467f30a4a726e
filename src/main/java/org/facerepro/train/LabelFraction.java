package org.facerepro.train;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;

/**
 * A part of a set's labels, to learn how much of them a training needs. For one seed a smaller part
 * lies within each greater one.
 *
 * @param of what is left out
 * @param fraction part that is kept, above 0 to 1; rounded up, so that one of each remains
 */
public record LabelFraction(Of of, double fraction) {

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
  int[] kept(int[] labels, int classes, Seed seed) {
    boolean[] kept = of == Of.SUBJECTS ? bySubject(labels, classes, seed) : byPicture(labels, seed);
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (kept[i]) {
        indices.add(i);
      }
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean[] bySubject(int[] labels, int classes, Seed seed) {
    int[] order = seed.child("subjects").rng().permutation(classes);
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

  private boolean[] byPicture(int[] labels, Seed seed) {
    boolean[] kept = new boolean[labels.length];
    List<int[]> subjects = Subjects.pictures(labels, 0, labels.length);
    for (int subject = 0; subject < subjects.size(); subject++) {
      int[] pictures = subjects.get(subject);
      int[] order = seed.child("images").child(subject).rng().permutation(pictures.length);
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
