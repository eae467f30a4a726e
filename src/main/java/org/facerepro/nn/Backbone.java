package org.facerepro.nn;

import java.util.List;

/**
 * A residual network: a 3×3 stem of stride 2, then four stages (two for the smallest) of residual
 * units; the first stage keeps the size, each later one halves it.
 */
public enum Backbone {
  /** For tests: it learns toy pictures only. */
  IR_NANO,
  /** One unit a stage; 65 M multiply-adds and 1.8 M weights at 64×64 into 128 numbers. */
  IR_TINY,
  /** Two units in the later stages; about twice the work of {@link #IR_TINY}. */
  IR_MINI;

  /** Returns the number of channels of each stage. */
  public List<Integer> widths() {
    return this == IR_NANO ? List.of(8, 16) : List.of(32, 64, 128, 256);
  }

  /** Returns the number of residual units of each stage. */
  public List<Integer> units() {
    return switch (this) {
      case IR_NANO -> List.of(1, 1);
      case IR_TINY -> List.of(1, 1, 1, 1);
      case IR_MINI -> List.of(1, 2, 2, 2);
    };
  }

  /** Returns by how much the picture's side shrinks up to the last stage. */
  public int reduction() {
    return 1 << widths().size();
  }
}
