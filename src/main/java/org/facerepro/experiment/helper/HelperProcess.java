package org.facerepro.experiment.helper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One helper: its output goes line by line to this process's, under its name; it ends gently when
 * its input ends, whatever ends this process.
 */
final class HelperProcess {
  /** More than the helper gives itself. */
  private static final int PATIENCE_SECONDS = 65;

  private final String name;
  private final PrintStream out;
  private final Process process;
  private final Thread reader;
  private volatile boolean stopping;

  private HelperProcess(String name, PrintStream out, Process process) {
    this.name = name;
    this.out = out;
    this.process = process;
    this.reader = new Thread(this::read, "facerepro-" + name.replace(' ', '-'));
    reader.setDaemon(true);
  }

  /** Starts a helper; empty, and said, if the system does not let it. */
  static Optional<HelperProcess> start(String name, List<String> command, PrintStream out) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      HelperProcess helper = new HelperProcess(name, out, process);
      helper.reader.start();
      return Optional.of(helper);
    } catch (IOException e) {
      out.printf("facerepro: cannot start %s (%s); others do its work%n", name, e.getMessage());
      return Optional.empty();
    }
  }

  /** What a helper says while it is being stopped, such as that it was interrupted, is no news. */
  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!stopping) {
          out.println(name + ": " + line);
        }
      }
      int code = process.waitFor();
      if (code != 0 && !stopping) {
        out.printf("facerepro: %s ended early (exit code %d); others do its work%n", name, code);
      }
    } catch (IOException | InterruptedException e) {
      out.printf("facerepro: %s is not heard any more (%s)%n", name, e);
    }
  }

  /** Tells whether it is at work, or has last words that were not passed on. */
  boolean alive() {
    return process.isAlive() || reader.isAlive();
  }

  /** Asks it to end at its next safe point. */
  void stop() {
    stopping = true;
    try {
      process.getOutputStream().close();
    } catch (IOException ended) {
      // It reads no more, and so has ended.
    }
  }

  /**
   * Waits until it has ended; kills it where that takes too long or the thread is interrupted.
   *
   * @return whether the thread was interrupted
   */
  boolean awaitEnd() {
    boolean interrupted = false;
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      reader.join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      interrupted = true;
    }
    return interrupted;
  }
}
