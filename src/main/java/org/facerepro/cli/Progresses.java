package org.facerepro.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import org.facerepro.core.Progress;

/** The ways to show progress. */
public final class Progresses {
  private Progresses() {}

  /** Plain lines, for logs and CI. */
  public static Progress lines(PrintStream out, InstantSource clock) {
    return new LineProgress(out, clock);
  }

  /** A bar with speed and time left, for terminals. */
  static Progress bar() {
    return new BarProgress();
  }
}
