package org.facerepro.train;

import org.facerepro.core.Rng;

/** Numbers {@code 0 … n-1} in random order, then in another one, and so on without end. */
final class Cycle {
  private final int size;
  private final Rng rng;
  private int[] order = new int[0];
  private int at;

  Cycle(int size, Rng rng) {
    this.size = size;
    this.rng = rng;
  }

  int next() {
    if (at == order.length) {
      order = rng.permutation(size);
      at = 0;
    }
    return order[at++];
  }

  /** Lets the next number begin another order. */
  void restart() {
    at = order.length;
  }
}
