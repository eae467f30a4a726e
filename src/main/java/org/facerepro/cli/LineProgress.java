package org.facerepro.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.facerepro.core.Progress;
import org.jspecify.annotations.Nullable;

/** Progress as plain lines, at most one per task and interval: for logs and CI. */
final class LineProgress implements Progress {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final double MILLIS = 1000.0;

  private final PrintStream out;
  private final InstantSource clock;

  LineProgress(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public Task start(String name, long total, String unit) {
    return new LineTask(name, total, unit);
  }

  private final class LineTask implements Task {
    private final String name;
    private final long total;
    private final String unit;
    private final long started = clock.millis();
    private long done;
    private long printed = started;

    LineTask(String name, long total, String unit) {
      this.name = name;
      this.total = total;
      this.unit = unit;
    }

    @Override
    public synchronized void advance(long steps) {
      done += steps;
      long now = clock.millis();
      if (now - printed >= INTERVAL.toMillis()) {
        print(now, pace(now));
      }
    }

    @Override
    public synchronized void note(String text) {
      print(clock.millis(), text);
    }

    @Override
    public synchronized void close() {
      print(clock.millis(), total > 0 && done < total ? "stopped" : "done");
    }

    /** Says how many steps a second takes, and how long the others will. */
    private @Nullable String pace(long now) {
      double seconds = (now - started) / MILLIS;
      if (total <= 0 || done == 0 || done >= total || seconds <= 0) {
        return null;
      }
      double left = seconds * (total - done) / done;
      return String.format(Locale.ROOT, "%.3g %s/s, %.0f s left", done / seconds, unit, left);
    }

    private void print(long now, @Nullable String text) {
      printed = now;
      double seconds = (printed - started) / MILLIS;
      String count = total > 0 ? done + "/" + total : Long.toString(done);
      String line = String.format(Locale.ROOT, "%s: %s %s, %.0f s", name, count, unit, seconds);
      out.println(text == null ? line : line + ", " + text);
      out.flush();
    }
  }
}
