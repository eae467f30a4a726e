package org.facerepro.experiment.generation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.Require;
import org.facerepro.core.StageFailedException;
import org.facerepro.data.FaceSample;

/** Renders on all cores and hands the faces over in order, so that threads leave no trace. */
public final class RenderPool implements AutoCloseable {
  /** Pieces rendered ahead of the one that waits to be written, per thread. */
  private static final int AHEAD = 4;

  private final FaceSource source;
  private final int threads;
  private final ExecutorService pool;
  private final BlockingQueue<FaceSource.Worker> idle;

  /**
   * Starts threads.
   *
   * @param threads 1 to 1024
   */
  public RenderPool(FaceSource source, int threads) {
    requireThreads(threads);
    this.source = source;
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads);
    this.idle = new ArrayBlockingQueue<>(threads);
    for (int i = 0; i < threads; i++) {
      idle.add(source.worker());
    }
  }

  /**
   * Requires a number of threads that a pool can have.
   *
   * @throws org.facerepro.core.InvalidValueException if it is another
   */
  public static void requireThreads(int threads) {
    Require.between("threads", threads, 1, 1024);
  }

  public FaceSource source() {
    return source;
  }

  /**
   * Renders ranges one after the other. Only some pieces per thread are in memory at a time.
   *
   * @param taker gets the faces in the order of the ranges, some at a time, on the calling thread
   * @throws StageFailedException if a face cannot be rendered, or the thread is interrupted
   */
  public void render(List<SampleRange> ranges, Consumer<List<FaceSample>> taker) {
    Iterator<SampleRange> pieces =
        ranges.stream()
            .flatMap(range -> range.pieces(source.samplesPerSubject()).stream())
            .iterator();
    Deque<Future<List<FaceSample>>> ahead = new ArrayDeque<>();
    try {
      while (pieces.hasNext() || !ahead.isEmpty()) {
        while (pieces.hasNext() && ahead.size() < AHEAD * threads) {
          SampleRange piece = pieces.next();
          ahead.add(pool.submit(() -> render(piece)));
        }
        taker.accept(result(ahead.remove()));
      }
    } finally {
      ahead.forEach(future -> future.cancel(true));
    }
  }

  private List<FaceSample> render(SampleRange piece) throws InterruptedException {
    FaceSource.Worker worker = idle.take();
    try {
      int perSubject = source.samplesPerSubject();
      List<FaceSample> samples = new ArrayList<>();
      int next = piece.first();
      while (next < piece.end()) {
        int first = next % perSubject;
        int end = Math.min(perSubject, first + piece.end() - next);
        samples.addAll(worker.render(next / perSubject, first, end));
        next += end - first;
      }
      return samples;
    } finally {
      idle.add(worker);
    }
  }

  private static List<FaceSample> result(Future<List<FaceSample>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageFailedException("generation was interrupted; run again to go on", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FaceReproException expected) {
        throw expected;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new StageFailedException("a face could not be rendered: " + e.getCause(), e);
    }
  }

  /** Ends the threads, each within the picture it is at. */
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
