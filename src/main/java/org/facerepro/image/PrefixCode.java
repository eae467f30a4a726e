package org.facerepro.image;

import java.util.Arrays;

/**
 * A Huffman code of limited length, in the canonical form that RFC 1951 prescribes: how many bits
 * each symbol takes, and which. Counts are halved until the longest fits. Reused; not thread-safe.
 */
final class PrefixCode {
  /** Bits of each symbol, 0 where it does not occur. */
  final int[] lengths;

  /** The bits, the first to be written lowest. */
  final int[] bits;

  private final int longest;
  private final long[] order;
  private final int[] weight;
  private final int[] parent;

  PrefixCode(int symbols, int longest) {
    this.longest = longest;
    lengths = new int[symbols];
    bits = new int[symbols];
    order = new long[symbols];
    weight = new int[2 * symbols];
    parent = new int[2 * symbols];
  }

  /**
   * Finds the code of symbols that occur so often.
   *
   * @param counts one at least of which is above 0; changed
   */
  void fit(int[] counts) {
    while (build(counts) > longest) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = (counts[i] + 1) / 2;
      }
    }
    assign();
  }

  /** Joins the two lightest until one is left; returns the greatest length. */
  private int build(int[] counts) {
    Arrays.fill(lengths, 0);
    int n = sort(counts);
    if (n == 1) {
      lengths[(int) order[0]] = 1;
      return 1;
    }
    int leaf = 0;
    int node = n;
    for (int next = n; next < 2 * n - 1; next++) {
      weight[next] = 0;
      for (int child = 0; child < 2; child++) {
        boolean takeLeaf = leaf < n && (node == next || weight[leaf] <= weight[node]);
        int taken = takeLeaf ? leaf++ : node++;
        parent[taken] = next;
        weight[next] += weight[taken];
      }
    }
    return descend(n);
  }

  /** Puts the symbols that occur in order of their counts and returns how many they are. */
  private int sort(int[] counts) {
    int n = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        order[n++] = ((long) counts[symbol] << 32) | symbol;
      }
    }
    Arrays.sort(order, 0, n);
    for (int i = 0; i < n; i++) {
      weight[i] = (int) (order[i] >>> 32);
    }
    return n;
  }

  private int descend(int n) {
    int greatest = 0;
    weight[2 * n - 2] = 0;
    for (int i = 2 * n - 3; i >= 0; i--) {
      weight[i] = weight[parent[i]] + 1;
      if (i < n) {
        lengths[(int) order[i]] = weight[i];
        greatest = Math.max(greatest, weight[i]);
      }
    }
    return greatest;
  }

  private void assign() {
    int[] next = new int[longest + 2];
    for (int length : lengths) {
      next[length + 1] += length > 0 ? 1 : 0;
    }
    int first = 0;
    for (int length = 1; length <= longest; length++) {
      first = (first + next[length]) << 1;
      next[length] = first;
    }
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      bits[symbol] = length == 0 ? 0 : Integer.reverse(next[length]++) >>> (32 - length);
    }
  }
}
