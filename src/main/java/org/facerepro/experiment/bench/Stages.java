package org.facerepro.experiment.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The times of the stages of one run. */
public final class Stages {
  private static final double NANO = 1e-9;

  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** Does a stage and adds its time to what the stage of this name took before. */
  public <T> T time(String name, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    seconds.merge(name, (System.nanoTime() - start) * NANO, Double::sum);
    return result;
  }

  /** Adds time that was measured elsewhere, such as by several threads. */
  public void add(String name, double time) {
    seconds.merge(name, time, Double::sum);
  }

  /** Returns the seconds of each stage. */
  Map<String, Double> seconds() {
    return Map.copyOf(seconds);
  }
}
