package org.facerepro.data;

import java.io.IOException;

/**
 * One shard of a {@link ShardFolder} in the making; it appears under its name when it is complete.
 * Not thread-safe, but different shards may be filled by different threads.
 */
public final class ShardFilling implements AutoCloseable {
  private final ShardFolder folder;
  private final int number;
  private final int expected;
  private final ShardWriter writer;

  ShardFilling(ShardFolder folder, int number, int expected) throws IOException {
    this.folder = folder;
    this.number = number;
    this.expected = expected;
    this.writer = new ShardWriter(folder.path(), number);
  }

  /**
   * Appends a sample.
   *
   * @throws org.facerepro.core.StorageException if it cannot be written
   */
  public void add(FaceSample sample) {
    if (isFull()) {
      throw new IllegalStateException(
          "shard %d takes %d samples, %s is one more".formatted(number, expected, sample.key()));
    }
    try {
      writer.add(sample);
    } catch (IOException e) {
      throw folder.failure(e);
    }
  }

  /** Returns whether all samples of the shard are there. */
  public boolean isFull() {
    return writer.size() == expected;
  }

  /**
   * Completes the shard: its bytes go to the disk, then it is moved to its name.
   *
   * @throws IllegalStateException if samples are missing
   * @throws org.facerepro.core.StorageException if it cannot be written
   */
  public void complete() {
    if (!isFull()) {
      throw new IllegalStateException(
          "shard %d takes %d samples, it has %d".formatted(number, expected, writer.size()));
    }
    try {
      folder.completed(number, writer.complete());
    } catch (IOException e) {
      throw folder.failure(e);
    }
  }

  /** Ends the work; a shard that is not complete by now is removed. */
  @Override
  public void close() {
    try {
      writer.discard();
    } catch (IOException e) {
      throw folder.failure(e);
    }
  }
}
