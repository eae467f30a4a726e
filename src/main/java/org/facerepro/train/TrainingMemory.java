package org.facerepro.train;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.facerepro.core.StageFailedException;
import org.facerepro.nn.Compute;

/**
 * The native memory of a training, counted by a forward pass of two pictures: what the engine keeps
 * from there to the backward pass grows with the pictures of a batch. With several devices it is
 * that of the first, which holds most.
 *
 * @param fixed bytes of weights, class centres, their gradients and the optimiser's state, and of
 *     the copy that goes into a checkpoint
 * @param picture bytes that each picture of a batch adds on the device that it goes to
 * @param devices with a memory of their own, among which a batch is split
 */
record TrainingMemory(long fixed, long picture, int devices) {
  private static final int COUNTED = 2;

  /**
   * Gradients and scratch of the backward pass, in units of the largest array of the forward pass:
   * what five networks took beside what they keep, 7 to 14.
   */
  private static final int BACKWARD = 12;

  /** What the engine and the allocator take for themselves. */
  private static final long ENGINE = 256L << 20;

  private static final double GIBI = 1 << 30;

  /** Counts the need of a training on {@code classes} subjects. */
  static TrainingMemory of(TrainSpec spec, int classes, Compute compute) {
    try (TrainingState blank = TrainingState.blank(spec, classes, compute)) {
      TrainingState.Kept kept = blank.kept(COUNTED);
      long batch = kept.bytes() + BACKWARD * kept.largest();
      int devices = Set.copyOf(compute.devices()).size();
      return new TrainingMemory(ENGINE + blank.ownBytes(), batch / COUNTED, devices);
    }
  }

  long need(int batchSize) {
    return fixed + (batchSize + devices - 1L) / devices * picture;
  }

  /** Returns the largest batch that fits into {@code bytes} a device, even on each; 0 for none. */
  int fitting(long bytes) {
    long pictures = Math.max(0, bytes - fixed) / picture;
    return (int) Math.min(TrainSpec.MAX_BATCH, pictures / 2 * 2 * devices);
  }

  /**
   * Refuses a training that cannot fit.
   *
   * @param left bytes that may still be taken; empty if unknown
   * @throws StageFailedException with the batch size that would fit
   */
  void require(int batchSize, OptionalLong left) {
    if (left.isPresent() && need(batchSize) > left.getAsLong()) {
      throw new StageFailedException(tooLittle(batchSize, left.getAsLong()));
    }
  }

  /** Does a part of a training; a failure for want of memory becomes a message with advice. */
  <T> T guard(int batchSize, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      if (!isWantOfMemory(e)) {
        throw e;
      }
      throw new StageFailedException(
          "train: the engine found no memory for a step of %d pictures (%s); %s"
              .formatted(batchSize, firstLine(e), advice(batchSize, batchSize / 4 * 2)),
          e);
    }
  }

  private String tooLittle(int batchSize, long left) {
    return ("train: a step of %d pictures needs about %s of memory%s (%s for weights and %s a "
            + "picture), %s are left; %s")
        .formatted(
            batchSize,
            gibi(need(batchSize)),
            devices > 1 ? " on each of %d devices".formatted(devices) : "",
            gibi(fixed),
            mebi(picture),
            gibi(left),
            advice(batchSize, fitting(left)));
  }

  private static String advice(int batchSize, int fitting) {
    if (fitting < 2) {
      return "not even batchSize 2 would fit: use a smaller network or inputSize";
    }
    return ("batchSize %d would fit, with updates: {accumulate: %d} for updates of as many pictures"
            + " and the same learning rate; or use a smaller network or inputSize")
        .formatted(fitting, (batchSize + fitting - 1) / fitting);
  }

  /** Recognises how the engine says it, on a CPU and on a GPU. */
  private static boolean isWantOfMemory(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("can't allocate memory")
        || message.contains("not enough memory")
        || message.contains("out of memory")
        || message.contains("bad_alloc");
  }

  private static String firstLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }

  private static String gibi(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBI);
  }

  private static String mebi(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes * 1024 / GIBI);
  }
}
