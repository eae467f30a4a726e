package org.facerepro.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;

/** Draws the pictures of epochs. */
final class Sampler {
  private final FacePool pool;
  private final Sampling sampling;
  private final int length;

  /**
   * Makes a sampler.
   *
   * @param batchSize pictures a batch; what does not fill one is left out
   */
  Sampler(FacePool pool, Sampling sampling, int batchSize) {
    this.pool = pool;
    this.sampling = sampling;
    this.length = pool.faces().size() / batchSize * batchSize;
    if (sampling instanceof Sampling.Grouped grouped) {
      pool.parts().forEach(part -> requireGroups(part, grouped));
    }
  }

  private void requireGroups(FacePool.Part part, Sampling.Grouped grouped) {
    List<int[]> subjects = Subjects.pictures(pool.faces().labels(), part.from(), part.to());
    Require.that(
        subjects.size() >= grouped.subjects(),
        "sampling",
        "sets of at least the " + grouped.subjects() + " subjects of a batch",
        subjects.size() + " subjects");
    List<Integer> lonely =
        subjects.stream()
            .filter(pictures -> pictures.length < 2)
            .map(pictures -> pool.faces().label(pictures[0]))
            .toList();
    Require.that(
        lonely.isEmpty(),
        "sampling",
        "at least 2 pictures of each subject, as pairs are made of them",
        "one picture only of %d subjects, the first of them number %s"
            .formatted(lonely.size(), lonely.isEmpty() ? "" : lonely.get(0)));
  }

  /** Returns the order of an epoch, counted from 0, of a training with this seed. */
  EpochOrder epoch(int epoch, Seed seed) {
    Seed orderSeed = seed.child("order").child(epoch);
    int[] pictures =
        sampling instanceof Sampling.Grouped grouped
            ? groups(orderSeed, grouped)
            : singles(orderSeed);
    return EpochOrder.of(pictures, pool.faces().size());
  }

  private int[] singles(Seed orderSeed) {
    List<IntSupplier> parts = new ArrayList<>();
    for (FacePool.Part part : pool.parts()) {
      parts.add(stream(part, partSeed(orderSeed, parts.size())));
    }
    Turns turns = new Turns(pool.parts());
    int[] pictures = new int[length];
    for (int i = 0; i < length; i++) {
      pictures[i] = parts.get(turns.next()).getAsInt();
    }
    return pictures;
  }

  private IntSupplier stream(FacePool.Part part, Seed seed) {
    if (sampling instanceof Sampling.Balanced) {
      return new SubjectSampler(pool.faces().labels(), part, seed)::nextPicture;
    }
    Cycle cycle = new Cycle(part.to() - part.from(), seed.rng());
    return () -> part.from() + cycle.next();
  }

  /** One set alone draws from the seed of the epoch itself. */
  private Seed partSeed(Seed orderSeed, int part) {
    return pool.parts().size() == 1 ? orderSeed : orderSeed.child(part);
  }

  private int[] groups(Seed orderSeed, Sampling.Grouped grouped) {
    List<SubjectSampler> parts = new ArrayList<>();
    for (FacePool.Part part : pool.parts()) {
      Seed seed = partSeed(orderSeed, parts.size());
      parts.add(new SubjectSampler(pool.faces().labels(), part, seed));
    }
    Turns turns = new Turns(pool.parts());
    int[] pictures = new int[length];
    Set<List<Integer>> present = new HashSet<>();
    int batch = grouped.subjects() * grouped.images();
    for (int i = 0; i < length; i += grouped.images()) {
      if (i % batch == 0) {
        present.clear();
      }
      int turn = turns.next();
      int subject = parts.get(turn).nextSubject();
      while (!present.add(List.of(turn, subject))) {
        subject = parts.get(turn).nextSubject();
      }
      parts.get(turn).fill(subject, pictures, i, grouped.images());
    }
    return pictures;
  }

  /** Whose turn it is: the set that lags its weight most. */
  private static final class Turns {
    private final double[] shares;
    private final int[] had;
    private int drawn;

    Turns(List<FacePool.Part> parts) {
      double sum = parts.stream().mapToDouble(FacePool.Part::weight).sum();
      this.shares = parts.stream().mapToDouble(part -> part.weight() / sum).toArray();
      this.had = new int[shares.length];
    }

    int next() {
      drawn++;
      double[] behind = new double[shares.length];
      Arrays.setAll(behind, s -> drawn * shares[s] - had[s]);
      int most = 0;
      for (int s = 1; s < behind.length; s++) {
        most = behind[s] > behind[most] ? s : most;
      }
      had[most]++;
      return most;
    }
  }
}
