package org.facerepro.train;

import java.util.Locale;
import org.facerepro.core.StageFailedException;

/** Refuses pictures that cannot all be held decoded, before the work of decoding them. */
final class HeapRoom {
  /** What else a training keeps on the heap, such as batches on their way. */
  private static final long WORK = 256L << 20;

  private static final double GIBI = 1 << 30;

  private HeapRoom() {}

  /**
   * Requires that pictures fit onto the heap of this process.
   *
   * @param side side of each, in pixels of three bytes
   * @throws StageFailedException with the heap that would do
   */
  static void require(long pictures, int side) {
    require(pictures, side, Runtime.getRuntime().maxMemory());
  }

  static void require(long pictures, int side, long heap) {
    long need = pictures * 3 * side * side + WORK;
    if (need > heap) {
      throw new StageFailedException(
          String.format(
              Locale.ROOT,
              "train: %d pictures of %d x %d pixels need %.1f GiB of Java's heap, which has %.1f"
                  + " GiB: set FACEREPRO_HEAP=%.0fg, or learn from fewer pictures",
              pictures,
              side,
              side,
              need / GIBI,
              heap / GIBI,
              Math.ceil(1.1 * need / GIBI)));
    }
  }
}
