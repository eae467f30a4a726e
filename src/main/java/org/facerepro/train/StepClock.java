package org.facerepro.train;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Adds up where the time of steps goes; for one thread. */
final class StepClock {
  private final Map<StepPart, Long> nanos = new EnumMap<>(StepPart.class);
  private long last = System.nanoTime();

  /** Begins a part of a step. */
  void start() {
    last = System.nanoTime();
  }

  /** Ends the part that ran since {@link #start} or the last lap. */
  void lap(StepPart part) {
    long now = System.nanoTime();
    nanos.merge(part, now - last, Long::sum);
    last = now;
  }

  /** Returns the seconds of each part so far. */
  Map<StepPart, Double> seconds() {
    Map<StepPart, Double> seconds = new EnumMap<>(StepPart.class);
    double second = TimeUnit.SECONDS.toNanos(1);
    nanos.forEach((part, time) -> seconds.put(part, time / second));
    return seconds;
  }
}
