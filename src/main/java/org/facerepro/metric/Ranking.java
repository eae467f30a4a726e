package org.facerepro.metric;

import java.util.Arrays;

/**
 * The comparisons in descending order of similarity, cut into groups of equal similarity; O(n log
 * n).
 *
 * <p>Failed comparisons are the last group, with similarity −∞: a failure is a non-match, below
 * every comparison that was made and tied with every other failure.
 */
final class Ranking {
  private final int[] order;
  private final int[] ends;
  private final float[] values;

  private Ranking(int[] order, int[] ends, float[] values) {
    this.order = order;
    this.ends = ends;
    this.values = values;
  }

  static Ranking of(Scores scores) {
    long[] keys = new long[scores.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) ~ascending(value(scores, i)) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    int[] ends = new int[keys.length];
    float[] values = new float[keys.length];
    int groups = 0;
    for (int at = 0; at < keys.length; at++) {
      order[at] = (int) keys[at];
      boolean last =
          at + 1 == keys.length || keys[at] >> Integer.SIZE != keys[at + 1] >> Integer.SIZE;
      if (last) {
        ends[groups] = at + 1;
        values[groups++] = value(scores, order[at]);
      }
    }
    return new Ranking(order, Arrays.copyOf(ends, groups), Arrays.copyOf(values, groups));
  }

  /** Adding zero makes −0 and 0 one similarity. */
  private static float value(Scores scores, int i) {
    return scores.failed(i) ? Float.NEGATIVE_INFINITY : scores.similarity(i) + 0f;
  }

  /** Maps a number to an integer of the same order. */
  private static int ascending(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
  }

  int groups() {
    return values.length;
  }

  /** Returns the similarity of all comparisons of a group. */
  float value(int group) {
    return values[group];
  }

  int start(int group) {
    return group == 0 ? 0 : ends[group - 1];
  }

  int end(int group) {
    return ends[group];
  }

  /** Returns which comparison stands at a position, {@code start(g) <= position < end(g)}. */
  int comparison(int position) {
    return order[position];
  }
}
