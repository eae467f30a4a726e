package org.facerepro.experiment.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets some threads do the same work, each with a worker of its own. */
final class Workers {
  private Workers() {}

  /** Returns what each thread's work gave, when all have ended. */
  static <T> List<T> run(int threads, Callable<T> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(work));
      }
      List<T> done = new ArrayList<>();
      for (Future<T> worker : running) {
        done.add(worker.get());
      }
      return done;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
