package org.facerepro.face.render;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How long the stages of one worker's pictures took. Not thread-safe. */
public final class StageTimes {
  private static final double NANO = 1e-9;

  private final long[] nanos = new long[RenderStage.values().length];
  private long last;

  StageTimes() {}

  void begin() {
    last = System.nanoTime();
  }

  /** Counts the time since the last call for a stage. */
  void end(RenderStage stage) {
    long now = System.nanoTime();
    nanos[stage.ordinal()] += now - last;
    last = now;
  }

  /** Returns the seconds of each stage so far. */
  public Map<RenderStage, Double> seconds() {
    Map<RenderStage, Double> seconds = new EnumMap<>(RenderStage.class);
    for (RenderStage stage : RenderStage.values()) {
      seconds.put(stage, nanos[stage.ordinal()] * NANO);
    }
    return Collections.unmodifiableMap(seconds);
  }
}
