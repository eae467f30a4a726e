package org.facerepro.nn;

import ai.djl.ndarray.NDArray;

/**
 * Arithmetic between an array and a number on the way to a loss, in the array's shape.
 *
 * <p>The engine's own {@code mul(Number)} and the like lay the number into a Java buffer and let go
 * of it at once, though the gradient reads it again. A garbage collection in between frees it, and
 * the gradient is that of whatever lies there by then. Here the number lies in the engine's memory,
 * which stays as long as a gradient needs it.
 */
public final class Scalars {
  private Scalars() {}

  /** Returns {@code x · factor}. */
  public static NDArray times(NDArray x, Number factor) {
    return x.mul(kept(x, factor));
  }

  /** Returns {@code x / divisor}. */
  public static NDArray over(NDArray x, Number divisor) {
    return x.div(kept(x, divisor));
  }

  /** Returns what the division leaves, with the sign of the divisor. */
  public static NDArray remainder(NDArray x, Number divisor) {
    return x.mod(kept(x, divisor));
  }

  /** Returns {@code x^exponent}. */
  public static NDArray power(NDArray x, Number exponent) {
    return x.pow(kept(x, exponent));
  }

  /** Returns {@code max(x, floor)}. */
  public static NDArray atLeast(NDArray x, Number floor) {
    return x.maximum(kept(x, floor));
  }

  /** Returns a number in the engine's memory, of the type that the engine takes it as. */
  private static NDArray kept(NDArray x, Number number) {
    try (NDArray passing = x.getManager().create(number)) {
      return passing.duplicate();
    }
  }
}
