package org.facerepro.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;

/**
 * Prepares batches on worker threads ahead of the device. What a batch holds depends on seed, epoch
 * and step only, whatever the number of workers.
 */
final class InputQueue implements AutoCloseable {
  private static final int AHEAD = 2;

  private final FacePool pool;
  private final Sampler sampler;
  private final TrainSpec spec;
  private final Seed seed;
  private final ExecutorService workers;
  private final List<Batch> slots = new ArrayList<>();
  private final Queue<Future<Batch>> ready = new ArrayDeque<>();

  InputQueue(FacePool pool, TrainSpec spec, Seed seed, int workerCount) {
    this.pool = pool;
    this.sampler = new Sampler(pool, spec.sampler(), spec.batchSize());
    this.spec = spec;
    this.seed = seed;
    this.workers = Executors.newFixedThreadPool(workerCount, InputQueue::daemon);
    for (int i = 0; i < workerCount + AHEAD; i++) {
      slots.add(
          new Batch(
              pool.faces(), spec.augmentation(), spec.network().inputSize(), spec.batchSize()));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "facerepro-input");
    thread.setDaemon(true);
    return thread;
  }

  int steps() {
    return pool.faces().size() / spec.batchSize();
  }

  /** Work on one batch; it must be done with its memory when it returns. */
  @FunctionalInterface
  interface Step {
    void on(Batch batch, int step);
  }

  /** Runs {@code step} on each batch of an epoch, in order, on the calling thread. */
  void forEachBatch(int epoch, Step step) {
    EpochOrder order = sampler.epoch(epoch, seed);
    Seed epochSeed = seed.child("augmentation").child(epoch);
    int submitted = 0;
    for (Batch slot : slots) {
      submitted += submit(slot, order, submitted, epochSeed);
    }
    for (int i = 0; i < steps(); i++) {
      Batch batch = await(ready.remove());
      step.on(batch, i);
      submitted += submit(batch, order, submitted, epochSeed);
    }
  }

  private int submit(Batch slot, EpochOrder order, int step, Seed epochSeed) {
    if (step >= steps()) {
      return 0;
    }
    int from = step * spec.batchSize();
    ready.add(workers.submit(() -> slot.fillVaried(order, from, epochSeed)));
    return 1;
  }

  private static Batch await(Future<Batch> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageFailedException(
          "training was interrupted; run it again to go on from its last complete epoch", e);
    } catch (ExecutionException e) {
      throw new StageFailedException("preparing the input of training failed", e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
