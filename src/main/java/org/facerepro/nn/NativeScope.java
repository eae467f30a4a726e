package org.facerepro.nn;

import ai.djl.ndarray.NDScope;
import java.util.function.Supplier;

/**
 * Frees native memory: every array made while some work runs, on its thread, is closed after it.
 *
 * <p>Needed because the engine hangs a result on the manager of its first operand, so that what is
 * computed from weights would live as long as the weights.
 */
public final class NativeScope {
  private NativeScope() {}

  /** Runs work and returns its result, which must not be a native array. */
  public static <T> T in(Supplier<T> work) {
    NDScope scope = new NDScope();
    try {
      return work.get();
    } finally {
      scope.close();
    }
  }

  /** Runs work; see {@link #in}. */
  public static void run(Runnable work) {
    NDScope scope = new NDScope();
    try {
      work.run();
    } finally {
      scope.close();
    }
  }
}
