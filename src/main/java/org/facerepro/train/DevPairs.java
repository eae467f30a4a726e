package org.facerepro.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;

/**
 * Comparisons between held-out faces: as many genuine as impostor ones, drawn by a seed, to watch a
 * training by. They are no benchmark: the threshold is chosen on the same comparisons.
 */
final class DevPairs {
  private static final int MAX_PER_KIND = 3000;

  private final List<Pair> pairs;

  private record Pair(int left, int right, boolean genuine) {}

  private record Scored(double similarity, boolean genuine) {}

  private DevPairs(List<Pair> pairs) {
    this.pairs = pairs;
  }

  static DevPairs draw(int[] labels, Seed seed) {
    List<Pair> genuine = genuine(labels);
    int[] order = seed.child("genuine").rng().permutation(genuine.size());
    int count = Math.min(MAX_PER_KIND, genuine.size());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(genuine.get(order[i]));
    }
    pairs.addAll(impostor(labels, count, seed.child("impostor").rng()));
    return new DevPairs(pairs);
  }

  /** Pairs each picture with the next ones of its subject, up to three. */
  private static List<Pair> genuine(int[] labels) {
    int[] byClass =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> labels[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < byClass.length; i++) {
      for (int j = i + 1; j < Math.min(byClass.length, i + 4); j++) {
        if (labels[byClass[i]] == labels[byClass[j]]) {
          pairs.add(new Pair(byClass[i], byClass[j], true));
        }
      }
    }
    return pairs;
  }

  private static List<Pair> impostor(int[] labels, int count, Rng rng) {
    long subjects = Arrays.stream(labels).distinct().count();
    if (subjects < 2 || count == 0) {
      throw new InvalidValueException(
          "dev", "faces of at least 2 subjects, one of them with 2 pictures", subjects);
    }
    Set<Pair> pairs = new HashSet<>();
    List<Pair> drawn = new ArrayList<>();
    for (int tries = 0; drawn.size() < count && tries < 100 * count; tries++) {
      Pair pair = new Pair(rng.nextInt(labels.length), rng.nextInt(labels.length), false);
      if (labels[pair.left()] != labels[pair.right()] && pairs.add(pair)) {
        drawn.add(pair);
      }
    }
    return drawn;
  }

  /** Scores embeddings {@code [n][d]} of unit length. */
  VerificationScore score(float[][] embeddings) {
    Scored[] scored =
        pairs.stream()
            .map(
                pair ->
                    new Scored(
                        dot(embeddings[pair.left()], embeddings[pair.right()]), pair.genuine()))
            .sorted(Comparator.comparingDouble(Scored::similarity))
            .toArray(Scored[]::new);
    return score(scored);
  }

  private static VerificationScore score(Scored[] scored) {
    long genuine = Arrays.stream(scored).filter(Scored::genuine).count();
    long impostor = scored.length - genuine;
    long genuineBelow = 0;
    long impostorBelow = 0;
    long best = genuine;
    double area = 0;
    for (int from = 0; from < scored.length; ) {
      int to = endOfTie(scored, from);
      long ties = Arrays.stream(scored, from, to).filter(Scored::genuine).count();
      long impostorTies = to - from - ties;
      area += (double) ties * (impostorBelow + impostorTies / 2.0);
      genuineBelow += ties;
      impostorBelow += impostorTies;
      best = Math.max(best, impostorBelow + genuine - genuineBelow);
      from = to;
    }
    return new VerificationScore(
        (double) best / scored.length, area / ((double) genuine * impostor));
  }

  private static int endOfTie(Scored[] scored, int from) {
    int to = from + 1;
    while (to < scored.length && scored[to].similarity() == scored[from].similarity()) {
      to++;
    }
    return to;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
