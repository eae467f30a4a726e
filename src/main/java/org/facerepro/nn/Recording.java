package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Whether the engine keeps what it needs for gradients of operations on the calling thread.
 *
 * <p>The engine's own collector allows one at a time in a process; work on several threads does not
 * disturb each other here, as the engine itself records per thread. On a new thread it does record,
 * unless it is told not to.
 */
public final class Recording {
  private Recording() {}

  /** Runs work whose operations are recorded. */
  public static <T> T on(Supplier<T> work) {
    return in(true, work);
  }

  /** Runs work of which nothing is kept. */
  public static <T> T off(Supplier<T> work) {
    return in(false, work);
  }

  private static <T> T in(boolean mode, Supplier<T> work) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(mode);
    try {
      return work.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /** Adds the gradients of a sum, one number, to those of all weights that it came from. */
  public static void backward(NDArray sum) {
    JniUtils.backward((PtNDArray) sum, (PtNDArray) sum.onesLike(), false, false);
  }
}
