package org.facerepro.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets long work end at its next safe point, such as between two batches of a training, where the
 * process is stopped by Ctrl-C or a signal; says how to go on. To be withdrawn when the work has
 * ended.
 */
final class GentleStop {
  private static final int PATIENCE_SECONDS = 60;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "facerepro-stop");
  private final PrintStream out;
  private final String howToGoOn;

  /** Watches over work of the calling thread. */
  GentleStop(PrintStream out, String howToGoOn) {
    this.out = out;
    this.howToGoOn = howToGoOn;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Asks the work to end and waits until it has, a minute at most. */
  void stop() {
    out.println("facerepro: stopping at the next safe point ...");
    worker.interrupt();
    try {
      boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      out.println(
          "facerepro: stopped" + (inTime ? "" : " in the midst of work") + "; " + howToGoOn);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells that the work has ended. */
  void withdraw() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is already ending, and the hook says so.
    }
  }
}
