package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * While it is open, the engine keeps what it needs for gradients of operations on the calling
 * thread. The engine's own collector allows one at a time in a process; recordings on several
 * threads do not disturb each other, as the engine itself records per thread.
 */
public final class Recording implements AutoCloseable {
  private final boolean before;

  /** Begins to record. */
  public Recording() {
    before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
  }

  /** Adds the gradients of a sum, one number, to those of all weights that it came from. */
  public void backward(NDArray sum) {
    JniUtils.backward((PtNDArray) sum, (PtNDArray) sum.onesLike(), false, false);
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
