package org.facerepro.train;

import org.facerepro.core.StageFailedException;
import org.jspecify.annotations.Nullable;

/** Ends work between two batches where its thread was asked to stop. */
final class Interruption {
  private Interruption() {}

  /**
   * Goes on unless the thread was interrupted, which it stays.
   *
   * @throws StageFailedException if it was
   */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw failure(null);
    }
  }

  static StageFailedException failure(@Nullable InterruptedException cause) {
    return new StageFailedException(
        "training was interrupted; run it again to go on from its last complete epoch", cause);
  }

  /** Does work that an interruption must not tear; one that came before stays until after it. */
  static void spare(Runnable work) {
    boolean interrupted = Thread.interrupted();
    try {
      work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
