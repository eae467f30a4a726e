package org.facerepro.train;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;
import org.facerepro.nn.Compute;

/**
 * Prepares batches on worker threads ahead of the device, across the ends of epochs. What a batch
 * holds depends on seed, epoch and step only, whatever the number of workers.
 */
final class InputQueue implements AutoCloseable {
  private static final int AHEAD = 2;

  private final FacePool pool;
  private final Sampler sampler;
  private final TrainSpec spec;
  private final Seed seed;
  private final ExecutorService workers;
  private final Queue<Batch> free = new ArrayDeque<>();
  private final Queue<Ordered> ready = new ArrayDeque<>();
  private Cursor cursor;
  private long waited;

  /** A batch that was asked for. */
  private record Ordered(int epoch, int step, Future<Batch> batch) {}

  InputQueue(FacePool pool, TrainSpec spec, Seed seed, int workerCount) {
    this.pool = pool;
    this.sampler = new Sampler(pool, spec.sampler(), spec.batchSize());
    this.spec = spec;
    this.seed = seed;
    this.workers = Executors.newFixedThreadPool(workerCount, InputQueue::daemon);
    for (int i = 0; i < workerCount + AHEAD; i++) {
      free.add(
          new Batch(
              pool.faces(), spec.augmentation(), spec.network().inputSize(), spec.batchSize()));
    }
    this.cursor = new Cursor(0);
  }

  /** Returns how many workers keep a device busy: all cores a GPU, a quarter what shares them. */
  static int workersFor(Compute compute) {
    int cores = Runtime.getRuntime().availableProcessors();
    return compute.device().isGpu() ? cores : Math.max(1, cores / 4);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "facerepro-input");
    thread.setDaemon(true);
    return thread;
  }

  int steps() {
    return pool.faces().size() / spec.batchSize();
  }

  /** Returns how long {@link #forEachBatch} has waited for batches so far, nanoseconds. */
  long waitedNanos() {
    return waited;
  }

  /** Work on one batch; it must be done with its memory when it returns. */
  @FunctionalInterface
  interface Step {
    void on(Batch batch, int step);
  }

  /**
   * Runs {@code step} on each batch of an epoch, in order, on the calling thread.
   *
   * @throws StageFailedException if the thread was interrupted; the step that ran then is complete
   */
  void forEachBatch(int epoch, Step step) {
    seek(epoch);
    for (int i = 0; i < steps(); i++) {
      Interruption.check();
      fill();
      Batch batch = await(ready.remove());
      step.on(batch, i);
      free.add(batch);
    }
    fill();
  }

  /** Makes the first batch of an epoch the next one. */
  private void seek(int epoch) {
    Ordered next = ready.peek();
    if (next == null ? cursor.epoch != epoch : next.epoch != epoch || next.step > 0) {
      while (!ready.isEmpty()) {
        free.add(await(ready.remove()));
      }
      cursor = new Cursor(epoch);
    }
  }

  /** Orders a batch for each free memory. */
  private void fill() {
    while (cursor.epoch < spec.epochs() && !free.isEmpty()) {
      ready.add(cursor.order(free.remove()));
      cursor = cursor.step < steps() ? cursor : new Cursor(cursor.epoch + 1);
    }
  }

  private Batch await(Ordered ordered) {
    long start = System.nanoTime();
    try {
      return ordered.batch().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Interruption.failure(e);
    } catch (ExecutionException e) {
      throw new StageFailedException("preparing the input of training failed", e.getCause());
    } finally {
      waited += System.nanoTime() - start;
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  /** Where in the training the next order is. */
  private final class Cursor {
    private final int epoch;
    private final Seed epochSeed;
    private final EpochOrder pictures;
    private int step;

    Cursor(int epoch) {
      this.epoch = epoch;
      this.epochSeed = seed.child("augmentation").child(epoch);
      this.pictures = sampler.epoch(epoch, seed);
    }

    Ordered order(Batch memory) {
      int from = step * spec.batchSize();
      Future<Batch> batch = workers.submit(() -> memory.fillVaried(pictures, from, epochSeed));
      return new Ordered(epoch, step++, batch);
    }
  }
}
