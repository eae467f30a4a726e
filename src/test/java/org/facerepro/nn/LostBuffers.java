package org.facerepro.nn;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/** Memory of Java buffers that nobody holds any more. */
public final class LostBuffers {
  private static final int WAIT_MILLIS = 10_000;

  private LostBuffers() {}

  /** Collects garbage and returns once their memory has been freed. */
  public static void free() {
    // What a collection finds is freed in any order, but before what the next collection finds.
    collect();
    collect();
  }

  private static void collect() {
    ReferenceQueue<Object> found = new ReferenceQueue<>();
    Reference<Object> lost = new PhantomReference<>(new Object(), found);
    System.gc();
    try {
      if (found.remove(WAIT_MILLIS) != lost) {
        throw new IllegalStateException("no garbage collection within " + WAIT_MILLIS + " ms");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
