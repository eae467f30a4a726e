package org.facerepro.train;

import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Seed;

/** Draws pictures of one set without end, each subject equally often. */
final class SubjectSampler {
  private final List<int[]> subjects;
  private final Cycle order;
  private final List<Cycle> within;

  SubjectSampler(int[] labels, FacePool.Part part, Seed seed) {
    this.subjects = Subjects.pictures(labels, part.from(), part.to());
    this.order = new Cycle(subjects.size(), seed.rng());
    Seed inner = seed.child("within");
    this.within =
        IntStream.range(0, subjects.size())
            .mapToObj(i -> new Cycle(subjects.get(i).length, inner.child(i).rng()))
            .toList();
  }

  /** Returns the next picture of the next subject. */
  int nextPicture() {
    int subject = order.next();
    return subjects.get(subject)[within.get(subject).next()];
  }

  /** Moves to the next subject and returns its number within the set. */
  int nextSubject() {
    return order.next();
  }

  /** Fills places with pictures of a subject, all different as far as there are enough. */
  void fill(int subject, int[] target, int from, int count) {
    Cycle cycle = within.get(subject);
    cycle.restart();
    for (int i = 0; i < count; i++) {
      target[from + i] = subjects.get(subject)[cycle.next()];
    }
  }
}
