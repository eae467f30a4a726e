package org.facerepro.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.facerepro.core.StageFailedException;

/**
 * An exclusive lock on a file of the store, held against other processes and other threads; the
 * system gives it back when its holder dies.
 *
 * <p>Only the last byte that a file can have is locked, so that others can still read the file.
 */
final class StoreLock implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  /** Shorter waits are not worth a word. */
  private static final int POLLS_IN_SILENCE = 100;

  private final FileChannel channel;
  private final FileLock lock;

  private StoreLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the lock if nobody holds it. */
  static Optional<StoreLock> tryTake(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock != null) {
        return Optional.of(new StoreLock(channel, lock));
      }
    } catch (OverlappingFileLockException heldByAnotherThread) {
      // The same as held by another process.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /**
   * Takes the lock, and waits while another holds it.
   *
   * @param waiting called once if it has to wait for more than some seconds
   */
  static StoreLock take(Path file, Runnable waiting) throws IOException {
    for (int polls = 0; true; polls++) {
      Optional<StoreLock> lock = tryTake(file);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (polls == POLLS_IN_SILENCE) {
        waiting.run();
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StageFailedException("interrupted while waiting for " + file, e);
      }
    }
  }

  /** Tells whether anybody holds the lock now. */
  static boolean isHeld(Path file) throws IOException {
    Optional<StoreLock> lock = tryTake(file);
    if (lock.isPresent()) {
      lock.get().close();
    }
    return lock.isEmpty();
  }

  boolean held() {
    return lock.isValid();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (lock.isValid()) {
        lock.release();
      }
    }
  }
}
